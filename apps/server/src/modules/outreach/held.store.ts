import { sql } from 'kysely';
import { run, type Tx } from '../../kernel/tx.ts';
import { type Contact, pairsOf } from './contact.rules.ts';
import type { Digest } from './digest.rules.ts';

/** Notes for these buyers which noes hold that others said under their number or address; what no longer holds goes. */
export async function noteHeld(
  tx: Tx,
  contacts: readonly Contact[],
  digest: Digest,
): Promise<void> {
  if (contacts.length === 0) return;
  const pairs = pairsOf(tx.team ?? '', contacts, digest);
  await run(
    tx,
    sql`with w as materialized (select * from unnest(${pairs.map((p) => p.buyer)}::uuid[], ${pairs.map((p) => p.hash)}::text[]) as w(buyer, hash)),
          holds as materialized (select distinct w.buyer, c.opt_out_id from w
            join outreach_opt_out_contacts c on c.team_id = ${tx.team} and c.contact = decode(w.hash, 'hex')
            join outreach_opt_outs o on o.team_id = c.team_id and o.id = c.opt_out_id and o.undone_at is null
              and o.buyer_id is distinct from w.buyer),
          gone as (delete from outreach_opt_out_buyers h where h.team_id = ${tx.team}
            and h.buyer_id = any(${contacts.map(({ id }) => id)}::uuid[])
            and not exists (select from holds where holds.buyer = h.buyer_id and holds.opt_out_id = h.opt_out_id))
        insert into outreach_opt_out_buyers (team_id, opt_out_id, buyer_id)
        select ${tx.team}, opt_out_id, buyer from holds on conflict do nothing`,
  );
}
