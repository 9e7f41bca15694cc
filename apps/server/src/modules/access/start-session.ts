import type { FastifyRequest } from 'fastify';
import { type MemberActor, system } from '../../kernel/actor.ts';
import { answer } from '../../kernel/answer.ts';
import { clock } from '../../kernel/clock.ts';
import type { Db } from '../../kernel/db.ts';
import { newId } from '../../kernel/ids.ts';
import { refuse } from '../../kernel/refusal.ts';
import type { Tx } from '../../kernel/tx.ts';
import { record } from '../audit/index.ts';
import { noteTeamUsed } from './account.store.ts';
import { deviceMarkOf, makeMark } from './device.ts';
import { isSecure, originOf } from './origin.ts';
import type { AccessNeeds } from './ports.ts';
import { memberActor } from './principal.ts';
import { hashToken, randomSecret, teamToken } from './secrets.ts';
import { deviceWords, signedInCookies } from './session.rules.ts';
import { insertSession, sessionOfToken } from './session.store.ts';
import { forgetTries } from './throttle.store.ts';

export interface Entrant {
  readonly account: string;
  readonly team: string;
  readonly member: string;
  /** The counter of wrong tries that this success wipes. */
  readonly counter: Buffer | null;
}

/** Makes a session inside a transaction of the team; gives the cookies, or null when the member was shut out meanwhile. */
export async function openSession(
  needs: AccessNeeds,
  tx: Tx,
  request: FastifyRequest,
  entrant: Entrant,
): Promise<{ actor: MemberActor; cookies: string[] } | null> {
  const from = originOf(request);
  const token = teamToken(entrant.team, randomSecret());
  await insertSession(tx, {
    id: newId(),
    hash: hashToken(token),
    team: entrant.team,
    account: entrant.account,
    member: entrant.member,
    device: deviceWords(from.device),
    address: from.address,
    idleSeconds: needs.sessionIdleDays * 24 * 3600,
    expiresAt: new Date(clock.now() + needs.sessionMaxDays * 24 * 3600_000),
  });
  const row = await sessionOfToken(tx, entrant.team, hashToken(token));
  if (!row) return null;
  await noteTeamUsed(tx, entrant.account, entrant.team);
  if (entrant.counter) await forgetTries(tx, entrant.counter);
  const actor = memberActor(entrant.team, row, from);
  record(tx, actor, {
    action: 'access.signed_in',
    subject: { kind: 'member', id: entrant.member },
  });
  const mark = deviceMarkOf(request);
  const kept = mark ?? makeMark(needs.secretKey, entrant.account);
  return {
    actor,
    cookies: signedInCookies(token, kept, needs.sessionMaxDays, isSecure(needs, request)),
  };
}

/** Opens a session and answers with its cookies. */
export async function startSession(
  needs: AccessNeeds,
  db: Db,
  request: FastifyRequest,
  entrant: Entrant,
) {
  const opened = await db.write(
    system(entrant.team, 'access.sign_in'),
    async (tx) =>
      (await openSession(needs, tx, request, entrant)) ?? refuse('access.sign_in_refused'),
  );
  if (!('cookies' in opened)) return opened;
  return answer(
    { state: 'signed_in' as const, memberId: entrant.member, teamId: entrant.team },
    { 'set-cookie': opened.cookies },
  );
}
