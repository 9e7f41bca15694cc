import type { InputOf, offers } from '@guitai/contract';
import type { StaffActor, TeamActor } from '../../kernel/actor.ts';
import { attempt } from '../../kernel/attempt.ts';
import { now } from '../../kernel/clock.ts';
import { newId } from '../../kernel/ids.ts';
import { enqueue } from '../../kernel/jobs.ts';
import { isRefusal, refuse } from '../../kernel/refusal.ts';
import type { Tx } from '../../kernel/tx.ts';
import {
  approvalOf,
  beyondAuthority,
  can,
  type LimitedAct,
  laterBounds,
  requestApproval,
  spend,
  weigh,
} from '../access/index.ts';
import { record } from '../audit/index.ts';
import { buyerFacts } from '../buyers/index.ts';
import { conversationFacts } from '../conversations/index.ts';
import { type CouponRow, heldBy, insertCoupon, readCoupon } from './coupon.store.ts';
import { couponIssued } from './events.ts';
import { expireCoupon } from './expire.ts';
import { type Weighing, weighCoupon } from './judge.ts';
import { sendCoupon } from './send.ts';
import { shownCoupon } from './shown.ts';
import { tellCoupon } from './tell.ts';
import { readTemplate, type TemplateRow } from './template.store.ts';
import { validity } from './terms.rules.ts';

type Input = InputOf<typeof offers.issueCoupon>;
type Place = Pick<Input, 'templateId' | 'buyerId' | 'conversationId'>;

/** What giving it counts as: the most it can give away, on the order that is talked about where there is one. */
export function limitedOf(
  template: TemplateRow,
  buyerId: string,
  { floor: least, orderId }: Pick<Weighing, 'floor' | 'orderId'>,
): LimitedAct {
  return {
    action: 'coupon',
    shopId: template.shopId,
    orderId,
    buyerId,
    amountMinor: template.worthMinor,
    currency: template.currency,
    facts: { templateId: template.id, version: template.version },
    ...(least ? { floor: { kind: 'price' as const, ...least } } : {}),
  };
}

/** The kind of coupon, its buyer and the conversation, as far as the actor reaches them. */
async function met(actor: TeamActor, tx: Tx, { templateId, buyerId, conversationId }: Place) {
  const template = await readTemplate(tx, templateId);
  if (!template || can(actor, 'coupons.issue', { shop: template.shopId }) !== 'yes')
    return refuse('coupon.template_not_found');
  const buyer = await buyerFacts(tx, buyerId);
  if (!buyer || buyer.blocked || !buyer.shopIds.includes(template.shopId))
    return refuse('offer.buyer_foreign');
  if (conversationId === undefined) return template;
  const conversation = await conversationFacts(tx, conversationId);
  const thing = conversation && { shop: conversation.shopId, holder: conversation.assigneeId };
  if (!conversation || can(actor, 'conversations.read', thing ?? undefined) !== 'yes')
    return refuse('conversation.not_found');
  const fits = conversation.buyerId === buyerId && conversation.shopId === template.shopId;
  return fits ? template : refuse('offer.buyer_foreign');
}

/** Which bound is at its end. */
async function whyNot(tx: Tx, before: TemplateRow, buyerId: string) {
  const { id, name } = before;
  const template = (await readTemplate(tx, id)) ?? before;
  if (template.stoppedAt !== null) return refuse('coupon.stopped', { name });
  const { maxCount, issuedCount, perBuyer } = template;
  if (maxCount !== null && issuedCount >= maxCount)
    return refuse('coupon.count_over', { name, maxCount });
  if (perBuyer !== null && (await heldBy(tx, id, buyerId)) >= perBuyer)
    return refuse('coupon.buyer_limit', { name, perBuyer });
  return refuse('coupon.budget_over', { name });
}

/** Whose authority a coupon is given with, and what it was judged by. */
interface Given {
  readonly holder: StaffActor | null;
  readonly weighing: Weighing;
  readonly cause?: string | null;
}

/** Writes it; its authority is the caller's to count. */
async function give(actor: TeamActor, tx: Tx, template: TemplateRow, place: Place, given: Given) {
  const { name, shopId, currency } = template;
  if (given.weighing.below) return refuse('coupon.below_floor', { name });
  const at = now();
  const { validFrom, validUntil } = validity(template, at);
  if (validUntil !== null && validUntil <= at.toISOString()) return refuse('coupon.over', { name });
  const { buyerId, conversationId = null } = place;
  const issue = { id: newId(), buyerId, validFrom, validUntil, conversationId, at };
  const { holder, weighing, cause = null } = given;
  const kind = { action: 'coupon', shopId, currency } as const;
  const inserted = await insertCoupon(actor, tx, template, {
    ...issue,
    approvalId: approvalOf(actor),
    bounds: holder && (await laterBounds(holder, tx, kind)),
    countedOrderId: holder && weighing.orderId,
    cause,
  });
  if (!inserted) return whyNot(tx, template, buyerId);
  const row = (await readCoupon(tx, issue.id)) as CouponRow;
  tellCoupon(actor, tx, couponIssued, row);
  record(tx, actor, {
    action: 'coupon.issued',
    subject: { kind: 'coupon', id: row.id },
    after: {
      template: template.id,
      version: template.version,
      worthMinor: row.worthMinor,
      buyerId,
    },
    shop: template.shopId,
  });
  if (validUntil !== null) {
    const runAt = new Date(Date.parse(validUntil) + 1_000);
    await enqueue(tx, expireCoupon, { couponId: row.id }, { runAt, key: `coupon ${row.id}` });
  }
  return row;
}

/** In whose name the product gives one. */
interface Giving {
  readonly holder?: StaffActor | null;
  /** What it is given for: the same is answered once. */
  readonly cause?: string | null;
  /** Its card is not sent: somebody else sends it. */
  readonly quiet?: boolean;
}

/**
 * Given by the product itself, e.g. by a rule, in the name of who made it do so: every bound of the kind holds, and what it
 * gives counts against that person's authority. Without one nobody's authority is spent.
 */
export async function giveCoupon(
  actor: TeamActor,
  tx: Tx,
  place: Place,
  { holder = null, cause = null, quiet = false }: Giving = {},
) {
  const template = await met(holder ?? actor, tx, place);
  if (isRefusal(template)) return template;
  const weighing = await weighCoupon(tx, template, place);
  const row = await give(actor, tx, template, place, { holder, weighing, cause });
  if (isRefusal(row)) return row;
  const act = limitedOf(template, place.buyerId, weighing);
  const authority = holder ? await spend(holder, tx, act) : nothing;
  if (authority.verdict !== 'yes') return refuse('authority.beyond_limit', {});
  if (quiet || place.conversationId === undefined) return row;
  const sent = await sendCoupon(actor, tx, row, place.conversationId);
  return isRefusal(sent) ? sent : row;
}

const nothing = { verdict: 'yes' as const, why: [] };

/** What a person gives: counted, given, sent. Beyond the own authority it is refused with who may approve. */
async function issued(
  actor: StaffActor,
  tx: Tx,
  template: TemplateRow,
  input: Input,
  count = spend,
) {
  const weighing = await weighCoupon(tx, template, input);
  const act = limitedOf(template, input.buyerId, weighing);
  const row = await give(actor, tx, template, input, { holder: actor, weighing });
  if (isRefusal(row)) return row;
  const authority = await count(actor, tx, act);
  if (authority.verdict === 'no' || (authority.verdict === 'ask' && count === spend))
    return beyondAuthority(actor, tx, act, authority);
  if (input.conversationId !== undefined) {
    const sent = await sendCoupon(actor, tx, row, input.conversationId);
    if (isRefusal(sent)) return sent;
  }
  const why = authority.verdict === 'ask' ? [...authority.why] : [];
  const coupon = shownCoupon(actor, (await readCoupon(tx, row.id)) ?? row);
  return {
    state: 'done' as const,
    approval: null,
    authority: { verdict: authority.verdict, why },
    coupon,
  };
}

/** SHOP-10: gives a coupon to a buyer and sends its card. An approved wish runs through here by itself. */
export async function issueCoupon(actor: StaffActor, tx: Tx, input: Input) {
  const template = await met(actor, tx, input);
  if (isRefusal(template)) return template;
  if (input.preview) {
    const tried = await attempt(
      tx,
      () => issued(actor, tx, template, input, weigh as typeof spend),
      () => false,
    );
    return isRefusal(tried) ? tried : { ...tried, state: 'preview' as const, coupon: null };
  }
  if (input.approvalNote === undefined) return issued(actor, tx, template, input);
  const tried = await attempt(tx, () => issued(actor, tx, template, input));
  if (!isRefusal(tried) || tried.code !== 'authority.approval_needed') return tried;
  const act = limitedOf(template, input.buyerId, await weighCoupon(tx, template, input));
  const weighed = await weigh(actor, tx, act);
  const note = input.approvalNote;
  const wish = { endpoint: 'issueCoupon', input, act, note };
  const approval = await requestApproval(actor, tx, wish);
  if (isRefusal(approval)) return approval;
  const why = weighed.verdict === 'yes' ? [] : [...weighed.why];
  return {
    ...nothing,
    state: 'asked' as const,
    approval,
    authority: { verdict: 'ask' as const, why },
    coupon: null,
  };
}
