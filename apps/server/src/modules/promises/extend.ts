import type { InputOf, promises } from '@guitai/contract';
import type { StaffActor } from '../../kernel/actor.ts';
import { attempt } from '../../kernel/attempt.ts';
import { now } from '../../kernel/clock.ts';
import { isRefusal, refuse } from '../../kernel/refusal.ts';
import type { Tx } from '../../kernel/tx.ts';
import { sayInTx } from '../conversations/index.ts';
import { planAlarms } from './alarm.ts';
import { promiseChanged } from './events.ts';
import { yearMs } from './promise.rules.ts';
import { putOff } from './promise.store.ts';
import { note, reach } from './settle.ts';
import { showPromise } from './shown.ts';
import type { PromiseRow } from './tables.ts';
import { tellPromise } from './tell.ts';

/** Whether a promise can be put off to an instant; a promise whose time is over is broken, and stays so. */
function laterThan(row: PromiseRow, dueAt: Date) {
  const at = now();
  if (row.state === 'broken' || (row.dueAt !== null && row.dueAt <= at))
    return refuse('promise.over');
  if (row.state !== 'open' || row.dueAt === null) return refuse('promise.settled');
  if (dueAt <= at || dueAt.getTime() - at.getTime() > yearMs) return refuse('promise.due_past');
  return dueAt <= row.dueAt ? refuse('promise.not_later') : row.dueAt;
}

/** A19: a later time, said to the buyer in the same breath; who cannot be told is owed the first one. */
export async function extendPromise(
  actor: StaffActor,
  tx: Tx,
  { promiseId, dueAt, text }: InputOf<typeof promises.extendPromise>,
) {
  const row = await reach(actor, tx, promiseId);
  if (isRefusal(row)) return row;
  const due = new Date(dueAt);
  const before = laterThan(row, due);
  if (isRefusal(before)) return before;
  const { conversationId } = row;
  if (conversationId === null) return refuse('promise.not_told');
  const clientKey = `promise ${promiseId} ${due.getTime()}`;
  const said = await attempt(tx, () => sayInTx(actor, tx, { conversationId, text, clientKey }));
  if (isRefusal(said) || !('messageId' in said)) return refuse('promise.not_told');
  await putOff(tx, promiseId, due, said.messageId);
  await planAlarms(tx, { id: promiseId, from: now(), dueAt: due });
  note(tx, actor, 'promise.extended', row, `${before.toISOString()} → ${due.toISOString()}`);
  tellPromise(actor, tx, promiseChanged, { ...row, dueAt: due });
  return showPromise(actor, tx, promiseId);
}
