import { Id, Instant, OneOf, Type } from '@guitai/contract';
import type { SystemActor } from '../../kernel/actor.ts';
import { now } from '../../kernel/clock.ts';
import { defineJob, enqueue, unqueue } from '../../kernel/jobs.ts';
import type { Tx } from '../../kernel/tx.ts';
import { conversationFacts } from '../conversations/index.ts';
import { membersWith, notify } from '../notices/index.ts';
import { findShop } from '../shops/index.ts';
import { openTask } from '../teamwork/index.ts';
import { promiseBroken, promiseNear } from './events.ts';
import { warnAt } from './promise.rules.ts';
import { noteTold } from './promise.store.ts';
import { taskTitle } from './promise.words.ts';
import type { PromiseRow } from './tables.ts';
import { tellPromise } from './tell.ts';

const Alarm = Type.Object({
  promiseId: Id,
  dueAt: Instant,
  what: OneOf(['near', 'broken'] as const),
});

/** Who promised and who holds the buyer's conversation now: both should know. */
async function concerned(tx: Tx, row: PromiseRow): Promise<string[]> {
  const held = row.conversationId && (await conversationFacts(tx, row.conversationId));
  const people = [row.memberId, held ? held.assigneeId : null];
  return [...new Set(people.filter((one) => one !== null))];
}

const newsOf = (row: PromiseRow) => ({
  shopId: row.shopId,
  subject: { kind: 'promise', id: row.id },
  path: `/promises/${row.id}`,
  params: { event: row.event, dueAt: row.dueAt?.toISOString() ?? '' },
});

/** Three quarters of the time are over. */
async function warn(actor: SystemActor, tx: Tx, row: PromiseRow): Promise<void> {
  await notify(tx, {
    ...newsOf(row),
    to: await concerned(tx, row),
    kind: 'promise_due',
    key: `promise near ${row.id} ${row.dueAt?.toISOString() ?? ''}`,
  });
  tellPromise(actor, tx, promiseNear, row);
}

/** The time is over: whoever promised, whoever serves the buyer and the leads hear of it, and somebody has to make it good. */
async function callBroken(actor: SystemActor, tx: Tx, row: PromiseRow): Promise<void> {
  const people = await concerned(tx, row);
  const leads = await membersWith(tx, 'members.manage', row.shopId);
  await notify(tx, {
    ...newsOf(row),
    to: [...new Set([...people, ...leads])],
    kind: 'promise_broken',
    urgent: true,
    key: `promise broken ${row.id} ${row.dueAt?.toISOString() ?? ''}`,
  });
  const shop = await findShop(tx, row.shopId);
  await openTask(actor, tx, {
    shopId: row.shopId,
    title: taskTitle(shop?.locale ?? 'zh-CN', row.event),
    body: row.sentence,
    links: {
      buyerId: row.buyerId,
      promiseId: row.id,
      ...(row.orderId ? { orderId: row.orderId } : {}),
      ...(row.conversationId ? { conversationId: row.conversationId } : {}),
    },
    assigneeIds: people,
    priority: 'high',
    quiet: true,
    source: { kind: 'promise', id: row.id },
  });
  tellPromise(actor, tx, promiseBroken, row);
}

/** A19: warns before a promise is broken and says when it is, once each, also when the product stood still meanwhile. */
export const alarmJob = defineJob(
  'promises.alarm',
  Alarm,
  async (actor: SystemActor, tx: Tx, { promiseId, dueAt, what }) => {
    // Late, after the product stood still: a warning is of no use any more once the time is over.
    if (what === 'near' && Date.parse(dueAt) <= now().getTime()) return;
    const row = await noteTold(tx, promiseId, dueAt, what);
    if (!row) return;
    if (what === 'near') await warn(actor, tx, row);
    else await callBroken(actor, tx, row);
  },
);

const keyOf = (promiseId: string, what: string) => `promises.alarm ${promiseId} ${what}`;

/** Sets the alarms of a promise anew; without a time the earlier ones are taken back. */
export async function planAlarms(
  tx: Tx,
  { id, from, dueAt }: { readonly id: string; readonly from: Date; readonly dueAt: Date | null },
): Promise<void> {
  for (const what of ['near', 'broken'] as const) {
    const key = keyOf(id, what);
    if (dueAt) {
      const runAt = what === 'near' ? warnAt(from, dueAt) : dueAt;
      await enqueue(
        tx,
        alarmJob,
        { promiseId: id, dueAt: dueAt.toISOString(), what },
        { runAt, key },
      );
    } else await unqueue(tx, key);
  }
}
