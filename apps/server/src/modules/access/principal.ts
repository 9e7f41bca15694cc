import {
  type KeyActor,
  type MemberActor,
  type Origin,
  type StaffActor,
  system,
} from '../../kernel/actor.ts';
import { now } from '../../kernel/clock.ts';
import type { Db } from '../../kernel/db.ts';
import { type KeyRow, keyOfHash, keyOfId, noteUsed } from './key.store.ts';
import { grantsOfKey, grantsOfRole } from './roles.rules.ts';
import { hashToken, teamOfToken } from './secrets.ts';
import { seenEveryMs } from './session.rules.ts';
import { noteSeen, type SessionRow, sessionOfId, sessionOfToken } from './session.store.ts';

const usedEveryMs = 60_000;

/** The actor of a session. */
export const memberActor = (team: string, row: SessionRow, from?: Origin): MemberActor => ({
  kind: 'member',
  team,
  member: row.member,
  account: row.account_id,
  session: row.session,
  role: row.role,
  grants: grantsOfRole(row.role),
  shops: row.shop_ids,
  locale: row.locale,
  ...(from ? { from } : {}),
});

/** The actor of an API key. */
export const keyActor = (team: string, row: KeyRow, from?: Origin): KeyActor => ({
  kind: 'key',
  team,
  key: row.id,
  grants: grantsOfKey(row.permissions, row.shop_ids),
  shops: row.shop_ids,
  locale: 'en',
  ...(from ? { from } : {}),
});

/** The member behind a session token; notes that it was seen. */
export async function memberOf(db: Db, token: string, from: Origin): Promise<MemberActor | null> {
  const team = teamOfToken(token);
  if (team === null) return null;
  const asking = system(team, 'access.authenticate');
  const row = await db.read(asking, (tx) => sessionOfToken(tx, team, hashToken(token)));
  if (!row) return null;
  if (now().getTime() - row.last_seen_at.getTime() > seenEveryMs) {
    await db.write(asking, (tx) => noteSeen(tx, row, team, from.address));
  }
  return memberActor(team, row, from);
}

/** The key behind a secret; notes that it was used. */
export async function keyOf(db: Db, secret: string, from: Origin): Promise<KeyActor | null> {
  const team = secret.startsWith('gk_') ? teamOfToken(secret.slice(3)) : null;
  if (team === null) return null;
  const asking = system(team, 'access.authenticate');
  const row = await db.read(asking, (tx) => keyOfHash(tx, team, hashToken(secret)));
  if (!row) return null;
  if (now().getTime() - (row.last_used_at?.getTime() ?? 0) > usedEveryMs) {
    await db.write(asking, (tx) => noteUsed(tx, team, row.id));
  }
  return keyActor(team, row, from);
}

/** The same principal with its grants of this moment; null when it may no longer be here. */
export async function refreshStaff(db: Db, actor: StaffActor): Promise<StaffActor | null> {
  const asking = system(actor.team, 'access.refresh');
  if (actor.kind === 'member') {
    const row = await db.read(asking, (tx) => sessionOfId(tx, actor.team, actor.session));
    return row ? memberActor(actor.team, row, actor.from) : null;
  }
  const row = await db.read(asking, (tx) => keyOfId(tx, actor.team, actor.key));
  return row ? keyActor(actor.team, row, actor.from) : null;
}
