import { sql } from 'kysely';
import { run, type Tx } from '../../kernel/tx.ts';
import type { ShopDay } from './facts.store.ts';

/** Money a person gave a buyer, as the log told it. */
export interface ActFact {
  readonly act_id: string;
  readonly shop_id: string;
  readonly order_id: string;
  readonly member_id: string | null;
  readonly kind: 'refund' | 'concession';
  readonly act: string;
  readonly state: string;
  readonly amount_minor: number;
  readonly currency: string;
  readonly at: string;
  readonly day: string;
  readonly conversation_id: string | null;
  readonly seq: number;
}

/** Writes acts; what is told later of the same act moves its state, never who did it or when. */
export async function putActs(tx: Tx, acts: readonly ActFact[]): Promise<ShopDay[]> {
  const days: ShopDay[] = [];
  for (const act of acts) {
    const [kept] = await run<ShopDay>(
      tx,
      sql`insert into insight_acts select * from json_populate_record(null::insight_acts, ${JSON.stringify({ ...act, team_id: tx.team })}::json)
          on conflict (team_id, act_id) do update set state = excluded.state, amount_minor = excluded.amount_minor, seq = excluded.seq
          where insight_acts.seq < excluded.seq
          returning shop_id as "shopId", day::text as day`,
    );
    if (kept) days.push(kept);
  }
  return days;
}

export interface ScriptUse {
  readonly seq: number;
  readonly shop_id: string;
  readonly script_id: string;
  readonly version: number;
  readonly variant: number;
  readonly member_id: string | null;
  readonly conversation_id: string;
  readonly message_id: string;
  readonly edited: number;
  readonly at: string;
  readonly day: string;
}

/** Writes uses of scripts, each once by its place in the log. */
export async function putScriptUses(tx: Tx, uses: readonly ScriptUse[]): Promise<void> {
  const rows = uses.map((use) => ({ ...use, team_id: tx.team }));
  await run(
    tx,
    sql`insert into insight_script_uses (team_id, seq, shop_id, script_id, version, variant, member_id, conversation_id, message_id, edited, at, day)
        select team_id, seq, shop_id, script_id, version, variant, member_id, conversation_id, message_id, edited, at, day
        from json_populate_recordset(null::insight_script_uses, ${JSON.stringify(rows)}::json) on conflict do nothing`,
  );
}
