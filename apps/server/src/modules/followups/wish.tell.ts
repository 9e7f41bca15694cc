import { Id, Type } from '@guitai/contract';
import type { Actor, SystemActor } from '../../kernel/actor.ts';
import { now } from '../../kernel/clock.ts';
import { defineJob, enqueue } from '../../kernel/jobs.ts';
import type { Tx } from '../../kernel/tx.ts';
import { planMessages } from '../outreach/index.ts';
import { changeFollowup } from './followup.store.ts';
import { holds, quota } from './quota.rules.ts';
import { causeOf, recheckName } from './send.ts';
import type { Settings } from './settings.rules.ts';
import { settingsOf } from './settings.ts';
import { type VariantNow, variantsOf } from './standing.store.ts';
import { tellFollowup } from './tell.ts';
import { wishLetter } from './wish.card.ts';
import { takeWishTurn, toldOf, type WaitingWish, waitingWishes } from './wish.store.ts';

/** Looks again when those who were told have had their time. */
export const wishesDue = defineJob(
  'followups.wishes',
  Type.Object({ productId: Id }),
  (actor: SystemActor, tx, { productId }) => tellWishes(actor, tx, [productId]),
);

async function tellOne(
  actor: Actor,
  tx: Tx,
  variant: VariantNow,
  settings: Settings,
  wishes: readonly WaitingWish[],
): Promise<void> {
  const ids = await planMessages(
    actor,
    tx,
    wishes.map((wish) => ({
      key: `followup ${wish.id} ${wish.version}`,
      ...{ shopId: wish.shopId, buyerId: wish.buyerId, orderId: null, conversationId: null },
      ...{ topic: 'service', channels: ['chat', 'sms', 'mail'], cause: causeOf(wish) },
      recheck: recheckName,
      ...wishLetter(wish, variant, settings, wish.locale),
    })),
  );
  for (const [n, wish] of wishes.entries()) {
    await changeFollowup(tx, wish.id, { state: 'sending', messageId: ids[n] ?? null });
    tellFollowup(actor, tx, { ...wish, state: 'sending' });
  }
}

/**
 * A20: tells those who waited for these products, in the order of their wishes, no more than there are pieces for; the others when
 * those have had their time. Each is told once: who is being told no longer waits.
 */
export async function tellWishes(
  actor: Actor,
  tx: Tx,
  productIds: readonly string[],
): Promise<void> {
  if (productIds.length === 0) return;
  await takeWishTurn(tx);
  const waiting = await waitingWishes(tx, productIds);
  if (waiting.length === 0) return;
  const settings = await settingsOf(tx, [...new Set(waiting.map(({ shopId }) => shopId))]);
  const variants = await variantsOf(tx, [...new Set(waiting.map(({ productId }) => productId))]);
  for (const variant of variants) {
    const set = settings.get(variant.shopId);
    const ready = waiting.filter(
      (wish) => wish.variantId === variant.variantId && holds(wish, variant),
    );
    if (!set || ready.length === 0) continue;
    await tellSome(actor, tx, variant, set, ready);
  }
}

async function tellSome(
  actor: Actor,
  tx: Tx,
  variant: VariantNow,
  settings: Settings,
  ready: readonly WaitingWish[],
): Promise<void> {
  const holdMs = settings.wishHoldHours * 3_600_000;
  const told = await toldOf(tx, variant.variantId, new Date(now().getTime() - holdMs));
  const room = quota(variant.stock, settings.wishFactor, told);
  // Who wants both of one variant is told once of it.
  const buyers = [...new Set(ready.map(({ buyerId }) => buyerId))].slice(0, room);
  const chosen = ready.filter(({ buyerId }) => buyers.includes(buyerId));
  const firsts = chosen.filter(
    (wish, n) => chosen.findIndex(({ buyerId }) => buyerId === wish.buyerId) === n,
  );
  await tellOne(actor, tx, variant, settings, firsts);
  if (firsts.length < ready.length)
    await enqueue(
      tx,
      wishesDue,
      { productId: variant.productId },
      { runAt: new Date(now().getTime() + holdMs), key: `followups.wishes ${variant.productId}` },
    );
}
