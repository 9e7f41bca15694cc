import { sql } from 'kysely';
import { run, type Tx } from '../../kernel/tx.ts';
import { type Kin, kinOf } from '../buyers/index.ts';
import { type Contact, contactHashes, kinPairs, pairsOf } from './contact.rules.ts';
import { type Refusing, says } from './decide.rules.ts';
import type { Digest } from './digest.rules.ts';
import type { OutreachRow } from './tables.ts';

/**
 * Standing noes by buyer: their own, those of the same person under another row, and those said under the same number or
 * address, whoever it belonged to then. The same person is whoever is merged with them or shares a number or an address with
 * them that few share: so a no is found over two steps, and no further.
 */
export async function refusalsOf(
  tx: Tx,
  contacts: readonly Contact[],
  digest: Digest,
): Promise<Map<string, Refusing[]>> {
  const kin = await kinOf(
    tx,
    contacts.map(({ id }) => id),
  );
  const pairs = [
    ...pairsOf(tx.team ?? '', contacts, digest),
    ...kinPairs(tx.team ?? '', kin, digest),
  ];
  const rows = await run<Refusing & { buyerId: string }>(
    tx,
    sql`with said as (
          ${saidByKin(tx, kin)}
          union select w.buyer, c.opt_out_id
            from unnest(${pairs.map((p) => p.buyer)}::uuid[], ${pairs.map((p) => p.hash)}::text[]) as w(buyer, hash)
            join outreach_opt_out_contacts c on c.team_id = ${tx.team} and c.contact = decode(w.hash, 'hex'))
        select distinct said.asked as "buyerId", o.shop_id as "shopId", o.channel, o.topic
        from said join outreach_opt_outs o on o.team_id = ${tx.team} and o.id = said.id and o.undone_at is null`,
  );
  return Map.groupBy(rows, (row) => row.buyerId);
}

/** Noes that kin said, or who is merged with them. */
export const saidByKin = (tx: Tx, kin: readonly Kin[]) => {
  const rows = sql`unnest(${kin.map((k) => k.of)}::uuid[], ${kin.map((k) => k.id)}::uuid[]) as k(asked, id)`;
  return sql`select k.asked, o.id from ${rows} join outreach_opt_outs o on o.team_id = ${tx.team} and o.buyer_id = k.id
          union select k.asked, o.id from ${rows} join published.buyer_same s on s.team_id = ${tx.team} and s.buyer_id = k.id
            join outreach_opt_outs o on o.team_id = s.team_id and o.buyer_id = s.same_id`;
};

/** Whether a no stands against a message on the way it was decided to go. */
export async function isBarred(
  tx: Tx,
  contact: Contact,
  message: Pick<OutreachRow, 'shopId' | 'topic' | 'channel'>,
  digest: Digest,
): Promise<boolean> {
  const { channel } = message;
  const nos = (await refusalsOf(tx, [contact], digest)).get(contact.id) ?? [];
  return channel !== null && nos.some((no) => says(no, message, channel));
}

/** Puts the number and the address of buyers beside their standing noes, so that these hold wherever they turn up again. */
export async function followContacts(
  tx: Tx,
  contacts: readonly Contact[],
  digest: Digest,
): Promise<void> {
  const pairs = pairsOf(tx.team ?? '', contacts, digest);
  if (pairs.length === 0) return;
  await run(
    tx,
    sql`insert into outreach_opt_out_contacts (team_id, contact, opt_out_id)
        select o.team_id, decode(w.hash, 'hex'), o.id
        from unnest(${pairs.map((p) => p.buyer)}::uuid[], ${pairs.map((p) => p.hash)}::text[]) as w(buyer, hash)
        join outreach_opt_outs o on o.team_id = ${tx.team} and o.buyer_id = w.buyer and o.undone_at is null
        on conflict do nothing`,
  );
}

/** Buyers among these who said no to something. */
export const buyersWithNoes = async (tx: Tx, ids: readonly string[]): Promise<string[]> => {
  const rows = await run<{ id: string }>(
    tx,
    sql`select distinct buyer_id as id from outreach_opt_outs where team_id = ${tx.team}
        and buyer_id = any(${[...ids]}::uuid[]) and undone_at is null`,
  );
  return rows.map(({ id }) => id);
};

/** Narrows noes, known as `o`, to those that hold for a buyer. */
export async function holdsFor(tx: Tx, contact: Contact, digest: Digest) {
  const kin = await kinOf(tx, [contact.id]);
  const hashes = [contact, ...kin].flatMap((row) => contactHashes(tx.team ?? '', row, digest));
  return sql`(o.id in (select said.id from (${saidByKin(tx, kin)}) said) or o.id in (select opt_out_id from outreach_opt_out_contacts where team_id = ${tx.team}
      and contact in (select decode(h, 'hex') from unnest(${hashes}::text[]) h)))`;
}
