import type { SystemActor, TeamActor } from '../../kernel/actor.ts';
import { now } from '../../kernel/clock.ts';
import type { Tx } from '../../kernel/tx.ts';
import { productFacts } from '../catalog/index.ts';
import { orderFacts } from '../orders/index.ts';
import { planAlarms } from './alarm.ts';
import { promiseChanged, promiseKept } from './events.ts';
import { orderFulfils, productFulfils, tellWithinMs } from './promise.rules.ts';
import {
  settle,
  startClock,
  waitingForWords,
  waitingOfOrders,
  waitingOfProducts,
} from './promise.store.ts';
import type { PromiseRow } from './tables.ts';
import { tellPromise } from './tell.ts';

/** Ends a promise that was kept, in time or late. What happened at the very second of its time is in time. */
export async function keep(
  actor: TeamActor,
  tx: Tx,
  row: PromiseRow,
  { at = now(), by = null, reason = '' }: { at?: Date; by?: string | null; reason?: string } = {},
): Promise<void> {
  const late = row.state === 'broken' || (row.dueAt !== null && at > row.dueAt);
  const state = late ? ('late' as const) : ('kept' as const);
  await settle(tx, row.id, { state, at, by, reason });
  await planAlarms(tx, { id: row.id, from: row.madeAt, dueAt: null });
  tellPromise(actor, tx, promiseKept, { ...row, state });
}

/** Looks whether these orders, as they stand, fulfil what was promised about them. */
export async function followOrders(
  actor: SystemActor,
  tx: Tx,
  orderIds: readonly string[],
  at: Date,
): Promise<void> {
  for (const row of await waitingOfOrders(tx, orderIds)) {
    const order = row.orderId === null ? null : await orderFacts(tx, row.orderId);
    if (order && orderFulfils(row, order)) await keep(actor, tx, row, { at });
  }
}

/** A parcel moved: what was promised to be done about it is done, and with a signature it has arrived. */
export async function followParcel(
  actor: SystemActor,
  tx: Tx,
  moved: { readonly orderId: string; readonly signed: boolean; readonly first: boolean },
  at: Date,
): Promise<void> {
  for (const row of await waitingOfOrders(tx, [moved.orderId])) {
    const chased = row.event === 'parcel_moved' && !moved.first;
    if (chased || (row.event === 'delivered' && moved.signed)) await keep(actor, tx, row, { at });
  }
}

/**
 * Looks whether these products are what was waited for. A promise with a time is kept by that; one to tell the buyer is kept by
 * telling, and its clock starts now.
 */
export async function followProducts(
  actor: SystemActor,
  tx: Tx,
  productIds: readonly string[],
  at: Date,
): Promise<void> {
  for (const row of await waitingOfProducts(tx, productIds)) {
    const product = row.productId === null ? null : await productFacts(tx, row.productId);
    if (!product || row.readyAt !== null || !productFulfils(row, product)) continue;
    if (row.dueAt !== null) await keep(actor, tx, row, { at });
    else await arrive(actor, tx, row, at);
  }
}

async function arrive(actor: SystemActor, tx: Tx, row: PromiseRow, at: Date): Promise<void> {
  const dueAt = new Date(at.getTime() + tellWithinMs);
  await startClock(tx, row.id, at, dueAt);
  await planAlarms(tx, { id: row.id, from: at, dueAt });
  tellPromise(actor, tx, promiseChanged, { ...row, dueAt });
}

export interface Word {
  readonly messageId: string;
  readonly buyerId: string;
  readonly shopId: string;
  readonly at: Date;
}

/** The team spoke to these buyers: who was promised an answer has one. */
export async function followWords(
  actor: SystemActor,
  tx: Tx,
  words: readonly Word[],
): Promise<void> {
  const rows = await waitingForWords(tx, [...new Set(words.map((word) => word.buyerId))]);
  for (const row of rows) {
    const from = row.readyAt ?? row.madeAt;
    const word = words.find(
      (one) =>
        one.buyerId === row.buyerId &&
        one.shopId === row.shopId &&
        one.messageId !== row.messageId &&
        one.messageId !== row.toldMessageId &&
        one.at > from,
    );
    if (word) await keep(actor, tx, row, { at: word.at });
  }
}
