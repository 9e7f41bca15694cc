import type { InputOf, insight, Static } from '@guitai/contract';
import type { StaffActor } from '../../kernel/actor.ts';
import { can } from '../../kernel/can.ts';
import { pageOf, readCursor } from '../../kernel/cursor.ts';
import { isRefusal, refuse } from '../../kernel/refusal.ts';
import type { Tx } from '../../kernel/tx.ts';
import { type OpenClock, openClock, wallClock } from './clock.rules.ts';
import { type Calendars, calendarAt, shopCalendars } from './local-time.ts';
import { measureFirst, measureRound, openSeconds } from './measure.rules.ts';
import { type Metric, metricOf } from './metrics/index.ts';
import { namesOf } from './names.store.ts';
import { rulesOn } from './profile.rules.ts';
import { type CreditedRow, enquiryGroups } from './rows.enquiry.ts';
import {
  actRows,
  buyerNames,
  type PlainRow,
  type RoundRow,
  type RowPlace,
  roundRows,
  type SessionRow,
  sessionRows,
} from './rows.store.ts';
import { type Scoped, scopeOf } from './scope.ts';

type Shown = Static<typeof insight.InsightRow>;

/** A row with what it comes to; null where it does not count for the metric. */
interface Measured {
  readonly seconds: number | null;
  readonly state: string;
}

const dayMs = 86_400_000;

function clockFor(scoped: Scoped, calendars: Calendars) {
  const clocks = new Map<string, OpenClock>();
  return ({ shopId, day }: PlainRow): OpenClock => {
    if (rulesOn(scoped.profile, day).calendar !== 'shop') return wallClock;
    const key = `${shopId} ${day}`;
    const noon = Date.parse(`${day}T12:00:00Z`);
    const made =
      clocks.get(key) ??
      openClock(calendarAt(calendars, shopId, noon), [noon - 2 * dayMs, noon + 4 * dayMs]);
    clocks.set(key, made);
    return made;
  };
}

function measuredRound(metric: Metric, scoped: Scoped, clock: OpenClock, row: RoundRow) {
  const measured = measureRound(rulesOn(scoped.profile, row.day), clock, row);
  if (!measured || measured.state === 'dismissed') return null;
  if (metric.id === 'unanswered' && measured.state !== 'unanswered') return null;
  if (metric.measure === 'own' && measured.own === null) return null;
  const seconds = metric.measure === 'own' ? measured.own : measured.seconds;
  return { seconds, state: measured.state };
}

function measuredSession(metric: Metric, scoped: Scoped, clock: OpenClock, row: SessionRow) {
  const plain = { seconds: null, state: row.state };
  if (metric.id === 'first_response') {
    const first = measureFirst(rulesOn(scoped.profile, row.day), clock, row);
    return first?.seconds == null ? null : { seconds: first.seconds, state: first.state };
  }
  if (metric.id === 'waiting') {
    if (row.asked === null || row.assigned === null) return null;
    return { ...plain, seconds: openSeconds(clock, row.asked, row.assigned) };
  }
  if (metric.id === 'reopen_rate') return row.reopened ? plain : null;
  if (metric.measure === null) return plain;
  const from = metric.id === 'resolution' ? row.started : (row.assigned ?? row.human);
  if (row.closed === null || from === null) return null;
  if (metric.id === 'handling' && row.people === 0) return null;
  return { ...plain, seconds: openSeconds(clock, from, row.closed) };
}

interface Line {
  readonly row: PlainRow | CreditedRow;
  readonly measured: Measured | null;
}

/** What stands together in a page: one fact, or an enquiry with its parts. */
interface Entry {
  readonly place: RowPlace;
  readonly lines: readonly Line[];
}

const entryOf = (row: PlainRow, measured: Measured | null): Entry => ({
  place: [row.at, row.id, row.no],
  lines: [{ row, measured }],
});

const plain = (row: PlainRow): Entry => entryOf(row, { seconds: null, state: row.state });

async function readEntries(
  tx: Tx,
  scoped: Scoped,
  metric: Metric,
  place: RowPlace | null,
  limit: number,
): Promise<Entry[]> {
  if (metric.rows === 'acts') {
    const kind = metric.id === 'refunds' ? 'refund' : 'concession';
    return (await actRows(tx, scoped, place, limit, kind)).map(plain);
  }
  if (metric.rows === 'enquiries') {
    const groups = await enquiryGroups(tx, scoped, metric, place, limit);
    return groups.map((group) => ({
      place: group.place,
      lines: group.rows.map((row) => ({ row, measured: { seconds: null, state: row.state } })),
    }));
  }
  const clock = clockFor(scoped, await shopCalendars(tx, scoped.shops));
  if (metric.rows === 'rounds') {
    const rows = await roundRows(tx, scoped, place, limit);
    return rows.map((row) => entryOf(row, measuredRound(metric, scoped, clock(row), row)));
  }
  const rows = await sessionRows(tx, scoped, place, limit);
  return rows.map((row) => entryOf(row, measuredSession(metric, scoped, clock(row), row)));
}

const idsIn = (ids: readonly (string | null)[]): string[] => ids.filter((id) => id !== null);

async function shownRows(
  actor: StaffActor,
  tx: Tx,
  metric: Metric,
  read: readonly Entry[],
): Promise<Shown[]> {
  const counted = read.flatMap(({ lines }) => lines.filter(({ measured }) => measured !== null));
  const members = await namesOf(tx, idsIn(counted.map(({ row }) => row.memberId)));
  const seesBuyers = can(actor, 'buyers.read') === 'yes';
  const buyers = seesBuyers
    ? await buyerNames(tx, idsIn(counted.map(({ row }) => row.buyerId)))
    : new Map<string, string>();
  return counted.map(({ row, measured }) => ({
    kind: metric.rows,
    at: row.at,
    shopId: row.shopId,
    conversationId: row.conversationId,
    messageId: row.messageId,
    messageSeq: row.messageSeq,
    orderId: row.orderId,
    memberId: row.memberId,
    memberName: members.get(row.memberId ?? '') ?? '',
    buyerName: buyers.get(row.buyerId ?? '') ?? '',
    state: measured?.state ?? row.state,
    seconds: measured?.seconds ?? null,
    amountMinor: row.amountMinor,
    currency: row.currency,
    ...creditIn(row),
  }));
}

const creditIn = (
  row: PlainRow | CreditedRow,
): Pick<Shown, 'productId' | 'productName' | 'credit'> =>
  'credit' in row
    ? { productId: row.productId, productName: row.productName, credit: row.credit }
    : { productId: null, productName: '', credit: null };

/** One page of the facts behind a metric, and where the next begins. */
export async function rowsPage(
  actor: StaffActor,
  tx: Tx,
  scoped: Scoped,
  metric: Metric,
  place: RowPlace | null,
  limit: number,
) {
  const read = await readEntries(tx, scoped, metric, place, limit + 1);
  const page = pageOf(`insight ${metric.id}`, read, limit, (entry) => entry.place);
  const next = page.next === null ? null : (page.items.at(-1)?.place ?? null);
  return { items: await shownRows(actor, tx, metric, page.items), cursor: page.next, next };
}

/** The facts behind a metric's number; those that do not count for it are left out. */
export async function listInsightRows(
  actor: StaffActor,
  tx: Tx,
  input: InputOf<typeof insight.listInsightRows>,
) {
  const metric = metricOf(input.metric);
  if (!metric) return refuse('insight.metric_unknown', { metric: input.metric });
  const place = readCursor<[string, string, number]>(
    `insight ${metric.id}`,
    ['instant', 'id', 'integer'],
    input.cursor,
  );
  if (isRefusal(place)) return place;
  const scoped = await scopeOf(actor, tx, input);
  if (isRefusal(scoped)) return scoped;
  const page = await rowsPage(actor, tx, scoped, metric, place, input.limit ?? 50);
  return { items: page.items, next: page.cursor };
}
