import type { InputOf, payments } from '@guitai/contract';
import type { StaffActor } from '../../kernel/actor.ts';
import { can } from '../../kernel/can.ts';
import { pageOf, readCursor } from '../../kernel/cursor.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import type { Tx } from '../../kernel/tx.ts';
import { shopsSeen } from './acts.ts';
import { readMoney } from './payments.store.ts';

/** Money that came in and went back: what nobody knows first, then what waits, what failed, and the newest. */
export async function listPayments(
  actor: StaffActor,
  tx: Tx,
  input: InputOf<typeof payments.listPayments>,
) {
  const after = readCursor<[number, string, string]>(
    'payments',
    ['integer', 'instant', 'text'],
    input.cursor,
  );
  if (isRefusal(after)) return after;
  const limit = input.limit ?? 50;
  const shops = shopsSeen(actor, 'payments.read');
  const rows = await readMoney(tx, { ...input, shops, after, limit: limit + 1 });
  const page = pageOf('payments', rows, limit, (row) => [row.weight, row.at, row.id]);
  const byHand = can(actor, 'payments.book') === 'yes';
  const items = page.items.map(({ row }) => {
    const open = byHand && row.carrier === 'hand' && row.state === 'pending';
    return { ...row, can: open ? ['settleRefundByHand'] : [] };
  });
  return { items, next: page.next };
}
