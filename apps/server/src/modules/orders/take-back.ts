import type { Actor } from '../../kernel/actor.ts';
import { sumMoney } from '../../kernel/money.ts';
import type { Tx } from '../../kernel/tx.ts';
import { dropCharge } from './charge.store.ts';
import type { MoneyOrder } from './money.ts';
import {
  type Parts,
  readPart,
  readProgress,
  writeSettled,
  writeTakenBack,
} from './take-back.store.ts';

type Named = Pick<MoneyOrder, 'id'>;

const sumOf = (rows: readonly { amountMinor: number }[]) =>
  sumMoney(rows.map((row) => row.amountMinor));

/**
 * The gateway or the platform said no: parts that still waited are taken back, an unpaid supplement of the act is dropped.
 * What was settled (balances) stays settled. The order must be locked. Returns what was taken back.
 */
export async function takeBack(
  actor: Actor,
  tx: Tx,
  order: Named,
  { failure, ...parts }: Parts & { readonly failure: string },
): Promise<number> {
  const actId = 'actId' in parts ? parts.actId : (await readPart(tx, parts.key))[0]?.actId;
  if (actId) await dropCharge(tx, order.id, actId);
  return sumOf(await writeTakenBack(actor, tx, order.id, parts, failure));
}

/** The money of open parts has arrived, by word of the gateway, the platform or a person. Returns how much. */
export const settleRefund = async (tx: Tx, order: Named, parts: Parts): Promise<number> =>
  sumOf(await writeSettled(tx, order.id, parts));

/** Where the money of an act stands: pending while anything waits, failed when something did not arrive. */
export async function moneyStateOf(tx: Tx, actId: string): Promise<'pending' | 'done' | 'failed'> {
  const [row] = await readProgress(tx, actId);
  if (row && row.open > 0) return 'pending';
  return row && row.failed > 0 ? 'failed' : 'done';
}
