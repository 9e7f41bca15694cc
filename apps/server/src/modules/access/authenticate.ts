import type { IncomingMessage } from 'node:http';
import type { FastifyRequest } from 'fastify';
import type { Origin, StaffActor } from '../../kernel/actor.ts';
import { addressOf } from '../../kernel/address.ts';
import type { Db } from '../../kernel/db.ts';
import { type Refusal, refuse } from '../../kernel/refusal.ts';
import { believe } from './believe.ts';
import { keyOf, memberOf } from './principal.ts';
import { readCookie, sessionCookie } from './session.rules.ts';

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
  { trustProxy }: { readonly trustProxy: boolean } = { trustProxy: false },
) {
  const byKey = hello.as === 'key' && typeof hello.token === 'string';
  const known = await recognise(
    db,
    byKey
      ? { authorization: `Bearer ${hello.token}`, cookie: undefined }
      : { authorization: undefined, cookie: request.headers.cookie },
    {
      address: addressOf(request, trustProxy),
      device: request.headers['user-agent'] ?? '',
    },
  );
  if (known === null || !('team' in known)) return refuse('access.signed_out');
  return { actor: known, topics: [], self: selfOf(known) };
}
