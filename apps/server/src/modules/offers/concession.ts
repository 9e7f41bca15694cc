import type { InputOf, offers } from '@guitai/contract';
import type { StaffActor } from '../../kernel/actor.ts';
import { localDay, now } from '../../kernel/clock.ts';
import { newId } from '../../kernel/ids.ts';
import { isRefusal, refuse } from '../../kernel/refusal.ts';
import type { Tx } from '../../kernel/tx.ts';
import { can } from '../access/index.ts';
import { record } from '../audit/index.ts';
import { changeOrderDiscount, changeOrderPostage } from '../orders/index.ts';
import {
  findStep,
  insertBargain,
  insertStep,
  lockBargain,
  openBargain,
  readSteps,
  type StepRow,
  writeStep,
} from './bargain.store.ts';
import { tellStep } from './bargain.tell.ts';
import { periodsOf, takeBudget } from './budget.store.ts';
import { concessionChanged, concessionMade } from './events.ts';
import { conversationOf, type Ground, groundOf } from './ground.ts';
import { issueCoupon } from './issue.ts';
import { rungsFor, skippedBy } from './ladder.rules.ts';
import { planLapse } from './lapse.ts';
import { type Means, meansOf } from './rung.ts';

type Input = InputOf<typeof offers.makeConcession>;

/** A step as its reader sees it. */
export const shownStep = (row: StepRow, may: boolean) => {
  const act = row.state === 'offered' ? 'declineConcession' : 'undeclineConcession';
  const open = row.state === 'offered' || row.state === 'declined';
  return { ...row, can: may && open ? [act] : [] };
};

/** The step the input asks for and those it passes over, with the rule that is against it. */
function planOf(ground: Ground, input: Input) {
  const { rung, situation, reason = '' } = input;
  const { ladder } = ground.settings;
  if (!rungsFor({ situation, ladder }).includes(rung))
    return refuse('offer.rung_closed', { why: situation });
  const means = meansOf(ground, rung, input);
  if (means.way === null) return refuse('offer.rung_closed', { why: means.why ?? '' });
  const possible = rungsFor({ situation, ladder }).filter(
    (one) => meansOf(ground, one).way !== null,
  );
  const had = ground.steps.map((step) => step.rung);
  const skipped = skippedBy(rung, { situation, ladder, had, possible });
  if (skipped.length > 0 && reason.trim() === '')
    return refuse('offer.skip_needs_reason', { skipped: skipped.join(', ') });
  return { means, skipped };
}

/** Changes the open order, or gives and sends the coupon. Authority, floors and approvals are those of the act itself. */
async function carryOut(actor: StaffActor, tx: Tx, ground: Ground, means: Means, input: Input) {
  const { conversation, order } = ground;
  const { approvalNote, preview } = input;
  const asking = {
    ...(approvalNote === undefined ? {} : { approvalNote }),
    ...(preview ? { preview } : {}),
  };
  if (means.template) {
    const { buyerId, id: conversationId } = conversation;
    const given = await issueCoupon(actor, tx, {
      ...{ templateId: means.template.id, buyerId, conversationId },
      ...asking,
    });
    return isRefusal(given) ? given : { ...given, actId: null };
  }
  if (!order) throw new Error('a step on an order without one');
  const on = { orderId: order.id, conversationId: conversation.id, ...asking };
  const acted =
    means.rung === 'postage'
      ? await changeOrderPostage(actor, tx, { ...on, postageMinor: order.postageCouponMinor })
      : await changeOrderDiscount(actor, tx, {
          ...on,
          discountMinor: order.discountMinor + means.amountMinor,
        });
  if (isRefusal(acted)) return acted;
  const state = acted.state === 'pending' ? ('done' as const) : acted.state;
  return {
    state,
    approval: acted.approval,
    authority: acted.authority,
    coupon: null,
    actId: acted.act?.id ?? null,
  };
}

async function takeBudgets(tx: Tx, { shop, settings }: Ground, costMinor: number) {
  const periods = periodsOf(localDay(shop.timezone), settings);
  for (const period of periods)
    if (!(await takeBudget(tx, shop.id, period, costMinor)))
      return refuse('offer.budget_over', { period: period.name });
  return periods.map((period) => period.name);
}

/** The open talk, begun where there is none. */
async function talk(tx: Tx, { conversation, shop }: Ground, situation: Input['situation']) {
  const { id: conversationId, shopId, buyerId } = conversation;
  const found = await openBargain(tx, shopId, buyerId, true);
  if (found) return found;
  const at = now();
  const row = { id: newId(), shopId, buyerId, conversationId, situation, currency: shop.currency };
  await insertBargain(tx, { ...row, at });
  const made = await openBargain(tx, shopId, buyerId, true);
  if (!made) throw new Error('a talk was not begun');
  return made;
}

/** SHOP-10: offers a step of the ladder. Every step is on record: what for, what was offered, by whom, what was passed over and why. */
export async function makeConcession(actor: StaffActor, tx: Tx, input: Input) {
  const conversation = await conversationOf(actor, tx, input.conversationId, 'coupons.issue');
  if (isRefusal(conversation)) return conversation;
  const ground = await groundOf(tx, conversation, input.orderId);
  const plan = planOf(ground, input);
  if (isRefusal(plan)) return plan;
  const { means, skipped } = plan;
  const done = await carryOut(actor, tx, ground, means, input);
  if (isRefusal(done)) return done;
  const { state, approval, authority, coupon, actId } = done;
  if (state === 'preview') return { state, approval, authority, coupon, concession: null };
  const periods = await takeBudgets(tx, ground, means.amountMinor);
  if (isRefusal(periods)) return periods;
  const { id: bargainId } = await talk(tx, ground, input.situation);
  const { situation, reason = '' } = input;
  const base = { situation, couponId: null, actId: null, approvalId: null, at: now(), name: '' };
  for (const rung of skipped) {
    const passed = {
      ...base,
      id: newId(),
      rung,
      state: 'skipped' as const,
      costMinor: 0,
      periods: [],
    };
    await insertStep(actor, tx, bargainId, { ...passed, reason });
  }
  const step = {
    ...base,
    ...{ id: newId(), rung: means.rung, costMinor: means.amountMinor, periods, reason, actId },
    state: state === 'asked' ? ('asked' as const) : ('offered' as const),
    couponId: coupon?.id ?? null,
    approvalId: approval?.id ?? null,
    name: means.template?.name ?? '',
  };
  await insertStep(actor, tx, bargainId, step);
  await planLapse(tx);
  await tellStep(actor, tx, concessionMade, step.id);
  record(tx, actor, {
    action: 'concession.made',
    subject: { kind: 'concession', id: step.id },
    after: { rung: step.rung, situation, costMinor: step.costMinor, skipped },
    reason: reason || null,
    shop: conversation.shopId,
  });
  const row = (await readSteps(tx, bargainId)).find((one) => one.id === step.id) as StepRow;
  return { state, approval, authority, coupon, concession: shownStep(row, true) };
}

const answered =
  (from: StepRow['state'], to: StepRow['state']) =>
  async (actor: StaffActor, tx: Tx, { concessionId }: { readonly concessionId: string }) => {
    const found = await findStep(tx, { id: concessionId });
    const bargain = found && (await lockBargain(tx, found.bargainId));
    if (!bargain || can(actor, 'coupons.issue', { shop: bargain.shopId }) !== 'yes')
      return refuse('offer.concession_not_found');
    const step = (await findStep(tx, { id: concessionId })) ?? found;
    if (step.state !== from) return refuse('offer.concession_closed', { state: step.state });
    await writeStep(tx, concessionId, { state: to, at: now() });
    await tellStep(actor, tx, concessionChanged, concessionId);
    record(tx, actor, {
      action: `concession.${to}`,
      subject: { kind: 'concession', id: concessionId },
      shop: bargain.shopId,
    });
    const { bargainId: _bargain, periods: _periods, ...row } = step;
    return shownStep({ ...row, state: to }, true);
  };

/** The buyer did not take it. */
export const declineConcession = answered('offered', 'declined');

/** It stands again. */
export const undeclineConcession = answered('declined', 'offered');
