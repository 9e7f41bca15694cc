import { sql } from 'kysely';
import type { Actor } from '../../kernel/actor.ts';
import { clock, now } from '../../kernel/clock.ts';
import type { Db } from '../../kernel/db.ts';
import { first, run, type Tx } from '../../kernel/tx.ts';
import { hashToken, randomSecret } from './secrets.ts';
import { own } from './tables.ts';

/** How long the second step may take, and how many codes may be tried in it. */
export const challengeMs = 5 * 60_000;
const triesPerChallenge = 5;

export interface Challenge {
  readonly account_id: string;
  readonly team_id: string;
  readonly counter_key: Buffer;
}

const nobody: Actor = { kind: 'nobody', team: null, locale: 'en' };

/** Remembers that the password was right; the token is the way to the second step. */
export async function openChallenge(
  db: Db,
  of: { account: string; team: string; counter: Buffer },
): Promise<{ challenge: string; expiresAt: Date }> {
  const challenge = randomSecret();
  const expiresAt = new Date(clock.now() + challengeMs);
  await db.outside(nobody, async (tx) => {
    await run(tx, sql`delete from sign_in_challenges where expires_at < ${now()}`);
    await own(tx)
      .insertInto('sign_in_challenges')
      .values({
        token_hash: hashToken(challenge),
        account_id: of.account,
        team_id: of.team,
        counter_key: of.counter,
        expires_at: expiresAt,
      })
      .execute();
  });
  return { challenge, expiresAt };
}

/** Takes one of the challenge's tries; undefined when it is over or has none left. */
export const tryChallenge = (tx: Tx, token: string) =>
  first<Challenge>(
    tx,
    sql`update sign_in_challenges set failures = failures + 1
        where token_hash = ${hashToken(token)} and expires_at > ${now()} and failures < ${triesPerChallenge}
        returning account_id, team_id, counter_key`,
  );

/** Closes a challenge; false when a rival closed it first. */
export const closeChallenge = async (tx: Tx, token: string): Promise<boolean> =>
  (await first(
    tx,
    sql`delete from sign_in_challenges where token_hash = ${hashToken(token)} returning 1 as one`,
  )) !== undefined;
