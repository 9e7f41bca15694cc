import { createHmac, timingSafeEqual } from 'node:crypto';
import type { OutreachNeeds } from './ports.ts';

const signature = (needs: OutreachNeeds, team: string, messageId: string): string =>
  createHmac('sha256', needs.config.secretKey)
    .update(`outreach.unsubscribe\n${team}\n${messageId}`)
    .digest('base64url');

/** Where the recipient of a mail says no; signed, so that nobody says it for others. */
export const unsubscribeUrlOf = (needs: OutreachNeeds, team: string, messageId: string): string => {
  const base = needs.config.publicUrl ?? `http://localhost:${needs.config.port}`;
  const path = `/api/unsubscribe/${team}/${messageId}/${signature(needs, team, messageId)}`;
  return `${base.replace(/\/$/, '')}${path}`;
};

/** Whether a link is one of ours. */
export function isOurLink(
  needs: OutreachNeeds,
  link: { readonly teamId: string; readonly messageId: string; readonly signature: string },
): boolean {
  const ours = Buffer.from(signature(needs, link.teamId, link.messageId));
  const given = Buffer.from(link.signature);
  return ours.length === given.length && timingSafeEqual(ours, given);
}
