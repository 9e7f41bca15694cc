import type { Actor, SystemActor, TeamActor } from '../../kernel/actor.ts';
import { now } from '../../kernel/clock.ts';
import { emit } from '../../kernel/events.ts';
import { newId } from '../../kernel/ids.ts';
import type { Tx } from '../../kernel/tx.ts';
import { conversationFacts, newestConversationOf } from '../conversations/index.ts';
import { membersWith, notify } from '../notices/index.ts';
import { findShop } from '../shops/index.ts';
import { openTask, settleTask } from '../teamwork/index.ts';
import { parcelFreed, parcelStuck } from './events.ts';
import { closeProblems, insertProblem, seenTo, setTask } from './problem.store.ts';
import { taskTitle } from './problem.words.ts';
import type { ParcelRow, ProblemRow } from './tables.ts';

type Cause = ProblemRow['cause'];
type Told = Omit<ProblemRow, 'closedAt' | 'taskId'>;

/** Tells that an episode began or is over. */
export const tellProblem = (
  actor: Actor,
  tx: Tx,
  event: typeof parcelStuck | typeof parcelFreed,
  { id, parcelId, orderId, shopId, buyerId, cause, since }: Told,
): void =>
  emit(tx, event, {
    subject: orderId,
    reach: { shop: shopId },
    actor,
    data: { problemId: id, parcelId, orderId, shopId, buyerId, cause, since: since.toISOString() },
  });

/** Where the buyer's conversation is, and who holds it. */
async function holderOf(tx: Tx, { buyerId, shopId }: ParcelRow) {
  const newest = buyerId === null ? undefined : await newestConversationOf(tx, { buyerId, shopId });
  const facts = newest && (await conversationFacts(tx, newest.id));
  return { conversationId: newest?.id ?? null, holder: facts?.assigneeId ?? null };
}

/** SHOP-08: a parcel needs a hand. One task and one notice an episode, however often and by however many it is noticed. */
export async function openProblem(
  actor: SystemActor,
  tx: Tx,
  row: ParcelRow,
  { cause, since }: { readonly cause: Cause; readonly since: Date },
): Promise<void> {
  if (await seenTo(tx, row.id, cause, since)) return;
  const { conversationId, holder } = await holderOf(tx, row);
  const problem: Told = {
    id: newId(),
    parcelId: row.id,
    orderId: row.orderId,
    shopId: row.shopId,
    buyerId: row.buyerId,
    conversationId,
    cause,
    since,
  };
  if (!(await insertProblem(tx, problem, now()))) return;
  const task = await callForHand(actor, tx, row, problem, holder);
  await setTask(tx, problem.id, task.id);
  tellProblem(actor, tx, parcelStuck, problem);
}

async function callForHand(
  actor: SystemActor,
  tx: Tx,
  row: ParcelRow,
  problem: Told,
  holder: string | null,
) {
  const shop = await findShop(tx, row.shopId);
  const locale = shop?.locale ?? 'zh-CN';
  const carrier = row.carrierName || row.carrier;
  const task = await openTask(actor, tx, {
    shopId: row.shopId,
    title: taskTitle(locale, problem.cause, {
      orderNumber: row.orderNumber,
      carrier,
      number: row.number,
    }),
    links: {
      orderId: row.orderId,
      parcelId: row.id,
      ...(row.buyerId ? { buyerId: row.buyerId } : {}),
      ...(problem.conversationId ? { conversationId: problem.conversationId } : {}),
    },
    assigneeId: holder,
    priority: 'high',
    quiet: true,
    source: { kind: `parcel.${problem.cause}`, id: problem.id },
  });
  await notify(tx, {
    to: holder ? [holder] : await membersWith(tx, 'parcels.manage', row.shopId),
    kind: 'parcel_stuck',
    shopId: row.shopId,
    subject: { kind: 'order', id: row.orderId },
    path: `/orders/${row.orderId}`,
    params: { cause: problem.cause, number: row.orderNumber },
    key: `parcel:${problem.id}`,
  });
  return task;
}

/** The parcel moved, or somebody has seen to it: what was wrong is over, and so is its task. */
export async function endProblems(
  actor: TeamActor,
  tx: Tx,
  problems: readonly Pick<ProblemRow, 'id'>[],
  by: string | null = null,
): Promise<void> {
  if (problems.length === 0) return;
  const closed = await closeProblems(
    tx,
    problems.map(({ id }) => id),
    now(),
    by,
  );
  for (const problem of closed) {
    if (problem.taskId) await settleTask(actor, tx, problem.taskId);
    tellProblem(actor, tx, parcelFreed, problem);
  }
}
