import type { Actor } from '../../kernel/actor.ts';
import { clock, now } from '../../kernel/clock.ts';
import { emit } from '../../kernel/events.ts';
import { newId } from '../../kernel/ids.ts';
import { atClose, pending, type Tx } from '../../kernel/tx.ts';
import { outreachPlanned } from './events.ts';
import { insertPlan } from './plan.store.ts';
import type { Cause, Channel, InfoCard, Topic } from './tables.ts';

/** A message to a buyer that nobody types. */
export interface Plan {
  /** The same key in a team is the same message: rule, order and stage. */
  readonly key: string;
  readonly shopId: string;
  readonly buyerId: string;
  readonly orderId: string | null;
  /** Null: the newest conversation of the buyer in the shop. */
  readonly conversationId: string | null;
  readonly topic: Topic;
  /** The wish and its fall-backs, in order. */
  readonly channels: readonly Channel[];
  readonly cause: Cause;
  /** In the buyer's language. */
  readonly text: string;
  /** Stands in the chat instead of the text. */
  readonly card?: InfoCard | null;
  /** Of a mail. */
  readonly subject?: string;
  readonly notBefore?: Date;
  /** Too late after this; two days after it is due unless said otherwise. */
  readonly expiresAt?: Date;
  /** Name of the question asked at the moment of sending, as given to `createOutreach`. */
  readonly recheck?: string;
  /** The buyer waits for it: quiet hours do not move it. Never for marketing. */
  readonly urgent?: boolean;
}

const staleAfterMs = 48 * 3_600_000;

interface Noted {
  readonly id: string;
  readonly dueAt: Date;
  readonly shopId: string;
}

/** Plans a message in the caller's transaction; planned a second time under its key it is the first one. */
export async function planMessage(
  actor: Actor,
  tx: Tx,
  plan: Plan,
): Promise<{ readonly id: string; readonly state: 'planned' | 'exists' }> {
  const at = now();
  const times = timesOf(plan, at);
  const id = newId();
  const standing = await insertPlan(tx, { ...plan, ...times, id, plannedAt: at });
  if (standing !== id) return { id: standing, state: 'exists' };
  notePlanned(actor, tx, [{ id, dueAt: times.dueAt, shopId: plan.shopId }]);
  return { id, state: 'planned' };
}

/** When a plan made now is due and when it would come too late. */
export function timesOf(plan: Plan, at: Date): { readonly dueAt: Date; readonly expiresAt: Date } {
  const dueAt = plan.notBefore && plan.notBefore > at ? plan.notBefore : at;
  return { dueAt, expiresAt: plan.expiresAt ?? new Date(dueAt.getTime() + staleAfterMs) };
}

/** Says at the close of the transaction, once for all of them, that messages were planned. */
export function notePlanned(actor: Actor, tx: Tx, planned: readonly Noted[]): void {
  if (planned.length === 0) return;
  const noted = pending<Noted>(tx, 'outreach');
  noted.push(...planned.map(({ id, dueAt, shopId }) => ({ id, dueAt, shopId })));
  atClose(tx, 'outreach', async () => tellPlanned(actor, tx, noted));
}

function tellPlanned(actor: Actor, tx: Tx, noted: readonly Noted[]): void {
  const [one] = noted;
  if (!one) return;
  const soonest = Math.min(...noted.map(({ dueAt }) => dueAt.getTime()), clock.now() + 1e12);
  const shopIds = [...new Set(noted.map(({ shopId }) => shopId))];
  emit(tx, outreachPlanned, {
    subject: one.id,
    reach: shopIds.length === 1 ? { shop: one.shopId } : null,
    actor,
    data: { count: noted.length, dueAt: new Date(soonest).toISOString(), shopIds },
  });
}
