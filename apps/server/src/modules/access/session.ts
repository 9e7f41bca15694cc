import type { access, InputOf } from '@guitai/contract';
import type { MemberActor } from '../../kernel/actor.ts';
import { answer } from '../../kernel/answer.ts';
import { pageOf, readCursor } from '../../kernel/cursor.ts';
import { emit } from '../../kernel/events.ts';
import { isRefusal, refuse } from '../../kernel/refusal.ts';
import type { Tx } from '../../kernel/tx.ts';
import { record } from '../audit/index.ts';
import { sessionEnded } from './events.ts';
import type { AccessNeeds } from './ports.ts';
import { deleteOthers, deleteSession } from './session.end.store.ts';
import { signedOutCookie } from './session.rules.ts';
import { listLiving, type SessionLine } from './session.store.ts';

const shown = (actor: MemberActor, row: SessionLine) => ({
  id: row.id,
  current: row.id === actor.session,
  device: row.device,
  address: row.address,
  createdAt: row.created_at,
  lastSeenAt: row.last_seen_at,
  expiresAt: row.expires_at,
});

/** Own devices in this team; the one that asks stands first. */
export async function listSessions(
  actor: MemberActor,
  tx: Tx,
  input: InputOf<typeof access.listSessions>,
) {
  const place = readCursor<[string, string]>('sessions', ['instant', 'id'], input.cursor);
  if (isRefusal(place)) return place;
  const limit = input.limit ?? 50;
  const rows = await listLiving(tx, {
    team: actor.team,
    member: actor.member,
    current: actor.session,
    after: place,
    limit: limit + 1,
  });
  // The asking session stands first out of order, so a page that ends with it starts the others from the top.
  const page = pageOf('sessions', rows, limit, (row) => [
    row.id === actor.session ? endOfTime : row.last_seen_at,
    row.id,
  ]);
  return { items: page.items.map((row) => shown(actor, row)), next: page.next };
}

const endOfTime = '9999-12-31T23:59:59.999Z';

const tell = (actor: MemberActor, tx: Tx) =>
  emit(tx, sessionEnded, { subject: actor.member, actor, data: { memberId: actor.member } });

/** Ends the session that asks. */
export const signOutWith = (needs: AccessNeeds) => async (actor: MemberActor, tx: Tx) => {
  await deleteSession(tx, actor.team, actor.member, actor.session);
  record(tx, actor, {
    action: 'access.signed_out',
    subject: { kind: 'member', id: actor.member },
  });
  tell(actor, tx);
  const secure = needs.publicUrl?.startsWith('https:') ?? false;
  return answer(undefined, { 'set-cookie': signedOutCookie(secure) });
};

/** Signs another device out. */
export async function endSession(
  actor: MemberActor,
  tx: Tx,
  input: InputOf<typeof access.endSession>,
) {
  if (!(await deleteSession(tx, actor.team, actor.member, input.sessionId))) {
    return refuse('session.not_found');
  }
  record(tx, actor, {
    action: 'session.ended',
    subject: { kind: 'session', id: input.sessionId },
  });
  tell(actor, tx);
}

/** Signs every other device out. */
export async function endOtherSessions(actor: MemberActor, tx: Tx) {
  const ended = await deleteOthers(tx, actor.team, actor.member, actor.session);
  if (ended > 0) {
    record(tx, actor, {
      action: 'session.others_ended',
      subject: { kind: 'member', id: actor.member },
      after: { ended },
    });
    tell(actor, tx);
  }
  return { ended };
}
