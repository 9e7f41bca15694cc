import { sql } from 'kysely';
import { newId } from '../../kernel/ids.ts';
import { first, run, type Tx } from '../../kernel/tx.ts';
import { own } from './tables.ts';

type Proof = 'claimed' | 'verified';

interface Columns {
  readonly name?: string;
  readonly email?: string;
  readonly locale?: string;
  readonly phone?: string;
  readonly phone_country?: string;
  readonly phone_valid?: boolean;
}

export async function insertBuyer(
  tx: Tx,
  id: string,
  shopId: string,
  proof: Proof,
  columns: Columns,
): Promise<void> {
  const row = { team_id: tx.team ?? '', id, shop_ids: [shopId], contact_proof: proof, ...columns };
  await own(tx)
    .insertInto('buyers')
    .values(row as never)
    .execute();
}

interface NewAccount {
  readonly buyerId: string;
  readonly shopId: string;
  readonly externalId: string;
  readonly proof: Proof;
}

/** Links an account and counts its shop to those the buyer stands in. */
export async function insertAccount(tx: Tx, account: NewAccount): Promise<void> {
  await run(
    tx,
    sql`insert into buyer_accounts (team_id, id, shop_id, external_id, buyer_id, proof)
        values (${tx.team}, ${newId()}, ${account.shopId}, ${account.externalId}, ${account.buyerId}, ${account.proof})`,
  );
  await run(
    tx,
    sql`update buyers set shop_ids = shop_ids || ${account.shopId}::uuid
        where team_id = ${tx.team} and id = ${account.buyerId} and not shop_ids @> array[${account.shopId}::uuid]`,
  );
}

/** The buyer behind a shop's own id, when the shop itself has told us of it. */
export async function findVerified(
  tx: Tx,
  shopId: string,
  externalId: string,
): Promise<string | null> {
  const row = await first<{ buyer_id: string }>(
    tx,
    sql`select buyer_id from buyer_accounts where team_id = ${tx.team} and shop_id = ${shopId}
        and external_id = ${externalId} and proof = 'verified'`,
  );
  return row?.buyer_id ?? null;
}

/** Lets rivals for one account follow one another until the transaction ends. */
export const lockAccount = (tx: Tx, shopId: string, externalId: string) =>
  run(
    tx,
    sql`select pg_advisory_xact_lock(hashtextextended(${`${tx.team} ${shopId} ${externalId}`}, 0))`,
  );

export const readContact = (tx: Tx, id: string) =>
  first<{
    name: string;
    email: string | null;
    phone: string | null;
    locale: string | null;
    contact_proof: Proof;
  }>(
    tx,
    sql`select name, email, phone, locale, contact_proof from buyers
        where team_id = ${tx.team} and id = ${id} for update`,
  );
