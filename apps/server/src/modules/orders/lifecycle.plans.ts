import { Id, Type } from '@guitai/contract';
import { now } from '../../kernel/clock.ts';
import { defineJob, enqueue, type JobType } from '../../kernel/jobs.ts';
import type { Tx } from '../../kernel/tx.ts';
import { orderRulesOf } from '../shops/index.ts';

const planned = async (): Promise<never> => {
  throw new Error('this job is carried out by lifecycle.jobs.ts');
};
const payload = Type.Object({ orderId: Id });

/** What an order does by itself when its time has come; each looks again whether it still should. */
export const closePlan = defineJob('orders.closeUnpaid', payload, planned);
export const receivePlan = defineJob('orders.autoReceive', payload, planned);
export const completePlan = defineJob('orders.autoComplete', payload, planned);

type Planned = { readonly id: string; readonly shopId: string };

async function plan(tx: Tx, job: JobType<typeof payload>, order: Planned, minutes: number | null) {
  if (minutes === null) return;
  const runAt = new Date(now().getTime() + minutes * 60_000);
  await enqueue(tx, job, { orderId: order.id }, { runAt, key: `${job.name}:${order.id}` });
}

const day = 24 * 60;
const days = (count: number | null) => (count === null ? null : count * day);

/** An order nobody pays is closed when the shop's time is over. */
export const planClosing = async (tx: Tx, order: Planned) =>
  plan(tx, closePlan, order, (await orderRulesOf(tx, order.shopId)).closeUnpaidMinutes);

/** What was shipped or delivered counts as received when the shop's days are over. */
export const planReceipt = async (tx: Tx, order: Planned) =>
  plan(tx, receivePlan, order, days((await orderRulesOf(tx, order.shopId)).autoReceiveDays));

/** What was received is completed when the shop's days are over. */
export const planCompletion = async (tx: Tx, order: Planned) =>
  plan(tx, completePlan, order, days((await orderRulesOf(tx, order.shopId)).completeDays));
