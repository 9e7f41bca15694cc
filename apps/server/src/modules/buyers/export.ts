import { Readable } from 'node:stream';
import type { buyers, InputOf } from '@guitai/contract';
import type { StaffActor } from '../../kernel/actor.ts';
import { csvLine } from '../../kernel/csv.ts';
import type { Db } from '../../kernel/db.ts';
import { isRefusal, refuse } from '../../kernel/refusal.ts';
import type { Bare } from '../../kernel/route.ts';
import { can, sightOf } from '../access/index.ts';
import { record } from '../audit/index.ts';
import { shopsSeen } from './acts.ts';
import { countBuyers, type ExportRow, readExport } from './export.store.ts';
import { mayFind } from './find.limit.ts';
import { readFind } from './find.rules.ts';

type Input = InputOf<typeof buyers.exportBuyers>;

const stretch = 500;

const head = [
  ...['import_key', 'account', 'shops', 'name', 'phone', 'phone_country', 'email', 'level'],
  ...['language', 'friendliness', 'tags', 'orders', 'spent_minor', 'refunded_minor'],
  ...['refund_rate', 'currency', 'blocklisted', 'blocklist_reason', 'remark', 'changed_at'],
];

/** Orders with a refund of all orders, as the profile shows it. */
const rateOf = ({ orders, refundedOrders }: ExportRow): string | null =>
  orders ? ((refundedOrders ?? 0) / orders).toFixed(4) : null;

/** A covered phone number is nobody's: a file with them has no keys to be imported by. */
const cellsOf = (row: ExportRow, open: boolean): (string | number | null)[] => [
  ...[open ? row.account : null, row.account, row.shops, row.name, row.phone, row.phoneCountry],
  ...[row.email, row.level, row.language, row.friendliness, row.tags, row.orders],
  ...[row.spentMinor, row.refundedMinor, rateOf(row), row.currency],
  ...[row.blockReason === null ? 'no' : 'yes', row.blockReason, row.remark, row.changedAt],
];

type Query = Omit<Parameters<typeof readExport>[1], 'after' | 'limit'>;

/** The file, a stretch of buyers at a time. */
async function* lines(db: Db, actor: StaffActor, query: Query): AsyncGenerator<string> {
  // The mark tells spreadsheets that this is UTF-8.
  yield `\ufeff${csvLine(head)}`;
  for (let after: readonly [string, string] | null = null; ; ) {
    const from: readonly [string, string] | null = after;
    const rows: ExportRow[] = await db.read(actor, (tx) =>
      readExport(tx, { ...query, after: from, limit: stretch }),
    );
    yield rows.map((row) => csvLine(cellsOf(row, query.open))).join('');
    const last = rows.at(-1);
    if (!last || rows.length < stretch) return;
    after = [last.at, last.id];
  }
}

/** Shops whose buyers one may both read and take along. */
function shopsOf(actor: StaffActor, open: boolean): readonly string[] | null {
  const sights = ['buyers.read', 'buyers.export', ...(open ? ['buyers.reveal'] : [])].map(
    (permission) => (sightOf(actor, permission) ? shopsSeen(actor, permission) : []),
  );
  const bounds = sights.filter((shops) => shops !== null);
  return bounds.reduce<readonly string[] | null>(
    (left, shops) => (left === null ? shops : left.filter((id) => shops.includes(id))),
    null,
  );
}

/**
 * A15: the list of buyers as it is filtered, as CSV. Phone numbers and e-mail addresses are covered unless the reader may show
 * them and says why; how many there were is on record.
 */
export async function exportBuyers(actor: StaffActor, { db, reply }: Bare, input: Input) {
  const { q, shopId, tag, blocked, open = false, reason = '' } = input;
  if (open && can(actor, 'buyers.reveal') !== 'yes')
    return refuse('access.denied', { permission: 'buyers.reveal' });
  if (open && reason.trim() === '') return refuse('buyer.export_needs_reason');
  const find = readFind(q);
  const tooOften = mayFind(actor, find);
  if (tooOften) return tooOften;
  const query: Query = { shops: shopsOf(actor, open), shopId, tag, blocked, find, open };
  const counted = await db.write(actor, async (tx) => {
    const count = await countBuyers(tx, query);
    record(tx, actor, {
      action: 'buyers.exported',
      subject: { kind: 'team', id: actor.team },
      after: { count, uncovered: open, tag: tag ?? null, searched: find !== null },
      reason: reason || null,
      shop: shopId ?? null,
    });
    return count;
  });
  if (isRefusal(counted)) return counted;
  return reply
    .type('text/csv; charset=utf-8')
    .header('content-disposition', 'attachment; filename="buyers.csv"')
    .header('x-content-type-options', 'nosniff')
    .send(Readable.from(lines(db, actor, query)));
}
