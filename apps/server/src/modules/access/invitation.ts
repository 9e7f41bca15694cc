import type { access, InputOf } from '@guitai/contract';
import type { StaffActor } from '../../kernel/actor.ts';
import { can } from '../../kernel/can.ts';
import { clock } from '../../kernel/clock.ts';
import { pageOf, readCursor } from '../../kernel/cursor.ts';
import { newId } from '../../kernel/ids.ts';
import { isRefusal, refuse } from '../../kernel/refusal.ts';
import type { Bare } from '../../kernel/route.ts';
import type { Tx } from '../../kernel/tx.ts';
import { record } from '../audit/index.ts';
import {
  close,
  type InvitationRow,
  insertInvitation,
  invitationOfId,
  listInvitationRows,
  withdrawEarlier,
} from './invitation.store.ts';
import { memberOfEmail } from './member.store.ts';
import { once } from './once.ts';
import { siteOf } from './origin.ts';
import { emailKey } from './password.rules.ts';
import type { AccessNeeds } from './ports.ts';
import { mayGrant } from './roles.rules.ts';
import { hashToken, teamToken } from './secrets.ts';
import { shopsExist } from './shops-exist.ts';

const validMs = 72 * 3600_000;

const shown = (actor: StaffActor, row: InvitationRow) => ({
  id: row.id,
  email: row.email,
  name: row.name,
  role: row.role as access.RoleName,
  shopIds: row.shop_ids,
  invitedBy: row.invited_by && row.inviter ? { id: row.invited_by, name: row.inviter } : null,
  createdAt: row.created_at,
  expiresAt: row.expires_at,
  state: row.state,
  can:
    row.state === 'waiting' && can(actor, 'members.invite') === 'yes' ? ['withdrawInvitation'] : [],
});

type InviteInput = InputOf<typeof access.inviteMember>;

async function invite(actor: StaffActor, tx: Tx, input: InviteInput, token: string) {
  if (actor.kind !== 'member') return refuse('access.denied', { permission: 'members.invite' });
  const shops = input.role === 'owner' ? null : input.shopIds;
  if (!mayGrant(actor, { role: input.role, shops })) return refuse('member.role_above_own');
  const unknown = await shopsExist(tx, shops);
  if (unknown) return unknown;
  const key = emailKey(input.email);
  if (await memberOfEmail(tx, actor.team, key)) return refuse('member.already_here');
  await withdrawEarlier(tx, actor.team, key);
  const id = newId();
  await insertInvitation(tx, {
    id,
    team: actor.team,
    hash: hashToken(teamToken(actor.team, token)),
    email: input.email.trim(),
    emailKey: key,
    name: input.name ?? null,
    role: input.role,
    shops,
    invitedBy: actor.member,
    expiresAt: new Date(clock.now() + validMs),
  });
  record(tx, actor, {
    action: 'member.invited',
    subject: { kind: 'invitation', id },
    after: { email: input.email, role: input.role, shopIds: shops },
  });
  const row = await invitationOfId(tx, actor.team, id);
  if (!row) throw new Error('an invitation vanished');
  return shown(actor, row);
}

/** Invites a person; an earlier invitation of the same address becomes void. */
export const inviteMemberWith =
  (needs: AccessNeeds) => async (actor: StaffActor, bare: Bare, input: InviteInput) => {
    // The secret stands behind the #: browsers send that part to no server and no log.
    const linkOf = (token: string) =>
      `${siteOf(needs, bare.request)}/desk/invitation#${teamToken(actor.team, token)}`;
    return once(
      actor,
      bare,
      needs.secretKey,
      {
        endpoint: 'inviteMember',
        input,
        kept: ({ invitation }: { invitation: ReturnType<typeof shown>; link: string }) =>
          invitation,
        again: (invitation, token) => ({ invitation, link: linkOf(token) }),
      },
      async (tx, token) => {
        const invitation = await invite(actor, tx, input, token);
        return isRefusal(invitation) ? invitation : { invitation, link: linkOf(token) };
      },
    );
  };

/** Invitations, newest first. */
export async function listInvitations(
  actor: StaffActor,
  tx: Tx,
  input: InputOf<typeof access.listInvitations>,
) {
  const place = readCursor<[string]>('invitations', ['id'], input.cursor);
  if (isRefusal(place)) return place;
  const limit = input.limit ?? 50;
  const rows = await listInvitationRows(tx, actor.team, {
    below: place?.[0] ?? null,
    limit: limit + 1,
  });
  const page = pageOf('invitations', rows, limit, (row) => [row.id]);
  return { items: page.items.map((row) => shown(actor, row)), next: page.next };
}

/** Makes an invitation void. */
export async function withdrawInvitation(
  actor: StaffActor,
  tx: Tx,
  input: InputOf<typeof access.withdrawInvitation>,
) {
  const row = await invitationOfId(tx, actor.team, input.invitationId);
  if (!row) return refuse('invitation.not_found');
  if (!(await close(tx, actor.team, row.id, 'withdrawn_at'))) return refuse('invitation.closed');
  record(tx, actor, {
    action: 'member.invitation_withdrawn',
    subject: { kind: 'invitation', id: row.id },
    before: { email: row.email, role: row.role },
  });
}
