import { isRefusal } from '../../kernel/refusal.ts';
import type { Tx } from '../../kernel/tx.ts';
import { openCase } from '../aftersales/index.ts';
import { refundOrder } from '../orders/index.ts';
import { beyondLimit, cases } from './content/cases.ts';
import { textIn } from './content/words.ts';
import type { Goods } from './goods.ts';
import type { Colleague } from './team.ts';

const done = <R>(result: R): R => {
  if (isRefusal(result)) throw new Error(`the sample was refused: ${result.code}`);
  return result;
};

function orderOf({ orders }: Goods, buyer: string, status: string): string {
  const found = orders.find(({ order }) => order.buyer === buyer && order.status === status);
  if (!found) throw new Error(`${buyer} of the sample has nothing ${status}`);
  return found.id;
}

/** Cases that wait for a decision, as colleagues opened them for buyers. */
export async function loadCases(agent: Colleague, tx: Tx, goods: Goods): Promise<void> {
  for (const { buyer, status, kind, reasonCode, pieces, amountMinor, note } of cases) {
    const lines = pieces > 0 ? { lines: [{ lineNo: 1, quantity: pieces }] } : {};
    done(
      await openCase(agent, tx, {
        orderId: orderOf(goods, buyer, status),
        kind,
        reasonCode,
        note: textIn(agent.locale, note),
        ...lines,
        ...(amountMinor === undefined ? {} : { amountMinor }),
      }),
    );
  }
}

/** A request for approval that waits for the owner. */
export async function loadApproval(agent: Colleague, tx: Tx, goods: Goods): Promise<void> {
  const { buyer, status, amountMinor, reasonCode, note } = beyondLimit;
  done(
    await refundOrder(agent, tx, {
      orderId: orderOf(goods, buyer, status),
      amountMinor,
      reasonCode,
      approvalNote: textIn(agent.locale, note),
    }),
  );
}
