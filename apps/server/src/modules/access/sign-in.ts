import type { access, InputOf } from '@guitai/contract';
import type { Actor, Origin } from '../../kernel/actor.ts';
import type { Db } from '../../kernel/db.ts';
import { isRefusal, refuse } from '../../kernel/refusal.ts';
import type { Bare } from '../../kernel/route.ts';
import { type Act, recordRefusal } from '../audit/index.ts';
import { type Account, activeTeams, findAccount, type Membership } from './account.store.ts';
import { openChallenge } from './challenge.ts';
import { counterKey, deviceMarkOf } from './device.ts';
import { originOf } from './origin.ts';
import { verifyPassword } from './password.ts';
import type { AccessNeeds } from './ports.ts';
import { startSession } from './start-session.ts';
import { countTry } from './throttle.store.ts';

/** Every refused sign-in takes this long, so that its time tells nothing about the account. */
const refusalTakesMs = 350;

async function untilPassed(started: number): Promise<void> {
  const left = refusalTakesMs - (performance.now() - started);
  if (left > 0) await new Promise((resolve) => setTimeout(resolve, left));
}

/** The team asked for, or the one used last; undefined when the person has none (left). */
const chosen = (teams: readonly Membership[], wanted: string | undefined) =>
  wanted === undefined ? teams[0] : teams.find((one) => one.team_id === wanted);

/** A refused sign-in is on record in the team it aimed at; an unknown address aims at none. */
async function onRecord(db: Db, to: Membership | undefined, from: Origin, reason: string) {
  if (!to) return;
  const act: Act = {
    action: 'access.signed_in',
    subject: { kind: 'member', id: to.member_id },
    reason,
  };
  const nobody: Actor = { kind: 'nobody', team: null, locale: 'en', from };
  await recordRefusal(db, to.team_id, nobody, act);
}

interface Found {
  readonly account: Account | undefined;
  readonly counter: Buffer;
  readonly team: Membership | undefined;
}

/** Signs in; see the contract. What is refused is refused with one answer. */
export const signInWith =
  (needs: AccessNeeds) =>
  async (_: Actor, { db, request }: Bare, input: InputOf<typeof access.signIn>) => {
    const started = performance.now();
    const from = originOf(request);
    const mark = deviceMarkOf(request);
    const nobody: Actor = { kind: 'nobody', team: null, locale: 'en' };

    const { account, counter, team } = await db.outside(nobody, async (tx): Promise<Found> => {
      const account = await findAccount(tx, input.email);
      const teams = await activeTeams(tx, account?.id ?? noAccount);
      const counter = counterKey(needs.secretKey, input.email, account?.id ?? null, mark);
      return { account, counter, team: chosen(teams, input.teamId) };
    });
    const delayed = await db.outside(nobody, (tx) => countTry(tx, counter));
    if (isRefusal(delayed)) {
      await onRecord(db, team, from, delayed.code);
      await untilPassed(started);
      return delayed;
    }
    const right = await verifyPassword(account?.password_hash ?? null, input.password);
    if (isRefusal(right)) return right;
    if (!right || !account || !team) {
      await onRecord(db, team, from, 'access.sign_in_refused');
      await untilPassed(started);
      return refuse('access.sign_in_refused');
    }
    if (account.totp_secret) {
      const { challenge, expiresAt } = await openChallenge(db, {
        account: account.id,
        team: team.team_id,
        counter,
      });
      return { state: 'second_factor' as const, challenge, expiresAt: expiresAt.toISOString() };
    }
    return startSession(needs, db, request, {
      account: account.id,
      team: team.team_id,
      member: team.member_id,
      counter,
    });
  };

const noAccount = '00000000-0000-0000-0000-000000000000';
