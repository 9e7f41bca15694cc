import { Readable } from 'node:stream';
import type { InputOf, insight } from '@guitai/contract';
import type { StaffActor } from '../../kernel/actor.ts';
import { csvLine } from '../../kernel/csv.ts';
import type { Db } from '../../kernel/db.ts';
import { isRefusal, refuse } from '../../kernel/refusal.ts';
import type { Bare } from '../../kernel/route.ts';
import type { Tx } from '../../kernel/tx.ts';
import { record } from '../audit/index.ts';
import { type Figure, figuresOf } from './figure.rules.ts';
import { type Metric, metricOf, metrics } from './metrics/index.ts';
import { peopleLines } from './people.ts';
import { rulesOn } from './profile.rules.ts';
import { byDay, daysOf } from './report.ts';
import type { RowPlace } from './rows.store.ts';
import { rowsPage } from './rows.ts';
import { type Scoped, scopeOf } from './scope.ts';

type Input = InputOf<typeof insight.exportInsight>;
type Lines = AsyncGenerator<string> | Generator<string>;

const stretch = 500;

const headOf = (locale: StaffActor['locale']): string[] =>
  metrics.flatMap(({ id, name, unit, measure }) => [
    `${name[locale]} (${id})`,
    ...(unit === 'seconds' && measure ? [`${id} median`, `${id} p90`, `${id} p95`] : []),
  ]);

/** The same figure as on the screen; money in minor units of its one currency, empty where there are several. */
const cellsOf = (figure: Figure, { unit, measure }: Metric): (number | null)[] => [
  unit === 'money'
    ? figure.amounts.length === 1
      ? (figure.amounts[0]?.amountMinor ?? null)
      : figure.amounts.length === 0
        ? 0
        : null
    : figure.value,
  ...(unit === 'seconds' && measure
    ? [figure.stats?.median ?? null, figure.stats?.p90 ?? null, figure.stats?.p95 ?? null]
    : []),
];

const lineOf = (figures: readonly Figure[]): (number | null)[] =>
  metrics.flatMap((metric, n) => cellsOf(figures[n] as Figure, metric));

async function peopleText(actor: StaffActor, tx: Tx, scoped: Scoped): Promise<string[]> {
  const by = metricOf('own_response') as Metric;
  const { items } = await peopleLines(tx, scoped, by, metrics);
  return [
    csvLine(['name', 'rank', ...headOf(actor.locale)]),
    ...items.map(({ name, rank, figures }) => csvLine([name, rank, ...lineOf(figures)])),
  ];
}

async function daysText(actor: StaffActor, tx: Tx, scoped: Scoped): Promise<string[]> {
  const rules = rulesOn(scoped.profile, scoped.span.to);
  const days = [...byDay(await daysOf(tx, scoped))].sort(([a], [b]) => (a < b ? -1 : 1));
  return [
    csvLine(['day', ...headOf(actor.locale)]),
    ...days.map(([day, tally]) => csvLine([day, ...lineOf(figuresOf(tally, rules))])),
  ];
}

type RowsPage = Awaited<ReturnType<typeof rowsPage>>;

const rowHead = [
  'at',
  'person',
  'buyer',
  'state',
  'seconds',
  'amount_minor',
  'currency',
  'product',
  'share',
  'credit',
  'rounds',
  'conversation',
  'message',
  'order',
];

/** Product, share of the enquiry, by which rule and for what; in how many rounds. */
const creditCells = ({ productName, credit }: RowsPage['items'][number]) => [
  productName,
  credit?.share ?? null,
  credit ? `${credit.rule} · ${credit.by}` : '',
  credit?.rounds ?? null,
];

async function* rowLines(db: Db, actor: StaffActor, scoped: Scoped, metric: Metric): Lines {
  yield csvLine(rowHead);
  for (let place: RowPlace | null = null; ; ) {
    const from: RowPlace | null = place;
    const page: RowsPage = await db.read(actor, (tx) =>
      rowsPage(actor, tx, scoped, metric, from, stretch),
    );
    for (const row of page.items) {
      const { at, memberName, buyerName, state, seconds, amountMinor, currency } = row;
      const ids = [row.conversationId, row.messageId, row.orderId];
      const what = [at, memberName, buyerName, state, seconds, amountMinor, currency];
      yield csvLine([...what, ...creditCells(row), ...ids]);
    }
    if (page.next === null) return;
    place = page.next;
  }
}

async function* withMark(lines: Iterable<string> | AsyncIterable<string>): Lines {
  // The mark tells spreadsheets that this is UTF-8.
  yield '\ufeff';
  yield* lines;
}

/** A table as CSV, streamed; who took it is on record. */
export async function exportInsight(actor: StaffActor, { db, reply }: Bare, input: Input) {
  const metric = metricOf(input.metric ?? 'response');
  if (!metric) return refuse('insight.metric_unknown', { metric: input.metric ?? '' });
  const scoped = await db.write(actor, async (tx) => {
    const found = await scopeOf(actor, tx, input);
    if (isRefusal(found)) return found;
    const { table, from, to, shopId = null } = input;
    record(tx, actor, {
      action: 'insight.exported',
      subject: { kind: 'team', id: actor.team },
      after: { table, from, to, metric: metric.id },
      shop: shopId,
    });
    return found;
  });
  if (isRefusal(scoped)) return scoped;
  const table = { people: peopleText, days: daysText };
  const lines =
    input.table === 'rows'
      ? rowLines(db, actor, scoped, metric)
      : await db.read(actor, (tx) => table[input.table as 'people'](actor, tx, scoped));
  return reply
    .type('text/csv; charset=utf-8')
    .header(
      'content-disposition',
      `attachment; filename="${input.table}-${input.from}-${input.to}.csv"`,
    )
    .header('x-content-type-options', 'nosniff')
    .send(Readable.from(withMark(lines)));
}
