import { sql } from 'kysely';
import { run, type Tx } from '../../kernel/tx.ts';
import { contactsSharing, kinOf } from '../buyers/index.ts';
import { type Contact, kinPairs } from './contact.rules.ts';
import type { Digest } from './digest.rules.ts';
import { saidByKin } from './refused.store.ts';

/**
 * Everybody for whom a no of these may hold: whoever is reached as they are, and who is the same person as one of those as far as
 * anybody can tell.
 */
export async function circleOf(tx: Tx, contacts: readonly Contact[]): Promise<Contact[]> {
  const near = await kinOf(
    tx,
    contacts.map(({ id }) => id),
  );
  const sharing = await contactsSharing(tx, [...contacts, ...near]);
  const ids = new Set([...near, ...sharing].map(({ id }) => id));
  const all = await kinOf(tx, [...ids]);
  return [...new Map(all.map((row) => [row.id, row])).values()];
}

/** Notes for these buyers which noes hold that others said, under a number or an address of theirs; what no longer holds goes. */
export async function noteHeld(
  tx: Tx,
  contacts: readonly Contact[],
  digest: Digest,
): Promise<void> {
  if (contacts.length === 0) return;
  const kin = await kinOf(
    tx,
    contacts.map(({ id }) => id),
  );
  const pairs = kinPairs(tx.team ?? '', kin, digest);
  await run(
    tx,
    sql`with w as materialized (select * from unnest(${pairs.map((p) => p.buyer)}::uuid[], ${pairs.map((p) => p.hash)}::text[]) as w(buyer, hash)),
          said as (select w.buyer as asked, c.opt_out_id as id from w
              join outreach_opt_out_contacts c on c.team_id = ${tx.team} and c.contact = decode(w.hash, 'hex')
            union ${saidByKin(tx, kin)}),
          holds as materialized (select said.asked as buyer, o.id as opt_out_id from said
            join outreach_opt_outs o on o.team_id = ${tx.team} and o.id = said.id and o.undone_at is null
              and o.buyer_id is distinct from said.asked),
          gone as (delete from outreach_opt_out_buyers h where h.team_id = ${tx.team}
            and h.buyer_id = any(${contacts.map(({ id }) => id)}::uuid[])
            and not exists (select from holds where holds.buyer = h.buyer_id and holds.opt_out_id = h.opt_out_id))
        insert into outreach_opt_out_buyers (team_id, opt_out_id, buyer_id)
        select ${tx.team}, opt_out_id, buyer from holds on conflict do nothing`,
  );
}
