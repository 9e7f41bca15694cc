import type { IncomingMessage } from 'node:http';
import type { FastifyRequest } from 'fastify';
import {
  type KeyActor,
  type MemberActor,
  type Origin,
  type StaffActor,
  system,
} from '../../kernel/actor.ts';
import { clock, now } from '../../kernel/clock.ts';
import type { Db } from '../../kernel/db.ts';
import { type Refusal, refuse } from '../../kernel/refusal.ts';
import { type KeyRow, keyOfHash, keyOfId, noteUsed } from './key.store.ts';
import { grantsOfKey, grantsOfRole } from './roles.rules.ts';
import { hashToken, teamOfToken } from './secrets.ts';
import { readCookie, seenEveryMs, sessionCookie } from './session.rules.ts';
import { noteSeen, type SessionRow, sessionOfId, sessionOfToken } from './session.store.ts';

/** A principal is believed this long without asking again; so long may an ended session live in another process. */
const believedMs = 800;
const believedAtMost = 5_000;
const usedEveryMs = 60_000;

type Believed = { until: number; actor: StaffActor };

const caches = new WeakMap<Db, Map<string, Believed>>();

/** The short memory of a process; anything that ends or changes a principal in this process wipes it. */
function cacheOf(db: Db): Map<string, Believed> {
  const known = caches.get(db);
  if (known) return known;
  const made = new Map<string, Believed>();
  caches.set(db, made);
  db.onHappened((happened) => {
    if (happened.some((event) => /^(member|session|key)\./.test(event.type))) made.clear();
  });
  return made;
}

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

const keyActor = (team: string, row: KeyRow, from?: Origin): KeyActor => ({
  kind: 'key',
  team,
  key: row.id,
  grants: grantsOfKey(row.permissions, row.shop_ids),
  shops: row.shop_ids,
  locale: 'en',
  ...(from ? { from } : {}),
});

async function memberOf(db: Db, token: string, from: Origin): Promise<MemberActor | null> {
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

async function keyOf(db: Db, secret: string, from: Origin): Promise<KeyActor | null> {
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

async function believe(
  db: Db,
  token: string,
  from: Origin,
  ask: () => Promise<StaffActor | null>,
): Promise<StaffActor | Refusal<'access.signed_out'>> {
  const cache = cacheOf(db);
  const key = hashToken(token).toString('base64url');
  const known = cache.get(key);
  if (known && known.until > clock.now()) return { ...known.actor, from };
  const actor = await ask();
  if (!actor) return refuse('access.signed_out');
  if (cache.size >= believedAtMost) cache.clear();
  cache.set(key, { until: clock.now() + believedMs, actor });
  return actor;
}

interface Credentials {
  readonly authorization: string | undefined;
  readonly cookie: string | undefined;
}

/** Bearer first: a program that sends a key means the key. Null when nothing was shown. */
async function recognise(db: Db, shown: Credentials, from: Origin) {
  const bearer = /^Bearer +(\S{1,200})$/i.exec(shown.authorization ?? '')?.[1];
  if (bearer) return believe(db, bearer, from, () => keyOf(db, bearer, from));
  if (shown.authorization !== undefined) return refuse('access.signed_out');
  const token = readCookie(shown.cookie, sessionCookie);
  return token ? believe(db, token, from, () => memberOf(db, token, from)) : null;
}

/**
 * The member of a session cookie or the key of a Bearer header; null when neither was sent,
 * a refusal when what was sent is not (or no longer) good. A key in an address is never looked at.
 */
export const authenticateStaff = (
  db: Db,
  request: FastifyRequest,
): Promise<StaffActor | Refusal<'access.signed_out'> | null> =>
  recognise(
    db,
    { authorization: request.headers.authorization, cookie: request.headers.cookie },
    { address: request.ip, device: request.headers['user-agent'] ?? '' },
  );

/** What a socket of the desk is told of itself. */
const selfOf = (actor: StaffActor) =>
  actor.kind === 'member' ? { memberId: actor.member, role: actor.role } : { keyId: actor.key };

/** The desk (by cookie) or an integration (by key in the first frame) behind a fresh socket. */
export async function identifyDesk(
  db: Db,
  hello: Readonly<Record<string, unknown>>,
  request: IncomingMessage,
) {
  const byKey = hello.as === 'key' && typeof hello.token === 'string';
  const known = await recognise(
    db,
    byKey
      ? { authorization: `Bearer ${hello.token}`, cookie: undefined }
      : { authorization: undefined, cookie: request.headers.cookie },
    {
      address: request.socket.remoteAddress ?? '',
      device: request.headers['user-agent'] ?? '',
    },
  );
  if (known === null || !('team' in known)) return refuse('access.signed_out');
  return { actor: known, topics: [], self: selfOf(known) };
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
