import type { AddressShape } from '@guitai/contract';
import { sql } from 'kysely';
import { run, type Tx } from '../../kernel/tx.ts';

export interface MirrorRow {
  readonly id: string;
  readonly account_id: string;
  readonly external_id: string;
  readonly name: string;
  readonly phone: string | null;
  readonly phone_country: string | null;
  readonly phone_valid: boolean | null;
  readonly email: string | null;
  readonly level: string | null;
  readonly locale: string | null;
  readonly attributes: Readonly<Record<string, unknown>>;
  readonly source_hash: string;
}

interface KnownAccount {
  readonly accountId: string;
  readonly buyerId: string;
  /** Hex; null where no file has told of the buyer yet. */
  readonly hash: string | null;
}

/** Accounts of the shop by its own ids, locked until the batch is done. */
export async function readAccounts(
  tx: Tx,
  shopId: string,
  externalIds: readonly string[],
): Promise<Map<string, KnownAccount>> {
  const rows = await run<KnownAccount & { externalId: string }>(
    tx,
    sql`select external_id as "externalId", id as "accountId", buyer_id as "buyerId", encode(source_hash, 'hex') as hash
        from buyer_accounts where team_id = ${tx.team} and shop_id = ${shopId} and proof = 'verified'
          and external_id = any(${[...externalIds]}::text[])
        order by id for update`,
  );
  return new Map(rows.map((row) => [row.externalId, row]));
}

const recordset = (
  rows: readonly MirrorRow[],
) => sql`json_to_recordset(${JSON.stringify(rows)}::json) as r(
  id uuid, account_id uuid, external_id text, name text, phone text, phone_country text, phone_valid boolean,
  email text, level text, locale text, attributes jsonb, source_hash text)`;

export async function insertMirrored(
  tx: Tx,
  shopId: string,
  rows: readonly MirrorRow[],
): Promise<void> {
  if (rows.length === 0) return;
  await run(
    tx,
    sql`insert into buyers (team_id, id, shop_ids, name, phone, phone_country, phone_valid, email, level, locale,
          attributes, contact_proof, mirrored_at)
        select ${tx.team}, r.id, array[${shopId}::uuid], r.name, r.phone, r.phone_country, r.phone_valid, r.email, r.level,
          r.locale, r.attributes, 'verified', now() from ${recordset(rows)}`,
  );
  await run(
    tx,
    sql`insert into buyer_accounts (team_id, id, shop_id, external_id, buyer_id, proof, source_hash)
        select ${tx.team}, r.account_id, ${shopId}, r.external_id, r.id, 'verified', decode(r.source_hash, 'hex')
        from ${recordset(rows)}`,
  );
}

/** Inserts buyers known by the shop's id alone; one that a rival inserted meanwhile is taken as it is. */
export async function insertNamed(tx: Tx, shopId: string, rows: readonly MirrorRow[]) {
  await run(
    tx,
    sql`select pg_advisory_xact_lock(hashtextextended(${`${tx.team} ${shopId} named`}, 0))`,
  );
  await run(
    tx,
    sql`with fresh as (select r.* from ${recordset(rows)} where not exists (select from buyer_accounts a
            where a.team_id = ${tx.team} and a.shop_id = ${shopId} and a.external_id = r.external_id and a.proof = 'verified')),
          made as (insert into buyers (team_id, id, shop_ids, contact_proof)
            select ${tx.team}, id, array[${shopId}::uuid], 'verified' from fresh)
        insert into buyer_accounts (team_id, id, shop_id, external_id, buyer_id, proof)
        select ${tx.team}, account_id, ${shopId}, external_id, id, 'verified' from fresh`,
  );
  return run<{ external_id: string; buyer_id: string }>(
    tx,
    sql`select external_id, buyer_id from buyer_accounts where team_id = ${tx.team} and shop_id = ${shopId}
        and proof = 'verified' and external_id = any(${rows.map((row) => row.external_id)}::text[])`,
  );
}

/**
 * The ids stand in the question a second time: of a team that has just come, the database believes it has few rows, and
 * would compare each of the batch with each of the team.
 */
export async function updateMirrored(tx: Tx, rows: readonly MirrorRow[]): Promise<void> {
  if (rows.length === 0) return;
  const ids = rows.map((row) => row.id);
  const accounts = rows.map((row) => row.account_id);
  await run(
    tx,
    sql`update buyers b set name = r.name, phone = r.phone, phone_country = r.phone_country, phone_valid = r.phone_valid,
          email = r.email, level = r.level, locale = coalesce(r.locale, b.locale), attributes = case when r.attributes::jsonb = '{}' then b.attributes else r.attributes end,
          contact_proof = 'verified', mirrored_at = now(), updated_at = now(), version = b.version + 1
        from ${recordset(rows)} where b.team_id = ${tx.team} and b.id = any(${ids}::uuid[]) and b.id = r.id`,
  );
  await run(
    tx,
    sql`update buyer_accounts a set source_hash = decode(r.source_hash, 'hex')
        from ${recordset(rows)}
        where a.team_id = ${tx.team} and a.id = any(${accounts}::uuid[]) and a.id = r.account_id`,
  );
}

/** The source was read again and says the same: only the age of the data changes. */
export async function touch(tx: Tx, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await run(
    tx,
    sql`update buyers set mirrored_at = now() where team_id = ${tx.team} and id = any(${[...ids]}::uuid[])`,
  );
}

export interface NewAddress extends AddressShape {
  readonly id: string;
  readonly buyer_id: string;
  readonly main: boolean;
  readonly raw: string | null;
}

/** Addresses of the source are replaced; one a member made the main one stays so. */
export async function replaceAddresses(
  tx: Tx,
  buyerIds: readonly string[],
  addresses: readonly NewAddress[],
): Promise<void> {
  if (buyerIds.length === 0) return;
  await run(
    tx,
    sql`delete from buyer_addresses where team_id = ${tx.team} and source = 'import'
        and buyer_id = any(${[...buyerIds]}::uuid[])`,
  );
  await run(
    tx,
    sql`insert into buyer_addresses (team_id, id, buyer_id, main, source, name, phone, country, province, city, district,
          street, postcode, raw)
        select ${tx.team}, r.id, r.buyer_id, r.main and not exists (select from buyer_addresses o
            where o.team_id = ${tx.team} and o.buyer_id = r.buyer_id and o.main), 'import', r.name, r.phone, r.country,
          r.province, r.city, r.district, r.street, r.postcode, r.raw
        from json_to_recordset(${JSON.stringify(addresses)}::json) as r(id uuid, buyer_id uuid, main boolean, name text,
          phone text, country text, province text, city text, district text, street text, postcode text, raw text)`,
  );
}
