import { sql } from 'kysely';
import { runPrepared, type Tx } from '../../kernel/tx.ts';
import { type CounterKey, counterText } from './counter.rules.ts';

/** Amounts by counter; what never moved is absent. */
export type Counts = ReadonlyMap<string, number>;

interface CounterRow extends CounterKey {
  readonly usedMinor: number;
}

const order = (keys: readonly CounterKey[]): CounterKey[] =>
  [...new Map(keys.map((key) => [counterText(key), key]))].sort().map(([, key]) => key);

const rowsOf = (keys: readonly CounterKey[]) => {
  const pick = (of: (key: CounterKey) => string) => keys.map(of);
  return sql`unnest(${pick((k) => k.kind)}::text[], ${pick((k) => k.subjectId)}::uuid[], ${pick((k) => k.shopId)}::uuid[],
    ${pick((k) => k.day)}::date[], ${pick((k) => k.action)}::text[], ${pick((k) => k.currency)}::text[])
    with ordinality as k(kind, subject_id, shop_id, day, action, currency, n)`;
};

const shown = sql`c.kind, c.subject_id as "subjectId", c.shop_id as "shopId", c.day::text as day, c.action, c.currency,
  c.used_minor as "usedMinor"`;

const countsOf = (rows: readonly CounterRow[]): Counts =>
  new Map(rows.map((row) => [counterText(row), row.usedMinor]));

/** Looks at counters without holding them. */
export async function readCounters(tx: Tx, keys: readonly CounterKey[]): Promise<Counts> {
  const rows = await runPrepared<CounterRow>(
    tx,
    'authority',
    sql`select ${shown} from ${rowsOf(order(keys))} join authority_counters c on c.team_id = ${tx.team}
          and (c.kind, c.subject_id, c.shop_id, c.day, c.action, c.currency)
            = (k.kind, k.subject_id, k.shop_id, k.day, k.action, k.currency)`,
  );
  return countsOf(rows);
}

/** Takes counters, making them where they never moved; a rival waits here until this transaction ends, and reads what it left. */
export async function lockCounters(tx: Tx, keys: readonly CounterKey[]): Promise<Counts> {
  const rows = await runPrepared<CounterRow>(
    tx,
    'authority',
    sql`insert into authority_counters as c (team_id, kind, subject_id, shop_id, day, action, currency)
        select ${tx.team}::uuid, k.kind, k.subject_id, k.shop_id, k.day, k.action, k.currency from ${rowsOf(order(keys))} order by k.n
        on conflict (team_id, kind, subject_id, shop_id, day, action, currency) do update set used_minor = c.used_minor
        returning ${shown}`,
  );
  return countsOf(rows);
}

/** Adds an amount to counters that are held. */
export const addToCounters = (tx: Tx, keys: readonly CounterKey[], amountMinor: number) =>
  runPrepared(
    tx,
    'authority',
    sql`update authority_counters c set used_minor = c.used_minor + ${amountMinor} from ${rowsOf(order(keys))}
        where c.team_id = ${tx.team} and (c.kind, c.subject_id, c.shop_id, c.day, c.action, c.currency)
            = (k.kind, k.subject_id, k.shop_id, k.day, k.action, k.currency)`,
  );

/** Notes beside a person's day what others approved; it uses up nothing of the person's own. */
export const noteApproved = (tx: Tx, keys: readonly CounterKey[], amountMinor: number) =>
  runPrepared(
    tx,
    'authority',
    sql`insert into authority_counters as c (team_id, kind, subject_id, shop_id, day, action, currency, approved_minor)
        select ${tx.team}::uuid, k.kind, k.subject_id, k.shop_id, k.day, k.action, k.currency, ${amountMinor}
        from ${rowsOf(order(keys))} order by k.n
        on conflict (team_id, kind, subject_id, shop_id, day, action, currency)
          do update set approved_minor = c.approved_minor + excluded.approved_minor`,
  );
