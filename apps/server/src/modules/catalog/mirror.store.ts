import { sql } from 'kysely';
import { newId } from '../../kernel/ids.ts';
import { run, type Tx } from '../../kernel/tx.ts';
import { type IndexEntry, indexForm } from './index.rules.ts';
import type { ProductRecord } from './mirror.ts';

/** Products of the shop by its own ids with the hash (hex) of what was read last; locked until the batch is done. */
export async function readKnown(tx: Tx, shopId: string, externalIds: readonly string[]) {
  const rows = await run<{ external_id: string; id: string; hash: string | null }>(
    tx,
    sql`select external_id, id, encode(source_hash, 'hex') as hash from products
        where team_id = ${tx.team} and shop_id = ${shopId} and external_id = any(${[...externalIds]}::text[])
        order by id for update`,
  );
  return new Map(rows.map((row) => [row.external_id, row]));
}

/** The source was read again and says the same: only the age of the data changes. */
export async function touch(tx: Tx, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await run(
    tx,
    sql`update products set mirrored_at = now() where team_id = ${tx.team} and id = any(${[...ids]}::uuid[])`,
  );
}

interface Pair {
  readonly id: string;
  readonly record: ProductRecord;
}

/** Inserts or overwrites the products of a batch. */
export async function writeProducts(tx: Tx, shopId: string, pairs: readonly Pair[]): Promise<void> {
  const rows = pairs.map(({ id, record }) => ({
    id,
    external_id: record.externalId,
    title: record.title,
    status: record.status,
    currency: record.currency,
    description: record.description,
    aliases: record.aliases,
    pictures: record.pictures,
    url: record.url,
    attributes: record.attributes,
    source_hash: record.hash.toString('hex'),
  }));
  await run(
    tx,
    sql`insert into products (team_id, id, shop_id, external_id, title, status, currency, description, aliases, pictures, url,
          attributes, source_hash, mirrored_at)
        select ${tx.team}, r.id, ${shopId}, r.external_id, r.title, r.status, r.currency, r.description, r.aliases,
          r.pictures, r.url, r.attributes, decode(r.source_hash, 'hex'), now()
        from json_to_recordset(${JSON.stringify(rows)}::json) as r(id uuid, external_id text, title text, status text,
          currency text, description text, aliases text[], pictures text[], url text, attributes jsonb, source_hash text)
        on conflict (team_id, id) do update set title = excluded.title, status = excluded.status,
          currency = excluded.currency, description = excluded.description, aliases = excluded.aliases,
          pictures = excluded.pictures, url = excluded.url, attributes = excluded.attributes,
          source_hash = excluded.source_hash, mirrored_at = now(), updated_at = now(), version = products.version + 1`,
  );
}

/** Inserts or overwrites the variants of a batch; one the source no longer has stays for its orders, not for sale. */
export async function writeVariants(tx: Tx, shopId: string, pairs: readonly Pair[]): Promise<void> {
  const rows = pairs.flatMap(({ id, record }) =>
    record.variants.map((variant, n) => ({
      id: newId(),
      product_id: id,
      no: n + 1,
      external_id: variant.externalId,
      sku: variant.sku,
      options: variant.options,
      price_minor: variant.priceMinor,
      stock: variant.stock,
      available: variant.available,
      picture_url: variant.pictureUrl,
      attributes: variant.attributes,
    })),
  );
  await run(
    tx,
    sql`insert into variants (team_id, id, product_id, shop_id, no, external_id, sku, options, price_minor, stock, available,
          picture_url, attributes)
        select ${tx.team}, r.id, r.product_id, ${shopId}, r.no, r.external_id, r.sku, r.options, r.price_minor, r.stock,
          r.available, r.picture_url, r.attributes
        from json_to_recordset(${JSON.stringify(rows)}::json) as r(id uuid, product_id uuid, no int, external_id text,
          sku text, options json, price_minor bigint, stock int, available boolean, picture_url text, attributes jsonb)
        on conflict (team_id, product_id, external_id) do update set no = excluded.no, sku = excluded.sku,
          options = excluded.options, price_minor = excluded.price_minor, stock = excluded.stock,
          available = excluded.available, picture_url = excluded.picture_url, attributes = excluded.attributes`,
  );
  const kept = rows.map((row) => `${row.product_id} ${row.external_id}`);
  await run(
    tx,
    sql`update variants set available = false where team_id = ${tx.team}
        and product_id = any(${pairs.map((pair) => pair.id)}::uuid[])
        and not (product_id::text || ' ' || external_id) = any(${kept}::text[])`,
  );
}

/** Puts the products of a batch into the search. */
export async function writeEntries(
  tx: Tx,
  shopId: string,
  entries: readonly (IndexEntry & { readonly id: string })[],
): Promise<void> {
  await run(
    tx,
    sql`insert into product_search (team_id, product_id, shop_id, available, title, more, codes, pinyin, initials, tokens, form)
        select ${tx.team}, r.id, ${shopId}, true, r.title, r.more, r.codes, r.pinyin, r.initials, r.tokens, ${indexForm}
        from json_to_recordset(${JSON.stringify(entries)}::json) as r(id uuid, title text, more text, codes text, pinyin text,
          initials text, tokens int[])
        on conflict (team_id, product_id) do update set title = excluded.title, more = excluded.more,
          codes = excluded.codes, pinyin = excluded.pinyin, initials = excluded.initials, tokens = excluded.tokens,
          form = excluded.form`,
  );
}

/** Products that were indexed in an older form, with what of them is searched. */
export const readOutdated = (tx: Tx, shopId: string, ids: readonly string[]) =>
  run<{ id: string; title: string; more: string[]; codes: string[] }>(
    tx,
    sql`select p.id, p.title,
          p.aliases || coalesce((select array_agg(o.value) from variants v, json_each_text(v.options) o
            where v.team_id = p.team_id and v.product_id = p.id), '{}') as more,
          array[p.external_id::text] || coalesce((select array_agg(c) from variants v, unnest(array[v.external_id::text, v.sku::text]) c
            where v.team_id = p.team_id and v.product_id = p.id), '{}') as codes
        from products p join product_search s on s.team_id = p.team_id and s.product_id = p.id and s.form < ${indexForm}
        where p.team_id = ${tx.team} and p.shop_id = ${shopId} and p.id = any(${[...ids]}::uuid[])`,
  );
