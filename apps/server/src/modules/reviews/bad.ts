import { system } from '../../kernel/actor.ts';
import { now } from '../../kernel/clock.ts';
import type { Tx } from '../../kernel/tx.ts';
import { conversationFacts, newestConversationOf } from '../conversations/index.ts';
import { membersWith, notify } from '../notices/index.ts';
import { findShop } from '../shops/index.ts';
import { openTask, settleTask } from '../teamwork/index.ts';
import { isFresh } from './appraise.rules.ts';
import { mark, marks } from './review.store.ts';
import { settingsOf } from './settings.ts';
import type { ReviewRow } from './tables.ts';
import { filled, taskTitle } from './words.ts';

const acting = (tx: Tx) => system(tx.team ?? '', 'reviews');

/** The buyer's newest conversation in the shop and who holds it. */
async function talkOf(tx: Tx, { buyerId, shopId }: ReviewRow) {
  const newest = buyerId === null ? undefined : await newestConversationOf(tx, { buyerId, shopId });
  return newest ? conversationFacts(tx, newest.id) : null;
}

/** A review that needs somebody: a task, once for the review, and a word to who serves the buyer and to the leads. */
async function callFor(tx: Tx, row: ReviewRow): Promise<void> {
  const shop = await findShop(tx, row.shopId);
  const talk = await talkOf(tx, row);
  const { taskHours } = await settingsOf(tx, row.shopId);
  const values = { rating: row.rating, product: row.productTitle };
  const { id } = await openTask(acting(tx), tx, {
    shopId: row.shopId,
    title: filled(taskTitle[shop?.locale ?? 'zh-CN'], values).slice(0, 200),
    body: '',
    links: {
      reviewId: row.id,
      ...(row.buyerId ? { buyerId: row.buyerId } : {}),
      ...(row.orderId ? { orderId: row.orderId } : {}),
      ...(talk ? { conversationId: talk.id } : {}),
    },
    assigneeId: talk?.assigneeId ?? null,
    dueAt: new Date(now().getTime() + taskHours * 3_600_000).toISOString(),
    priority: 'high',
    source: { kind: 'review', id: row.id },
  });
  await mark(tx, row.id, marks.task(id));
  const leads = await membersWith(tx, 'members.manage', row.shopId);
  await notify(tx, {
    to: [...new Set([...leads, ...(talk?.assigneeId ? [talk.assigneeId] : [])])],
    kind: 'review_bad',
    shopId: row.shopId,
    subject: { kind: 'review', id: row.id },
    path: `/marketing/reviews/${row.id}`,
    params: { rating: row.rating, product: row.productTitle.slice(0, 100) },
    key: `review ${row.id}`,
  });
}

/** What a review, as it reads now, asks of the team. History calls for nobody. */
export async function heedBad(tx: Tx, row: ReviewRow): Promise<void> {
  const waits = row.bad && row.reply === null && row.hiddenAt === null;
  if (!waits) await settleBad(tx, row);
  else if (row.taskId === null && isFresh(row.postedAt, row.toldAt)) await callFor(tx, row);
}

/** Somebody has answered, or it no longer stands: its task is done. */
export async function settleBad(tx: Tx, row: ReviewRow): Promise<void> {
  if (row.taskId !== null) await settleTask(acting(tx), tx, row.taskId);
}
