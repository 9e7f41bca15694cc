import type { aftersales, InputOf } from '@guitai/contract';
import type { BuyerActor, Locale, StaffActor } from '../../kernel/actor.ts';
import { refuse } from '../../kernel/refusal.ts';
import type { Tx } from '../../kernel/tx.ts';
import { can } from '../access/index.ts';
import { type OrderFacts, orderFacts, reasonText } from '../orders/index.ts';
import { orderRulesOf } from '../shops/index.ts';
import { paidForLine, paidForPieces } from './amount.rules.ts';
import { type Kind, kinds } from './case.rules.ts';
import { claimedPieces, claimedRules } from './claim.store.ts';
import { othersOf, type Standing, standingOf } from './ground.ts';
import { barredBy, onceKey, postageOf, propose } from './proposal.rules.ts';
import { askedMinor } from './sums.store.ts';

type Option = aftersales.CaseProposalShape['options'][number];

/** Whether a kind is allowed, and the shop's reasons for it. */
function optionOf(
  { rules, ground }: Standing,
  kind: Kind,
  done: ReadonlySet<string>,
  locale: Locale,
): Option {
  const once = onceKey(rules, kind);
  const barred = barredBy(rules, kind, ground);
  const why = barred?.code ?? (once && done.has(once) ? 'case.once_per_order' : null);
  const reasons = rules[kind].reasons.map((reason) => ({
    code: reason.code,
    text: reasonText(reason, locale),
  }));
  return { kind, allowed: why === null, why, reasons };
}

function lineOf(order: OrderFacts, standing: Standing, taken: ReadonlyMap<number, number>) {
  return (item: OrderFacts['items'][number]) => {
    const quantity = Math.max(item.quantity - (taken.get(item.no) ?? 0), 0);
    return {
      lineNo: item.no,
      title: item.title,
      quantity,
      paidMinor: paidForPieces(order, item, quantity),
      variants: othersOf(standing.offers, item).map(
        ({ variantId, sku, options, priceMinor, stock }) => ({
          ...{ variantId, sku, options, priceMinor, stock },
        }),
      ),
    };
  };
}

/** What the house principles propose for an order, or one line of it. */
async function proposalOf(
  tx: Tx,
  order: OrderFacts,
  lineNo: number | undefined,
  { offered, locale }: { readonly offered: readonly Kind[]; readonly locale: Locale },
): Promise<aftersales.CaseProposalShape> {
  const rules = await orderRulesOf(tx, order.shopId);
  const standing = await standingOf(tx, order, rules, lineNo);
  const taken = await claimedPieces(tx, order.id);
  const done = await claimedRules(tx, order.id);
  const items = order.items.filter((item) => lineNo === undefined || item.no === lineNo);
  const proposed = propose(rules, standing.ground);
  const left = order.paidMinor - order.refundedMinor - (await askedMinor(tx, order.id));
  const worth = items.reduce((sum, item) => sum + paidForLine(order, item), 0);
  return {
    orderId: order.id,
    currency: order.currency,
    ...proposed,
    fault: 'unclear',
    postageBy: postageOf(rules, 'unclear'),
    amountMinor: Math.max(Math.min(worth, left), 0),
    refundableMinor: Math.max(left, 0),
    options: offered.map((kind) => optionOf(standing, kind, done, locale)),
    lines: items.map(lineOf(order, standing, taken)),
  };
}

/** A18: the proposed kind with its principle, and which kinds the shop's rules allow. */
export async function getCaseProposal(
  actor: StaffActor,
  tx: Tx,
  { orderId, lineNo }: InputOf<typeof aftersales.getCaseProposal>,
) {
  const order = await orderFacts(tx, orderId);
  const isSeen =
    order !== null &&
    can(actor, 'orders.read', { shop: order.shopId }) === 'yes' &&
    can(actor, 'aftersales.read', { shop: order.shopId }) === 'yes';
  return isSeen
    ? proposalOf(tx, order, lineNo, { offered: kinds, locale: actor.locale })
    : refuse('order.not_found');
}

const askable = kinds.filter((kind) => kind !== 'compensate');

/** What the buyer may ask for about an own order. */
export async function getChatCaseProposal(
  actor: BuyerActor,
  tx: Tx,
  { orderId, lineNo }: InputOf<typeof aftersales.getChatCaseProposal>,
) {
  if (!actor.verified || actor.buyer === null) return refuse('visitor.identity_needed');
  const order = await orderFacts(tx, orderId);
  const isOwn = order?.buyerId === actor.buyer && order.shopId === actor.shop;
  return order && isOwn
    ? proposalOf(tx, order, lineNo, { offered: askable, locale: actor.locale })
    : refuse('order.not_found');
}
