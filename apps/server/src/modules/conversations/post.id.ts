import { hash } from 'node:crypto';
import type { TeamActor } from '../../kernel/actor.ts';
import { newId } from '../../kernel/ids.ts';

/** Whose client key it is. A visitor keeps theirs when the shop vouches for them and they become another buyer. */
function principalOf(actor: TeamActor, conversationId: string): string {
  switch (actor.kind) {
    case 'member':
      return `member ${actor.member} ${conversationId}`;
    case 'key':
      return `key ${actor.key} ${conversationId}`;
    case 'buyer':
      return `visitor ${actor.visitor} ${actor.channel}`;
    default:
      return `system ${actor.why} ${conversationId}`;
  }
}

/**
 * The id of a message: made of who says it and their client key (UUID version 8 out of SHA-256), so that the same word
 * said again is the same row, whatever happened in between, and one unique index serves both.
 * Without a key a fresh id.
 */
export function messageId(actor: TeamActor, conversationId: string, key: string | null): string {
  if (key === null) return newId();
  const h = hash('sha256', `${principalOf(actor, conversationId)} ${key}`, 'hex');
  const variant = '89ab'[Number.parseInt(h[16] as string, 16) & 3];
  return `${h.slice(0, 8)}-${h.slice(8, 12)}-8${h.slice(13, 16)}-${variant}${h.slice(17, 20)}-${h.slice(20, 32)}`;
}
