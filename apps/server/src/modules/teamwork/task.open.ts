import { actorRef, type TeamActor } from '../../kernel/actor.ts';
import { now } from '../../kernel/clock.ts';
import { newId } from '../../kernel/ids.ts';
import type { Tx } from '../../kernel/tx.ts';
import { addEntry } from './entry.store.ts';
import { insertAssignees, insertTask, taskOfSource } from './task.store.ts';
import { tellTask } from './task.tell.ts';

/** What a task is about. */
export interface TaskLinks {
  readonly buyerId?: string;
  readonly orderId?: string;
  readonly conversationId?: string;
  readonly caseId?: string;
  readonly parcelId?: string;
  readonly reviewId?: string;
  readonly promiseId?: string;
}

export interface NewTask {
  /** Null: for the team as a whole. */
  readonly shopId: string | null;
  readonly title: string;
  readonly body?: string;
  readonly links: TaskLinks;
  readonly assigneeIds?: readonly string[];
  readonly assigneeId?: string | null;
  /** ISO 8601. */
  readonly dueAt?: string | null;
  readonly priority?: 'normal' | 'high';
  /** Minutes before it is due; null: no word before. */
  readonly remindMinutes?: number | null;
  readonly repeat?: { readonly every: 'day' | 'week' } | null;
  /** Whoever opens it tells the people themselves: one happening is one notice (NOT-02). */
  readonly quiet?: boolean;
  /** What made it: the same source opens one task, however often it is asked and by however many at once. */
  readonly source?: { readonly kind: string; readonly id: string };
}

/** Opens a task, for a person or for another module; for a source that has one already, that one. */
export async function openTask(actor: TeamActor, tx: Tx, wanted: NewTask): Promise<{ id: string }> {
  const id = newId();
  const maker = actorRef(actor);
  const made = await insertTask(tx, { ...wanted, id, maker, at: now() });
  if (!made) {
    const earlier = await taskOfSource(tx, wanted.source);
    if (!earlier) throw new Error('a task was refused its place and nobody has it');
    return earlier;
  }
  const people = [...new Set([wanted.assigneeId, ...(wanted.assigneeIds ?? [])])];
  await insertAssignees(
    tx,
    id,
    people.filter((one) => one !== null && one !== undefined),
  );
  const entry = await addEntry(actor, tx, id, { kind: 'opened' });
  const told = wanted.quiet ? { assigned: [] } : {};
  await tellTask(actor, tx, id, { entry, before: null, ...told });
  return { id };
}
