import { sql } from 'kysely';
import { clock, now } from '../../kernel/clock.ts';
import { first, run, type Tx } from '../../kernel/tx.ts';
import { type Account, lockAccount } from './account.store.ts';
import { recoveryForm, stepOf } from './second-factor.rules.ts';
import { keyed, unseal } from './secrets.ts';
import { own } from './tables.ts';

/** What the sealed secret of an authenticator app is sealed for. */
export const sealPurpose = 'second-factor';

const codeHash = (secretKey: string, account: string, code: string): Buffer =>
  keyed(secretKey, 'recovery', `${account}\n${code}`);

async function takeRecovery(tx: Tx, secretKey: string, account: string, code: string) {
  const form = recoveryForm(code);
  if (form === null) return false;
  const taken = await first(
    tx,
    sql`update recovery_codes set used_at = ${now()}
        where account_id = ${account} and code_hash = ${codeHash(secretKey, account, form)} and used_at is null
        returning 1 as one`,
  );
  return taken !== undefined;
}

/** Takes a code for good: the step of the app, or one recovery code. Says which; null when it is neither. */
export async function takeCode(
  tx: Tx,
  secretKey: string,
  accountId: string,
  code: string,
): Promise<'app' | 'recovery' | null> {
  const account = await lockAccount(tx, accountId);
  if (!account.totp_secret) return null;
  const step = stepOf(
    unseal(secretKey, sealPurpose, account.totp_secret),
    code,
    account.totp_step,
    clock.now(),
  );
  if (step !== null) {
    await setStep(tx, account, step);
    return 'app';
  }
  return (await takeRecovery(tx, secretKey, account.id, code)) ? 'recovery' : null;
}

const setStep = (tx: Tx, account: Account, step: number) =>
  own(tx).updateTable('accounts').set({ totp_step: step }).where('id', '=', account.id).execute();

/** Keeps a secret that does not count yet. */
export async function setPending(tx: Tx, account: string, sealed: Buffer): Promise<void> {
  await own(tx)
    .updateTable('accounts')
    .set({ totp_pending: sealed })
    .where('id', '=', account)
    .execute();
}

/** Turns the pending secret on and replaces the recovery codes. */
export async function turnOn(
  tx: Tx,
  secretKey: string,
  account: Account,
  step: number,
  codes: readonly string[],
): Promise<void> {
  await own(tx)
    .updateTable('accounts')
    .set({ totp_secret: account.totp_pending, totp_pending: null, totp_step: step })
    .where('id', '=', account.id)
    .execute();
  await run(tx, sql`delete from recovery_codes where account_id = ${account.id}`);
  await own(tx)
    .insertInto('recovery_codes')
    .values(
      codes.map((code) => ({
        account_id: account.id,
        code_hash: codeHash(secretKey, account.id, recoveryForm(code) ?? ''),
      })),
    )
    .execute();
}

/** Turns the second factor off; its recovery codes go too. */
export async function turnOff(tx: Tx, account: string): Promise<void> {
  await own(tx)
    .updateTable('accounts')
    .set({ totp_secret: null, totp_pending: null })
    .where('id', '=', account)
    .execute();
  await run(tx, sql`delete from recovery_codes where account_id = ${account}`);
}
