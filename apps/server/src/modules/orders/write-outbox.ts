import { Id, Type } from '@guitai/contract';
import { defineBareJob, enqueue } from '../../kernel/jobs.ts';
import { type Refusal, refuse } from '../../kernel/refusal.ts';
import type { Tx } from '../../kernel/tx.ts';
import { connectionOfShop } from '../shops/index.ts';
import { fallbacksFor, type OrderWrite, type WriteKind } from './write-outbox.rules.ts';
import { insertWrite } from './write-outbox.store.ts';

/** Carries out what waits for an order, one write after the other. Planned here, performed by `connectors`. */
export const carryOut = defineBareJob(
  'connectors.carryOut',
  Type.Object({ orderId: Id }),
  async () => {
    throw new Error('this job is carried out by connectors');
  },
);

interface Sourced {
  readonly id: string;
  readonly shopId: string;
  readonly source: 'own' | 'import' | 'connector';
}

type NotThere = Refusal<'order.platform_lacks' | 'order.platform_down'>;

/**
 * Where an act on this order is carried out: `here` (own orders and those out of files), `there` on its platform, or
 * refused with why not: the platform cannot do it (and what it can do instead), or does not answer (and since when).
 */
export async function whereDone(
  tx: Tx,
  order: Sourced,
  kind: WriteKind,
): Promise<'here' | 'there' | NotThere> {
  if (order.source !== 'connector') return 'here';
  const line = await connectionOfShop(tx, order.shopId);
  if (!line) return refuse('order.platform_lacks', { act: kind, fallbacks: ['remark'] });
  if (!line.enabled || line.state === 'down' || line.state === 'denied')
    return refuse('order.platform_down', { since: line.stateAt, why: line.state });
  if (!line.capabilities.includes(kind)) {
    const fallbacks = fallbacksFor(kind, line.capabilities);
    return refuse('order.platform_lacks', { act: kind, platform: line.kind, fallbacks });
  }
  return 'there';
}

/**
 * Puts a write into the outbox, in the transaction of its act: it reaches the platform once, however often it is tried.
 * The act stays `pending` until then; `settleAct` is called with what became of it.
 */
export async function queueWrite(
  tx: Tx,
  order: Sourced,
  actId: string | null,
  what: OrderWrite,
): Promise<string> {
  const id = await insertWrite(tx, order, actId, what);
  await enqueue(tx, carryOut, { orderId: order.id }, { key: carryOutKey(order.id) });
  return id;
}

/** A remark also goes to the platform as a note, at once or when it is back; where it knows no notes it stays ours. */
export async function passOnRemark(tx: Tx, order: Sourced, text: string): Promise<void> {
  if (order.source !== 'connector' || text.trim() === '') return;
  const line = await connectionOfShop(tx, order.shopId);
  if (line?.capabilities.includes('note'))
    await queueWrite(tx, order, null, { kind: 'note', text });
}

/** One plan an order: a second one replaces it while it waits. */
export const carryOutKey = (orderId: string): string => `connectors.carryOut:${orderId}`;
