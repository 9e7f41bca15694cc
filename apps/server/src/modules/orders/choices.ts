import type { InputOf, orders, ReplyOf } from '@guitai/contract';
import type { StaffActor } from '../../kernel/actor.ts';
import { refuse } from '../../kernel/refusal.ts';
import type { Tx } from '../../kernel/tx.ts';
import { type OrderRules, orderRulesOf } from '../shops/index.ts';
import { keptOf } from './act.money.ts';
import { lastActAt } from './act.store.ts';
import { shopsSeen } from './acts.ts';
import { orderFacts } from './facts.store.ts';
import { methodsOf } from './money.methods.ts';
import { reasonText } from './reason.words.ts';

type Reply = ReplyOf<typeof orders.getOrderChoices>;

const shown = (actor: StaffActor, reasons: OrderRules['cancel']['reasons']) =>
  reasons.map((reason) => ({ code: reason.code, text: reasonText(reason, actor.locale) }));

/** What the forms of an order's acts offer: the shop's reasons, the buyer's methods, what is left to refund. */
export async function getOrderChoices(
  actor: StaffActor,
  tx: Tx,
  { orderId }: InputOf<typeof orders.getOrderChoices>,
) {
  const shops = shopsSeen(actor, 'orders.read');
  const order = await orderFacts(tx, orderId);
  if (!order || (shops !== null && !shops.includes(order.shopId))) return refuse('order.not_found');
  const rules = await orderRulesOf(tx, order.shopId);
  return {
    cancelReasons: shown(actor, rules.cancel.reasons),
    refundReasons: shown(actor, rules.refund.reasons),
    refundableMinor: keptOf(order),
    refundToBalance: rules.refund.toBalance,
    cancelLines: rules.cancel.lines,
    addressChangedAt: await lastActAt(tx, orderId, 'address_changed'),
    confirmBeforeAct: rules.confirmBeforeAct,
    methods: await methodsOf(tx, order),
  } satisfies Reply;
}
