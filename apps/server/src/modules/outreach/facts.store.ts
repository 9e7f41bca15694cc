import { sql } from 'kysely';
import { run, type Tx } from '../../kernel/tx.ts';
import type { Counts } from './decide.rules.ts';
import type { OutreachSettings } from './settings.rules.ts';
import { settingsOf } from './settings.rules.ts';
import type { OutreachRow } from './tables.ts';

const dayMs = 86_400_000;

/** Settings of the given shops, in force. */
export async function settingsOfShops(
  tx: Tx,
  shops: readonly string[],
): Promise<Map<string, OutreachSettings>> {
  const rows = await run<{ shop_id: string; settings: Partial<OutreachSettings> }>(
    tx,
    sql`select shop_id, settings from outreach_settings where team_id = ${tx.team} and shop_id = any(${[...shops]}::uuid[])`,
  );
  const set = new Map(rows.map((row) => [row.shop_id, row.settings]));
  return new Map(shops.map((shop) => [shop, settingsOf(set.get(shop) ?? null)]));
}

type Count = { -readonly [T in keyof Counts]: { day: number; week: number } };

/** What was handed over to the given buyers within a day and a week. */
export async function countsOf(
  tx: Tx,
  buyers: readonly string[],
  now: number,
): Promise<Map<string, Count>> {
  const rows = await run<{ buyer_id: string; topic: keyof Counts; day: number; week: number }>(
    tx,
    sql`select buyer_id, topic, count(*) filter (where handed_at > ${new Date(now - dayMs)})::int as day, count(*)::int as week
        from outreach_messages where team_id = ${tx.team} and buyer_id = any(${[...buyers]}::uuid[])
          and handed_at > ${new Date(now - 7 * dayMs)} and state <> 'failed' group by 1, 2`,
  );
  const counts = new Map<string, Count>();
  for (const buyer of buyers)
    counts.set(buyer, { marketing: { day: 0, week: 0 }, service: { day: 0, week: 0 } });
  for (const { buyer_id, topic, day, week } of rows) {
    const own = counts.get(buyer_id);
    if (own) own[topic] = { day, week };
  }
  return counts;
}

/** Causes among these that were stopped; what is paused is not even taken. */
export async function stoppedAmong(tx: Tx, messages: readonly OutreachRow[]): Promise<Set<string>> {
  const rows = await run<{ kind: string; cause_id: string }>(
    tx,
    sql`select kind, cause_id from outreach_causes where team_id = ${tx.team} and state = 'stopped'
        and cause_id = any(${[...new Set(messages.map(({ cause }) => cause.id))]}::text[])`,
  );
  return new Set(rows.map(({ kind, cause_id }) => `${kind} ${cause_id}`));
}

/** Automatic chat messages of these shops within the last minute. */
export async function chatPaceOf(
  tx: Tx,
  shops: readonly string[],
  now: number,
): Promise<Map<string, number>> {
  if (shops.length === 0) return new Map();
  const rows = await run<{ shop_id: string; n: number }>(
    tx,
    sql`select shop_id, count(*)::int as n from outreach_messages where team_id = ${tx.team} and channel = 'chat'
        and shop_id = any(${[...shops]}::uuid[]) and sent_at > ${new Date(now - 60_000)} group by 1`,
  );
  return new Map(rows.map(({ shop_id, n }) => [shop_id, n]));
}
