import { sql } from 'kysely';
import { run, type Tx } from '../../kernel/tx.ts';
import type { Folded, Talk } from './fold.types.ts';

/** One at a time changes a team's facts or makes pages of them; held until the transaction ends. */
export async function lockFacts(tx: Tx): Promise<void> {
  await run(
    tx,
    sql`insert into insight_locks (team_id) values (${tx.team}) on conflict (team_id) do update set team_id = excluded.team_id`,
  );
}

/** How far these conversations have been read. */
export async function talksOf(tx: Tx, ids: readonly string[]): Promise<Map<string, Talk>> {
  const rows = await run<{ talk: Talk }>(
    tx,
    sql`select talk from insight_talks where team_id = ${tx.team} and conversation_id = any(${[...ids]}::uuid[])`,
  );
  return new Map(rows.map(({ talk }) => [talk.id, talk]));
}

/** Which of these shops are still there; facts of one that is gone are not made again. */
export async function shopsHere(tx: Tx, ids: readonly string[]): Promise<Set<string>> {
  const rows = await run<{ id: string }>(
    tx,
    sql`select id from published.shops where team_id = ${tx.team} and id = any(${[...ids]}::uuid[])`,
  );
  return new Set(rows.map(({ id }) => id));
}

type Row = Readonly<Record<string, unknown>>;

const snake = (name: string): string =>
  name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

const saidRow = (tx: Tx, { talk }: Folded, fact: object): Row => ({
  team_id: tx.team,
  conversation_id: talk.id,
  ...Object.fromEntries(Object.entries(fact).map(([name, value]) => [snake(name), value])),
});

const rowOf = (tx: Tx, folded: Folded, fact: object): Row => ({
  ...saidRow(tx, folded, fact),
  shop_id: folded.talk.shopId,
});

/** Writes rows of one table, each over its former self. */
async function put(tx: Tx, table: string, keys: readonly string[], rows: readonly Row[]) {
  const [one] = rows;
  if (!one) return;
  const name = sql.table(table);
  const columns = Object.keys(one);
  const rest = columns.filter((column) => !keys.includes(column));
  const list = (names: readonly string[]) => sql.join(names.map((column) => sql.ref(column)));
  const news = sql.join(
    rest.map((column) => sql`${sql.ref(column)} = excluded.${sql.ref(column)}`),
  );
  await run(
    tx,
    sql`insert into ${name} (${list(columns)})
        select ${list(columns)} from json_populate_recordset(null::${name}, ${JSON.stringify(rows)}::json)
        on conflict (${list(keys)}) do update set ${news}`,
  );
}

/** Writes what a batch has changed, each table with one statement. */
export async function saveFolded(tx: Tx, all: readonly Folded[]): Promise<void> {
  const of = (facts: (folded: Folded) => Iterable<object>) =>
    all.flatMap((folded) => [...facts(folded)].map((fact) => rowOf(tx, folded, fact)));
  const place = ['team_id', 'conversation_id'];
  await put(
    tx,
    'insight_talks',
    place,
    all.map(({ talk }) => ({
      team_id: tx.team,
      conversation_id: talk.id,
      shop_id: talk.shopId,
      talk,
    })),
  );
  await put(
    tx,
    'insight_rounds',
    [...place, 'seq'],
    of(({ rounds }) => rounds.values()),
  );
  await put(
    tx,
    'insight_sessions',
    [...place, 'episode'],
    all.flatMap((folded) =>
      [...folded.sessions.values()].map((fact) => ({
        ...rowOf(tx, folded, { ...fact, products: [] }),
        channel_id: folded.talk.channelId,
        products: `{${fact.products.join(',')}}`,
      })),
    ),
  );
  await put(
    tx,
    'insight_parts',
    [...place, 'episode', 'member_id'],
    of(({ parts }) => parts.values()),
  );
  // After the talks they belong to.
  await put(
    tx,
    'insight_turns',
    [...place, 'seq'],
    all.flatMap((folded) => [...folded.turns.values()].map((turn) => saidRow(tx, folded, turn))),
  );
  await put(
    tx,
    'insight_topics',
    [...place, 'seq', 'product_id'],
    all.flatMap((folded) => [...folded.topics.values()].map((topic) => saidRow(tx, folded, topic))),
  );
  for (const { talk } of all.filter(({ buyerChanged }) => buyerChanged)) await moveBuyer(tx, talk);
}

const ofBuyer = [
  'insight_rounds',
  'insight_sessions',
  'insight_parts',
  'insight_services',
  'insight_enquiries',
  'insight_sales',
];

/** What was written of a conversation follows its buyer, who turned out to be another one. */
async function moveBuyer(tx: Tx, talk: Talk): Promise<void> {
  for (const table of ofBuyer)
    await run(
      tx,
      sql`update ${sql.table(table)} set buyer_id = ${talk.buyerId}
          where team_id = ${tx.team} and conversation_id = ${talk.id} and buyer_id <> ${talk.buyerId}`,
    );
}

export interface ShopDay {
  readonly shopId: string;
  readonly day: string;
}

/** Pages of these days are no longer true. */
export async function dropPages(tx: Tx, days: readonly ShopDay[]): Promise<void> {
  if (days.length === 0) return;
  await run(
    tx,
    sql`delete from insight_pages p using (
          select * from unnest(${days.map(({ shopId }) => shopId)}::uuid[], ${days.map(({ day }) => day)}::date[]) as d(shop_id, day)) d
        where p.team_id = ${tx.team} and p.shop_id = d.shop_id and p.day = d.day`,
  );
}
