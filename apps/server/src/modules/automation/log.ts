import type { automation, InputOf } from '@guitai/contract';
import type { StaffActor } from '../../kernel/actor.ts';
import { pageOf, readCursor } from '../../kernel/cursor.ts';
import { isRefusal, refuse } from '../../kernel/refusal.ts';
import type { Tx } from '../../kernel/tx.ts';
import { can } from '../access/index.ts';
import { orderFacts } from '../orders/index.ts';
import { findSubjects } from './find.store.ts';
import { logUntil } from './jobs.ts';
import { listRuns } from './log.store.ts';
import { reachShop } from './rule.reach.ts';

type Row = automation.RuleRunShape & { readonly sortAt?: string };

const plain = ({ sortAt: _sortAt, ...row }: Row) => row;

/** AUT-08: what rules did in the last ninety days. */
export async function listRuleRuns(
  actor: StaffActor,
  tx: Tx,
  input: InputOf<typeof automation.listRuleRuns>,
) {
  const shop = await reachShop(actor, tx, input.shopId, 'automation.read');
  if (isRefusal(shop)) return shop;
  const place = readCursor<[string, string]>('rule-runs', ['instant', 'id'], input.cursor);
  if (isRefusal(place)) return place;
  const limit = input.limit ?? 50;
  const { shopId, ruleId, orderId, state, q } = input;
  const about = q?.trim() ? await findSubjects(tx, q.trim()) : undefined;
  const rows: Row[] = await listRuns(tx, {
    ...{ shopId, ruleId, orderId, state, about },
    ...{ after: place ?? null, limit: limit + 1, since: logUntil() },
  });
  const page = pageOf('rule-runs', rows, limit, (row) => [row.sortAt ?? '', row.id]);
  return { items: page.items.map(plain), next: page.next };
}

/** What rules did about one order. */
export async function getOrderCare(
  actor: StaffActor,
  tx: Tx,
  { orderId }: InputOf<typeof automation.getOrderCare>,
) {
  const order = await orderFacts(tx, orderId);
  if (!order || can(actor, 'orders.read', { shop: order.shopId }) !== 'yes')
    return refuse('order.not_found');
  const rows: Row[] = await listRuns(tx, {
    ...{ shopId: null, orderId, after: null, limit: 50, since: logUntil() },
  });
  return { items: rows.filter(({ state }) => state !== 'not_matched').map(plain) };
}
