import type { access, InputOf } from '@guitai/contract';
import { type Actor, type MemberActor, system } from '../../kernel/actor.ts';
import { clock } from '../../kernel/clock.ts';
import { isRefusal, refuse } from '../../kernel/refusal.ts';
import type { Bare } from '../../kernel/route.ts';
import { record, recordRefusal } from '../audit/index.ts';
import { lockAccount, readAccount } from './account.store.ts';
import { closeChallenge, tryChallenge } from './challenge.ts';
import { confirmPassword } from './confirm-password.ts';
import { memberOfAccount } from './member.store.ts';
import { doneBefore, once } from './once.ts';
import { originOf } from './origin.ts';
import type { AccessNeeds } from './ports.ts';
import { freshSecret, recoveryCodes, stepOf, totpUri } from './second-factor.rules.ts';
import { sealPurpose, setPending, takeCode, turnOff, turnOn } from './second-factor.store.ts';
import { keyed, seal, unseal } from './secrets.ts';
import { startSession } from './start-session.ts';
import { countTry } from './throttle.store.ts';

const nobody: Actor = { kind: 'nobody', team: null, locale: 'en' };

/** Second step of signing in. Wrong codes count like wrong passwords. */
export const verifySecondFactorWith =
  (needs: AccessNeeds) =>
  async (_: Actor, { db, request }: Bare, input: InputOf<typeof access.verifySecondFactor>) => {
    const challenge = await db.outside(nobody, (tx) => tryChallenge(tx, input.challenge));
    if (!challenge) return refuse('access.challenge_expired');
    const delayed = await db.outside(nobody, (tx) => countTry(tx, challenge.counter_key));
    if (isRefusal(delayed)) return delayed;
    const { account_id: account, team_id: team, counter_key: counter } = challenge;
    const taken = await db.outside(nobody, async (tx) => {
      const how = await takeCode(tx, needs.secretKey, account, input.code);
      if (how === null || !(await closeChallenge(tx, input.challenge))) {
        return refuse('access.code_refused');
      }
      return how;
    });
    const member = await db.read(system(team, 'access.sign_in'), (tx) =>
      memberOfAccount(tx, team, account),
    );
    if (isRefusal(taken) || !member) {
      await recordRefusal(
        db,
        team,
        { ...nobody, from: originOf(request) },
        {
          action: 'access.signed_in',
          subject: member ? { kind: 'member', id: member.id } : null,
          reason: 'access.code_refused',
        },
      );
      return refuse('access.code_refused');
    }
    return startSession(needs, db, request, { account, team, member: member.id, counter });
  };

/** Prepares a second factor; the password is asked again, for an open screen is not the person. */
export const beginSecondFactorWith =
  (needs: AccessNeeds) =>
  async (actor: MemberActor, bare: Bare, input: InputOf<typeof access.beginSecondFactor>) => {
    const wrong = await confirmPassword(
      needs,
      actor,
      bare,
      input.password,
      'access.second_factor_begun',
    );
    if (wrong) return wrong;
    const secret = freshSecret();
    return bare.db.write(actor, async (tx) => {
      const account = await lockAccount(tx, actor.account);
      if (account.totp_secret) return refuse('access.second_factor_on');
      await setPending(tx, account.id, seal(needs.secretKey, sealPurpose, secret));
      return { secret, uri: totpUri(secret, account.email) };
    });
  };

/** Bytes for the recovery codes, out of the request's one-time secret. */
const codesOf = (token: string): string[] =>
  recoveryCodes(Buffer.concat([0, 1, 2, 3].map((n) => keyed(token, 'recovery-codes', String(n)))));

/** Turns the second factor on with a first code. */
export const confirmSecondFactorWith =
  (needs: AccessNeeds) =>
  (actor: MemberActor, bare: Bare, input: InputOf<typeof access.confirmSecondFactor>) =>
    once(
      actor,
      bare,
      needs.secretKey,
      {
        endpoint: 'confirmSecondFactor',
        input,
        kept: () => ({}),
        again: (_, token) => ({ recoveryCodes: codesOf(token) }),
      },
      async (tx, token) => {
        const account = await lockAccount(tx, actor.account);
        if (account.totp_secret) return refuse('access.second_factor_on');
        if (!account.totp_pending) return refuse('access.second_factor_not_begun');
        const secret = unseal(needs.secretKey, sealPurpose, account.totp_pending);
        const step = stepOf(secret, input.code, account.totp_step, clock.now());
        if (step === null) return refuse('access.code_refused');
        const codes = codesOf(token);
        await turnOn(tx, needs.secretKey, account, step, codes);
        record(tx, actor, {
          action: 'access.second_factor_on',
          subject: { kind: 'member', id: actor.member },
        });
        return { recoveryCodes: codes };
      },
    );

/** Turns the second factor off. */
export const removeSecondFactorWith =
  (needs: AccessNeeds) =>
  async (actor: MemberActor, bare: Bare, input: InputOf<typeof access.removeSecondFactor>) => {
    if (await doneBefore(actor, bare, 'removeSecondFactor')) return;
    const account = await bare.db.read(actor, (tx) => readAccount(tx, actor.account));
    if (!account?.totp_secret) return refuse('access.second_factor_off');
    const wrong = await confirmPassword(
      needs,
      actor,
      bare,
      input.password,
      'access.second_factor_off',
    );
    if (wrong) return wrong;
    const how = { endpoint: 'removeSecondFactor', input: {}, kept: () => null, again: () => null };
    const done = await once<null, never>(actor, bare, needs.secretKey, how, async (tx) => {
      await turnOff(tx, actor.account);
      record(tx, actor, {
        action: 'access.second_factor_off',
        subject: { kind: 'member', id: actor.member },
      });
      return null;
    });
    if (isRefusal(done)) return done;
  };
