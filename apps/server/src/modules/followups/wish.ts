import type { followups, InputOf } from '@guitai/contract';
import type { BuyerActor, StaffActor, TeamActor } from '../../kernel/actor.ts';
import { now } from '../../kernel/clock.ts';
import { newId } from '../../kernel/ids.ts';
import { isRefusal, refuse } from '../../kernel/refusal.ts';
import type { Tx } from '../../kernel/tx.ts';
import { record } from '../audit/index.ts';
import { changeFollowup, insertFollowups, lockFollowups } from './followup.store.ts';
import { reachTalk } from './plan.ts';
import { holds } from './quota.rules.ts';
import { variantsOf } from './standing.store.ts';
import { after, isWish } from './state.rules.ts';
import { tellFollowup } from './tell.ts';
import { countWaiting, productOfVariant, takeWishTurn, wishesOf } from './wish.store.ts';

/** Each may become a message that costs: so many wait for one buyer in one shop. */
const mostWaiting = 100;

/** Who wishes, where. */
interface Wisher {
  readonly shopId: string;
  readonly buyerId: string;
  readonly conversationId: string | null;
}

type Wanted = Omit<InputOf<typeof followups.makeWish>, 'conversationId'>;

/** Variants of a product with what this buyer waits for. */
async function choices(tx: Tx, { shopId, buyerId }: Wisher, productId: string) {
  const variants = await variantsOf(tx, [productId]);
  if (variants.length === 0 || variants[0]?.shopId !== shopId)
    return refuse('followup.subject_foreign');
  const wishes = await wishesOf(tx, shopId, buyerId, productId);
  const wish = (variantId: string, reason: string) =>
    wishes.find((one) => one.variantId === variantId && one.reason === reason);
  return {
    items: variants.map(({ variantId, options, priceMinor, currency, stock, onSale }) => ({
      ...{ variantId, options, priceMinor, currency, stock, onSale },
      back: wish(variantId, 'back')?.id ?? null,
      cheaper: wish(variantId, 'cheaper')?.id ?? null,
      belowMinor: wish(variantId, 'cheaper')?.belowMinor ?? null,
    })),
  };
}

/** Notes a wish; the same said twice is one. */
async function wishFor(actor: TeamActor, tx: Tx, who: Wisher, wanted: Wanted) {
  const { variantId, kind: reason } = wanted;
  const of = await productOfVariant(tx, who.shopId, variantId);
  const variant =
    of && (await variantsOf(tx, [of.productId])).find((one) => one.variantId === variantId);
  if (!variant) return refuse('followup.subject_foreign');
  const belowMinor = reason === 'cheaper' ? (wanted.belowMinor ?? variant.priceMinor - 1) : null;
  if (holds({ reason, belowMinor }, variant)) return refuse('followup.wish_holds');
  await takeWishTurn(tx);
  if ((await countWaiting(tx, who.shopId, who.buyerId)) >= mostWaiting)
    return refuse('followup.wishes_too_many', { most: mostWaiting });
  const row = {
    ...{ id: newId(), ...who, reason, state: 'waiting' as const, topic: 'service' as const },
    ...{ since: now(), productId: variant.productId, variantId, belowMinor, assigneeId: null },
  };
  const made = await insertFollowups(tx, [{ ...row, occasion: row.id }], now());
  if (made.size > 0) {
    const subject = { kind: 'followup', id: row.id };
    const after = { kind: reason, variantId, belowMinor };
    record(tx, actor, { action: 'wish.made', subject, after, shop: who.shopId });
    tellFollowup(actor, tx, row);
  }
  return choices(tx, who, variant.productId);
}

/** The buyer no longer wants to be told; what is being sent is not sent any more. */
async function unwish(actor: TeamActor, tx: Tx, who: Wisher, id: string) {
  const [row] = await lockFollowups(tx, [id]);
  const own = row && row.buyerId === who.buyerId && row.shopId === who.shopId && isWish(row.reason);
  if (!own) return refuse('followup.not_found');
  const state = row.state === 'sending' ? 'dropped' : after(row, 'withdraw');
  if (state === null) return refuse('followup.not_now');
  await changeFollowup(tx, id, { state, why: 'withdrawn', closedAt: now() });
  const subject = { kind: 'followup', id };
  record(tx, actor, { action: 'wish.withdrawn', subject, shop: who.shopId });
  tellFollowup(actor, tx, { ...row, state });
  const left = await choices(tx, who, row.productId ?? '');
  return isRefusal(left) ? { items: [] } : left;
}

async function wisherIn(actor: StaffActor, tx: Tx, conversationId: string) {
  const met = await reachTalk(actor, tx, conversationId);
  return isRefusal(met) ? met : { shopId: met.shopId, buyerId: met.buyerId, conversationId };
}

/** A buyer the shop vouches for wishes for themselves. */
const self = (actor: BuyerActor) =>
  actor.verified && actor.buyer !== null
    ? { shopId: actor.shop, buyerId: actor.buyer, conversationId: null }
    : refuse('visitor.identity_needed');

export async function listWishes(
  actor: StaffActor,
  tx: Tx,
  { conversationId, productId }: InputOf<typeof followups.listWishes>,
) {
  const who = await wisherIn(actor, tx, conversationId);
  return isRefusal(who) ? who : choices(tx, who, productId);
}

/** A20: what a buyer says at the counter is noted at the counter. */
export async function makeWish(
  actor: StaffActor,
  tx: Tx,
  { conversationId, ...wanted }: InputOf<typeof followups.makeWish>,
) {
  const who = await wisherIn(actor, tx, conversationId);
  return isRefusal(who) ? who : wishFor(actor, tx, who, wanted);
}

export async function withdrawWish(
  actor: StaffActor,
  tx: Tx,
  { conversationId, followupId }: InputOf<typeof followups.withdrawWish>,
) {
  const who = await wisherIn(actor, tx, conversationId);
  return isRefusal(who) ? who : unwish(actor, tx, who, followupId);
}

export async function listOwnWishes(
  actor: BuyerActor,
  tx: Tx,
  { productId }: InputOf<typeof followups.listOwnWishes>,
) {
  const who = self(actor);
  return isRefusal(who) ? who : choices(tx, who, productId);
}

export async function makeOwnWish(
  actor: BuyerActor,
  tx: Tx,
  wanted: InputOf<typeof followups.makeOwnWish>,
) {
  const who = self(actor);
  return isRefusal(who) ? who : wishFor(actor, tx, who, wanted);
}

export async function withdrawOwnWish(
  actor: BuyerActor,
  tx: Tx,
  { followupId }: InputOf<typeof followups.withdrawOwnWish>,
) {
  const who = self(actor);
  return isRefusal(who) ? who : unwish(actor, tx, who, followupId);
}
