import type { SystemActor } from '../../kernel/actor.ts';
import type { JobType } from '../../kernel/jobs.ts';
import { isRefusal, refuse } from '../../kernel/refusal.ts';
import type { Tx } from '../../kernel/tx.ts';
import { returnStock } from '../catalog/index.ts';
import { carryOutAct } from './act.frame.ts';
import type { OrderFacts } from './facts.store.ts';
import { closePlan, completePlan, receivePlan } from './lifecycle.plans.ts';
import { become, completeAct, receiveAct } from './lifecycle.ts';

/** Nothing of it is paid, nothing will be on delivery, and it is ours to close. */
const isAbandoned = (order: OrderFacts): boolean =>
  order.status === 'placed' && order.paidMinor === 0 && !order.onDelivery && order.source === 'own';

/** Closes an order nobody paid and gives its stock back. One that was paid meanwhile, in part even, stays open. */
export const closeUnpaid = (actor: SystemActor, tx: Tx, orderId: string) =>
  carryOutAct(
    actor,
    tx,
    { orderId },
    {
      endpoint: 'closeUnpaid',
      permission: 'orders.fulfil',
      kind: 'closed_unpaid',
      check: (order) =>
        isAbandoned(order)
          ? true
          : refuse('order.act_not_allowed', {
              act: 'closeUnpaid',
              rule: 'closeUnpaid',
              status: order.status,
              allowed: ['placed'],
            }),
      async effect(order) {
        await become(actor, tx, order, 'closed_unpaid');
        const back = order.items.flatMap(({ variantId, quantity }) =>
          variantId === null ? [] : [{ variantId, quantity }],
        );
        await returnStock(actor, tx, order.shopId, back);
        return { params: { from: order.status } };
      },
    },
  );

/** Whoever was quicker has done it or made it needless; that is no fault of the job. */
const harmless = new Set(['order.act_not_allowed', 'order.not_found']);

const quietly = async (work: Promise<unknown>) => {
  const result = await work;
  if (isRefusal(result) && !harmless.has(result.code)) return result;
  return undefined;
};

export const jobs: readonly JobType[] = [
  {
    ...closePlan,
    perform: (actor: SystemActor, tx: Tx, { orderId }: { orderId: string }) =>
      quietly(closeUnpaid(actor, tx, orderId)),
  },
  {
    ...receivePlan,
    perform: (actor: SystemActor, tx: Tx, { orderId }: { orderId: string }) =>
      quietly(carryOutAct(actor, tx, { orderId }, receiveAct(actor, tx))),
  },
  {
    ...completePlan,
    perform: (actor: SystemActor, tx: Tx, { orderId }: { orderId: string }) =>
      quietly(carryOutAct(actor, tx, { orderId }, completeAct(actor, tx))),
  },
] as readonly JobType[];
