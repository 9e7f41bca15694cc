import { sql } from 'kysely';
import { now } from '../../kernel/clock.ts';
import { first, run, type Tx } from '../../kernel/tx.ts';
import { emailKey } from './password.rules.ts';
import { own } from './tables.ts';

export interface Account {
  readonly id: string;
  readonly email: string;
  readonly password_hash: string | null;
  readonly totp_secret: Buffer | null;
  readonly totp_pending: Buffer | null;
  readonly totp_step: number;
}

const columns = sql.raw('id, email, password_hash, totp_secret, totp_pending, totp_step');

export const findAccount = (tx: Tx, email: string) =>
  first<Account>(tx, sql`select ${columns} from accounts where email_key = ${emailKey(email)}`);

/** The account, locked until the transaction ends. */
export async function lockAccount(tx: Tx, id: string): Promise<Account> {
  const account = await first<Account>(
    tx,
    sql`select ${columns} from accounts where id = ${id} for update`,
  );
  if (!account) throw new Error('an account vanished');
  return account;
}

export const readAccount = (tx: Tx, id: string) =>
  first<Account>(tx, sql`select ${columns} from accounts where id = ${id}`);

/** Adds an account; says false when the address has one already. */
export async function insertAccount(
  tx: Tx,
  made: { id: string; email: string; passwordHash: string | null },
): Promise<boolean> {
  const rows = await own(tx)
    .insertInto('accounts')
    .values({
      id: made.id,
      email: made.email.trim(),
      email_key: emailKey(made.email),
      password_hash: made.passwordHash,
    })
    .onConflict((conflict) => conflict.column('email_key').doNothing())
    .returning('id')
    .execute();
  return rows.length > 0;
}

export async function setPassword(tx: Tx, id: string, hash: string): Promise<void> {
  await own(tx).updateTable('accounts').set({ password_hash: hash }).where('id', '=', id).execute();
}

export interface Membership {
  readonly team_id: string;
  readonly member_id: string;
}

/** Teams in which the person is active, the one used last first. */
export const activeTeams = (tx: Tx, account: string) =>
  run<Membership>(
    tx,
    sql`select team_id, member_id from account_teams
        where account_id = ${account} and active order by last_used_at desc, team_id`,
  );

/** Remembers in which team the person works, so that the next sign-in leads there. */
export async function noteTeamUsed(tx: Tx, account: string, team: string): Promise<void> {
  await own(tx)
    .updateTable('account_teams')
    .set({ last_used_at: now() })
    .where('account_id', '=', account)
    .where('team_id', '=', team)
    .execute();
}

/** Teams in which the person is active, with their names, by name. */
export const teamsOfAccount = (tx: Tx, account: string) =>
  run<{ id: string; name: string }>(
    tx,
    sql`select t.id, t.name from account_teams a join teams t on t.id = a.team_id
        where a.account_id = ${account} and a.active order by t.name, t.id`,
  );
