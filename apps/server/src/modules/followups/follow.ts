import type { outreach, Static } from '@guitai/contract';
import type { Actor } from '../../kernel/actor.ts';
import { now } from '../../kernel/clock.ts';
import type { Tx } from '../../kernel/tx.ts';
import { markConverted } from '../outreach/index.ts';
import { dropBought } from './bought.store.ts';
import { creditOrders } from './credit.store.ts';
import { followupConverted } from './events.ts';
import { changeFollowup, lockFollowups } from './followup.store.ts';
import { markReplied, spokenTo, type Word } from './heard.store.ts';
import { after, isOver, isWish, type Step, waitsOn } from './state.rules.ts';
import type { FollowupRow } from './tables.ts';
import { tellFollowup } from './tell.ts';
import { tellWishes } from './wish.tell.ts';

/** Orders came, were paid, cancelled or refunded: grounds fall away, credits come and go. */
export async function followOrders(
  actor: Actor,
  tx: Tx,
  orderIds: readonly string[],
): Promise<void> {
  if (orderIds.length === 0) return;
  for (const row of await creditOrders(tx, orderIds)) {
    if (row.messageId) await markConverted(actor, tx, row.messageId, row.orderId);
    if (row.paid) await closeBought(tx, row.id);
    tellFollowup(actor, tx, row, followupConverted);
  }
  const dropped = await dropBought(tx, orderIds, now());
  for (const row of dropped)
    tellFollowup(actor, tx, {
      ...row,
      reason: row.reason as FollowupRow['reason'],
      state: 'dropped',
    });
  // Who was being told and has bought makes room for the next.
  await tellWishes(
    actor,
    tx,
    dropped.flatMap(({ reason, productId }) =>
      isWish(reason as 'back') && productId ? [productId] : [],
    ),
  );
}

/** Whoever was contacted and has paid needs no more of it. */
async function closeBought(tx: Tx, id: string): Promise<void> {
  const [row] = await lockFollowups(tx, [id]);
  if (row?.state === 'contacted')
    await changeFollowup(tx, id, { state: 'closed', result: 'bought', closedAt: now() });
}

/** Somebody of the team spoke to buyers whose follow-up was taken up: they are contacted now, by whoever spoke first. */
export async function followOwnWords(actor: Actor, tx: Tx, words: readonly Word[]): Promise<void> {
  if (words.length === 0) return;
  for (const row of await spokenTo(tx, words)) {
    const word = words.find(
      ({ buyerId, shopId }) => buyerId === row.buyerId && shopId === row.shopId,
    );
    const state = after(row, 'said');
    if (!word || state === null) continue;
    const by = { contactedAt: row.contactedAt ?? word.at, contactedBy: row.contactedBy ?? word.by };
    await changeFollowup(tx, row.id, { state, ...by });
    tellFollowup(actor, tx, { ...row, state });
  }
}

export async function followAnswers(actor: Actor, tx: Tx, words: readonly Word[]): Promise<void> {
  if (words.length === 0) return;
  for (const row of await markReplied(tx, words)) tellFollowup(actor, tx, row);
}

type Told = Static<typeof outreach.OutreachTold>;

/** The follow-up a message is of, while it is still its message; locked. */
async function rowOf(tx: Tx, { cause, messageId }: Told): Promise<FollowupRow | null> {
  if (cause.kind !== 'followup') return null;
  const [row] = await lockFollowups(tx, [cause.id]);
  return row?.messageId === messageId ? row : null;
}

/** Its message was sent: the buyer is contacted, by whoever is responsible or by itself. */
export async function followSent(actor: Actor, tx: Tx, told: Told): Promise<void> {
  const row = await rowOf(tx, told);
  const state = row && after(row, 'sent');
  if (!row || !state) return;
  const contactedBy = row.contactedBy ?? row.assigneeId;
  await changeFollowup(tx, row.id, { state, contactedAt: row.contactedAt ?? now(), contactedBy });
  tellFollowup(actor, tx, { ...row, state });
}

/** It was not sent, or did not arrive: back to the list with the reason, or over where there is nobody to ask. */
export async function followUnsent(actor: Actor, tx: Tx, told: Told): Promise<void> {
  const row = await rowOf(tx, told);
  if (row?.state !== 'sending') return;
  const step: Step = isWish(row.reason) && !waitsOn(row.reason, told.reason) ? 'drop' : 'unsent';
  const bought = told.reason === 'bought';
  const state = after(row, bought ? 'drop' : step);
  if (!state) return;
  const closedAt = isOver(state) ? now() : null;
  await changeFollowup(tx, row.id, { state, why: told.reason, closedAt, messageId: null });
  tellFollowup(actor, tx, { ...row, state });
  // The room it took is somebody else's now.
  if (isOver(state) && isWish(row.reason) && row.productId)
    await tellWishes(actor, tx, [row.productId]);
}
