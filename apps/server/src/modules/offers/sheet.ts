import type { InputOf, offers } from '@guitai/contract';
import type { StaffActor } from '../../kernel/actor.ts';
import { localDay } from '../../kernel/clock.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import type { Tx } from '../../kernel/tx.ts';
import { can, getOwnLimits } from '../access/index.ts';
import { periodsOf, readUsed } from './budget.store.ts';
import { shownStep } from './concession.ts';
import { readCoupons } from './coupon.store.ts';
import { conversationOf, type Ground, groundOf, guessOf } from './ground.ts';
import { nextRung } from './ladder.rules.ts';
import { effectsOf } from './rung.ts';
import { shownCoupon } from './shown.ts';
import { shownTemplate } from './template.ts';

async function budgetsLeft(tx: Tx, { shop, settings }: Ground) {
  const periods = periodsOf(localDay(shop.timezone), settings);
  const used = await readUsed(
    tx,
    shop.id,
    periods.map((period) => period.name),
  );
  const left = periods.map(({ name, limitMinor }) =>
    limitMinor === null ? null : Math.max(limitMinor - (used.get(name) ?? 0), 0),
  );
  return { dayLeftMinor: left[0] ?? null, monthLeftMinor: left[1] ?? null };
}

/** What the reader may still give alone today with coupons; null: no bound of a day. */
async function ownLeft(actor: StaffActor, tx: Tx, shopId: string): Promise<number | null> {
  if (actor.kind !== 'member') return null;
  const own = await getOwnLimits(actor, tx, { shopId });
  const limit = isRefusal(own) ? undefined : own.limits.find((one) => one.action === 'coupon');
  return limit?.perDayMinor == null ? null : Math.max(limit.perDayMinor - limit.usedTodayMinor, 0);
}

function shownBargain({ bargain, shownSteps }: Ground, may: boolean) {
  if (!bargain) return null;
  const { shopId: _shop, buyerId: _buyer, conversationId: _conversation, ...row } = bargain;
  const costMinor = shownSteps
    .filter((step) => step.state === 'offered' || step.state === 'accepted')
    .reduce((sum, step) => sum + step.costMinor, 0);
  return { ...row, costMinor, steps: shownSteps.map((step) => shownStep(step, may)) };
}

/** SHOP-10: the talk about the price beside the chat: situation, next step with its exact effect, the stair so far. */
export async function getOfferSheet(
  actor: StaffActor,
  tx: Tx,
  input: InputOf<typeof offers.getOfferSheet>,
) {
  const conversation = await conversationOf(actor, tx, input.conversationId, 'offers.read');
  if (isRefusal(conversation)) return conversation;
  const ground = await groundOf(tx, conversation, input.orderId);
  const guess = input.situation ? null : await guessOf(tx, ground);
  const situation = input.situation ?? guess ?? 'first_ask';
  const rungs = await effectsOf(actor, tx, ground, situation);
  const { shopId, buyerId } = conversation;
  const may = can(actor, 'coupons.issue', { shop: shopId }) === 'yes';
  const query = { shops: null, shopId, buyerId, after: null, limit: 20 };
  const { order, settings, steps, templates } = ground;
  const possible = rungs.filter((one) => one.possible).map((one) => one.rung);
  const had = steps.map((step) => step.rung);
  return {
    situation,
    guessed: guess !== null,
    currency: ground.shop.currency,
    orderId: order?.id ?? null,
    orderNumber: order?.number ?? null,
    next: nextRung({ situation, ladder: settings.ladder, had, possible }),
    rungs,
    ...(await budgetsLeft(tx, ground)),
    ownLeftMinor: await ownLeft(actor, tx, shopId),
    bargain: shownBargain(ground, may),
    coupons: (await readCoupons(tx, query)).map(({ place: _place, ...row }) =>
      shownCoupon(actor, row),
    ),
    templates: templates.map(({ ...row }) => shownTemplate(actor, row)),
    can: may ? ['makeConcession', 'issueCoupon'] : [],
  };
}
