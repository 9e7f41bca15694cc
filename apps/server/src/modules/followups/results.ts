import { Readable } from 'node:stream';
import type { followups, InputOf } from '@guitai/contract';
import { sql } from 'kysely';
import type { StaffActor } from '../../kernel/actor.ts';
import { isRefusal, refuse } from '../../kernel/refusal.ts';
import type { Bare } from '../../kernel/route.ts';
import type { Tx } from '../../kernel/tx.ts';
import { record } from '../audit/index.ts';
import { csvLine } from '../insight/index.ts';
import { orderOf, pageQuery } from './list.store.ts';
import { shopsSeen } from './list.ts';
import { funnels } from './results.store.ts';
import { overTime } from './results.time.ts';
import { readShown, type ShownRow } from './shown.store.ts';

type Input = InputOf<typeof followups.getFollowupResults>;

const mostMs = 400 * 86_400_000;

function spanOf(actor: StaffActor, { from, to, shopId }: Input) {
  const length = Date.parse(to) - Date.parse(from);
  if (!(length > 0) || length > mostMs) return refuse('followup.range_invalid');
  return { shops: shopsSeen(actor), from, to, ...(shopId ? { shopId } : {}) };
}

const nothing = {
  key: '',
  name: '',
  contacted: 0,
  replied: 0,
  ordered: 0,
  paid: 0,
  reversed: 0,
  amounts: [],
};

/** Contacted → replied → ordered → paid, all together, by reason, by person and over time. */
export async function getFollowupResults(actor: StaffActor, tx: Tx, input: Input) {
  const span = spanOf(actor, input);
  if (isRefusal(span)) return span;
  const member = sql`coalesce((select m.name from published.members m where m.team_id = ${tx.team} and m.id::text = g.key), '')`;
  const [all] = await funnels(tx, span, sql`''`, sql`''`);
  return {
    all: all ?? nothing,
    reasons: await funnels(tx, span, sql`c.reason`, sql`''`),
    people: await funnels(tx, span, sql`c.contacted_by`, member),
    steps: await overTime(tx, span),
  };
}

const head = [
  ...[
    'contacted_at',
    'shop',
    'buyer',
    'reason',
    'product',
    'responsible',
    'contacted_by',
    'state',
    'result',
  ],
  ...['replied_at', 'order', 'ordered_at', 'paid_at', 'paid_minor', 'currency', 'reversed', 'id'],
];

const lineOf = (row: ShownRow): string =>
  csvLine([
    ...[row.contactedAt, row.shopName, row.buyerName, row.reason, row.product?.title ?? ''],
    ...[row.assigneeName, row.contactedByName, row.state, row.result, row.repliedAt],
    ...[row.convertedOrderNumber, row.orderedAt, row.paidAt, row.paidMinor, row.currency],
    ...[row.reversed ? 1 : 0, row.id],
  ]);

const stretch = 500;

async function* lines(
  { db }: Bare,
  actor: StaffActor,
  span: Exclude<ReturnType<typeof spanOf>, { code: unknown }>,
) {
  // The mark tells spreadsheets that this is UTF-8.
  yield `\ufeff${csvLine(head)}`;
  const filter = { ...span, stage: 'contacted' as const };
  for (let place: readonly [string, string] | null = null; ; ) {
    const from: readonly [string, string] | null = place;
    const rows: (ShownRow & { place: string })[] = await db.read(actor, (tx) =>
      readShown(tx, pageQuery(tx, filter, from, stretch), orderOf(filter, sql`f.`)),
    );
    for (const row of rows) yield lineOf(row);
    const last = rows.at(-1);
    if (!last || rows.length < stretch) return;
    place = [last.place, last.id];
  }
}

/** Contacts as CSV, streamed; who took it is on record. */
export async function exportFollowups(actor: StaffActor, bare: Bare, input: Input) {
  const span = spanOf(actor, input);
  if (isRefusal(span)) return span;
  await bare.db.write(actor, async (tx) =>
    record(tx, actor, {
      action: 'followups.exported',
      subject: { kind: 'team', id: actor.team },
      after: { from: input.from, to: input.to },
      shop: input.shopId ?? null,
    }),
  );
  return bare.reply
    .type('text/csv; charset=utf-8')
    .header(
      'content-disposition',
      `attachment; filename="followups-${input.from.slice(0, 10)}.csv"`,
    )
    .header('x-content-type-options', 'nosniff')
    .send(Readable.from(lines(bare, actor, span)));
}
