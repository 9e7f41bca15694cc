import type { InputOf, promises } from '@guitai/contract';
import type { StaffActor } from '../../kernel/actor.ts';
import { can } from '../../kernel/can.ts';
import { now } from '../../kernel/clock.ts';
import { isRefusal, refuse } from '../../kernel/refusal.ts';
import type { Tx } from '../../kernel/tx.ts';
import { record } from '../audit/index.ts';
import { planAlarms } from './alarm.ts';
import { promiseCancelled, promiseChanged } from './events.ts';
import { keep } from './fulfil.ts';
import { lockPromise, reopen, settle } from './promise.store.ts';
import { showPromise } from './shown.ts';
import type { PromiseRow } from './tables.ts';
import { tellPromise } from './tell.ts';

/** A promise of a shop whose promises the actor settles, locked. */
export async function reach(actor: StaffActor, tx: Tx, promiseId: string) {
  const row = await lockPromise(tx, promiseId);
  const mine = row && can(actor, 'promises.close', { shop: row.shopId }) === 'yes';
  return mine ? row : refuse('promise.not_found');
}

const waits = ({ state }: PromiseRow): boolean => state === 'open' || state === 'broken';

const byOf = (actor: StaffActor): string => (actor.kind === 'member' ? actor.member : actor.key);

/** Puts on record what a person did about a promise. */
export const note = (tx: Tx, actor: StaffActor, action: string, row: PromiseRow, reason: string) =>
  record(tx, actor, { action, subject: { kind: 'promise', id: row.id }, reason, shop: row.shopId });

/** A person says it is done. */
export async function keepPromise(
  actor: StaffActor,
  tx: Tx,
  { promiseId, note: words = '' }: InputOf<typeof promises.keepPromise>,
) {
  const row = await reach(actor, tx, promiseId);
  if (isRefusal(row)) return row;
  if (!waits(row)) return refuse('promise.settled');
  await keep(actor, tx, row, { by: byOf(actor), reason: words });
  note(tx, actor, 'promise.kept', row, words);
  return showPromise(actor, tx, promiseId);
}

/** The promise no longer counts. A broken one stays on record as cancelled with its reason. */
export async function cancelPromise(
  actor: StaffActor,
  tx: Tx,
  { promiseId, reason }: InputOf<typeof promises.cancelPromise>,
) {
  const row = await reach(actor, tx, promiseId);
  if (isRefusal(row)) return row;
  if (!waits(row)) return refuse('promise.settled');
  await settle(tx, row.id, { state: 'cancelled', at: now(), by: byOf(actor), reason });
  await planAlarms(tx, { id: row.id, from: row.madeAt, dueAt: null });
  note(tx, actor, 'promise.cancelled', row, reason);
  tellPromise(actor, tx, promiseCancelled, { ...row, state: 'cancelled' });
  return showPromise(actor, tx, promiseId);
}

/** Takes back what a person said; a promise whose time is over meanwhile is broken. */
export async function reopenPromise(
  actor: StaffActor,
  tx: Tx,
  { promiseId }: InputOf<typeof promises.reopenPromise>,
) {
  const row = await reach(actor, tx, promiseId);
  if (isRefusal(row)) return row;
  if (waits(row) || row.settledBy === null) return refuse('promise.not_by_hand');
  const wasLate = row.state === 'late';
  await reopen(tx, row.id, wasLate ? 'broken' : 'open');
  // A time that passed meanwhile rings at once.
  if (!wasLate) await planAlarms(tx, { id: row.id, from: row.madeAt, dueAt: row.dueAt });
  note(tx, actor, 'promise.reopened', row, '');
  tellPromise(actor, tx, promiseChanged, { ...row, state: wasLate ? 'broken' : 'open' });
  return showPromise(actor, tx, promiseId);
}
