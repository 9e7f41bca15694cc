import { insight, type ReplyOf } from '@guitai/contract';
import { createClient } from '@guitai/sdk';
import pg from 'pg';
import { joinPostgres } from '../../apps/server/src/adapters/embedded-postgres/index.ts';
import { system } from '../../apps/server/src/kernel/actor.ts';
import { createDb, type Db } from '../../apps/server/src/kernel/db.ts';
import { appRole } from '../../apps/server/src/kernel/migrate.ts';
import { makePages } from '../../apps/server/src/modules/insight/pages.job.ts';
import { cursorOf } from '../../apps/server/src/modules/insight/progress.store.ts';
import { rebuildInsight } from '../../apps/server/src/modules/insight/rebuild.ts';
import { filledId, haveTalks, shapeOf } from '../lib/facts.sample.ts';
import { fillFacts, type Place } from '../lib/facts.ts';
import type { Figure, Measure } from '../lib/figure.ts';
import type { Product } from '../lib/product.ts';
import { median, percentile, short } from '../lib/stats.ts';

type People = ReplyOf<typeof insight.listPeopleFigures>['items'];

/** Reckons by people alone, day and night: what one statement of SQL can reckon too. */
const profile = 'chatwoot';
const wantedMs = 300;

const iso = (daysAgo: number): string =>
  new Date(Date.now() + 8 * 3_600_000 - daysAgo * 86_400_000).toISOString().slice(0, 10);

interface Anew {
  readonly member: string;
  readonly n: number;
  readonly sum: number;
  readonly median: number;
  readonly p95: number;
}

/** Every person's answers reckoned by the database from the facts, without a line of the product's own reckoning. */
async function recompute(url: string, product: Product, from: string, to: string) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const began = performance.now();
  const { rows } = await client.query<Anew>(
    `select human_by as member, count(*)::int as n, sum(s)::float8 as sum, percentile_disc(0.5) within group (order by s)::int as median,
       percentile_disc(0.95) within group (order by s)::int as p95
     from (select human_by, ceil(extract(epoch from human_at - chain_at)) as s from insight_rounds
       where team_id = $1 and human_at is not null and day between $2::date and $3::date) r group by 1`,
    [product.team, from, to],
  );
  const ms = performance.now() - began;
  await client.end();
  return { rows, ms };
}

function differences(people: People, anew: readonly Anew[]): number {
  const told = people.filter(({ memberId }) => memberId !== null);
  const wrong = anew.filter(({ member, n, sum, median: half, p95 }) => {
    const line = told.find(({ memberId }) => memberId === member);
    const found = line?.figures.find(({ metric }) => metric === 'response');
    return (
      found?.sample !== n ||
      Math.abs((found.value ?? 0) - sum / n) > 1e-9 ||
      found.stats?.median !== half ||
      found.stats?.p95 !== p95
    );
  });
  return wrong.length + Math.abs(told.length - anew.length);
}

async function timed(times: number, ask: () => Promise<unknown>): Promise<number[]> {
  const took: number[] = [];
  for (let n = 0; n < times; n += 1) {
    const began = performance.now();
    await ask();
    took.push(performance.now() - began);
  }
  return took;
}

/** Conversations of the script that are really had: everybody's whole day of the first people, days spread over the quarter. */
const placesOf = (people: number, perDay: number): Place[] =>
  Array.from({ length: people * perDay }, (_, n) => ({
    ...{ p: 1 + (n % people), c: Math.floor(n / people), d: 1 + ((n * 7) % 80) },
  }));

interface Read {
  readonly events: number;
  readonly seconds: number;
}

/** Reads the whole log anew, as `guitai rebuild insight` does; the product itself may help. */
async function readAnew(db: Db, team: string): Promise<Read> {
  const began = performance.now();
  await rebuildInsight(db, team);
  const { seq } = await db.read(system(team, 'bench'), cursorOf);
  return { events: seq, seconds: (performance.now() - began) / 1000 };
}

/** Facts that are in one list and not in the other. */
function unlike(a: readonly string[], b: readonly string[]): number {
  const left = new Map<string, number>();
  for (const one of a) left.set(one, (left.get(one) ?? 0) + 1);
  for (const one of b) left.set(one, (left.get(one) ?? 0) - 1);
  return [...left.values()].reduce((sum, n) => sum + Math.abs(n), 0);
}

/**
 * 90 days of 300 people with five million messages from kept pages, against the database reckoning from the facts in the same run. The facts
 * are written in bulk; some of the same conversations are really had before and read by the projector, and come to the same facts.
 */
export const report: Measure = {
  name: 'report',
  async run({ quick, say, product: shared }): Promise<Figure[]> {
    const product = await shared();
    const url = await joinPostgres(product.dataDir);
    if (!url) throw new Error('the database of the product was not found');
    const amounts = quick
      ? { people: 60, days: 90, perDay: 8 }
      : { people: 300, days: 90, perDay: 16 };
    const db = createDb({ url, max: 2, role: appRole });
    const actor = system(product.team, 'bench');
    const places = placesOf(quick ? 8 : 60, amounts.perDay);
    const talks = await haveTalks(db, url, actor, product, places);
    const read = await readAnew(db, product.team);
    const folded = await shapeOf(url, product.team, talks);
    const { rounds, messages } = await fillFacts(url, product, amounts);
    const filled = await shapeOf(
      url,
      product.team,
      places.map((place) => filledId(place, amounts.people)),
    );
    const other = unlike(folded, filled);
    const began = performance.now();
    const pages = await makePages(db, actor);
    const madeMs = performance.now() - began;
    const range = { from: iso(amounts.days - 1), to: iso(0), profile };
    const client = createClient({
      baseUrl: product.address,
      headers: { cookie: product.cookie },
    });
    await useProfile(url, product);
    await makePages(db, actor);
    await db.pool.end();
    say(
      `  ${rounds} rounds, ${messages} messages; ${pages} pages in ${short(madeMs / 1000)} s; ${talks.length} conversations really had`,
    );
    const times = quick ? 15 : 30;
    await timed(3, () => client.call(insight.listPeopleFigures, range));
    const people = await timed(times, () => client.call(insight.listPeopleFigures, range));
    const whole = await timed(times, () => client.call(insight.getReport, range));
    const anew = await recompute(url, product, range.from, range.to);
    const told = await client.call(insight.listPeopleFigures, {
      ...range,
      metrics: 'response',
      by: 'response',
    });
    const wrong = differences(told.items, anew.rows);
    const money = await moneyOf(url, product, range.from, range.to);
    const sales = await client.call(insight.listBreakdown, { ...range, by: 'person' });
    const credited = sales.items.reduce(
      (sum, { amounts: own }) => sum + (own[0]?.amountMinor ?? 0),
      0,
    );
    const half = median(people);
    return [
      {
        what: `report of ${amounts.days} days × ${amounts.people} people, ${short(messages / 1e6)} M messages, p95`,
        wanted: `≤ ${wantedMs} ms`,
        measured: `${short(percentile(people, 0.95))} ms (median ${short(half)} ms; from the facts ${short(anew.ms)} ms, ×${short(anew.ms / half)})`,
        values: { p95: percentile(people, 0.95), p50: half, anew: anew.ms, messages },
        met: percentile(people, 0.95) <= wantedMs,
      },
      {
        what: 'the same days of the whole shop with the days before, p95',
        wanted: `≤ ${wantedMs} ms`,
        measured: `${short(percentile(whole, 0.95))} ms (median ${short(median(whole))} ms)`,
        values: { p95: percentile(whole, 0.95), p50: median(whole) },
        met: percentile(whole, 0.95) <= wantedMs,
      },
      {
        what: 'people whose numbers differ from recomputation',
        wanted: '0',
        measured: `${wrong} of ${anew.rows.length}`,
        values: { wrong, people: anew.rows.length },
        met: wrong === 0 && anew.rows.length >= amounts.people,
      },
      {
        what: 'money credited to people against that of the orders, minor units',
        wanted: 'equal',
        measured: `${credited} and ${money}`,
        values: { credited, money },
        met: credited === money && money > 0,
      },
      {
        what: `facts of ${talks.length} conversations really had that are unlike those written in bulk`,
        wanted: '0',
        measured: `${other} of ${folded.length}`,
        values: { other, facts: folded.length },
        met: other === 0 && folded.length > talks.length,
      },
      {
        what: 'events of the log read into facts anew, a second',
        wanted: 'told',
        measured: `${short(read.events / read.seconds)} (${read.events} in ${short(read.seconds)} s)`,
        values: { events: read.events, seconds: read.seconds },
        met: true,
      },
    ];
  },
};

/** What was paid within a day of asking and kept, as one statement reckons it. */
async function moneyOf(url: string, { team }: Product, from: string, to: string): Promise<number> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<{ minor: string }>(
    `select sum(paid_minor - reversed_minor)::text as minor from insight_sales
     where team_id = $1 and day between $2::date and $3::date and paid_at is not null and ordered_at - asked_at <= interval '24 hours'`,
    [team, from, to],
  );
  await client.end();
  return Number(rows[0]?.minor ?? 0);
}

/** A first page of the profile, so that the others are made. */
async function useProfile(url: string, { team, shop }: Product): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(
    `insert into insight_pages (team_id, profile, shop_id, day, whole, people, hours)
     values ($1, $2, $3, '1999-01-01', '', '', '') on conflict do nothing`,
    [team, profile, shop],
  );
  await client.end();
}
