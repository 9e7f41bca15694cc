/** Small money without a case: goodwill, price protection, cash-back for a review. Each is paid once. */
import { FileIds, Payee } from './aftersales.parts.ts';
import { ProtectedLine } from './aftersales.shapes.ts';
import { endpoint } from './endpoint.ts';
import { Above, actRefusals, moneyRefusals, ofOrder } from './orders.acts.parts.ts';
import { actBody, OrderActed } from './orders.acts.shapes.ts';
import { Currency, LineNo, Minor, Text, Type } from './schema.ts';

const paying = [
  ...actRefusals,
  ...moneyRefusals,
  'order.unpaid',
  'order.window_over',
  'case.once_per_order',
] as const;

export const payGoodwill = endpoint({
  id: 'payGoodwill',
  method: 'POST',
  path: '/orders/:orderId/goodwill-payments',
  summary: 'Pays a small sum of goodwill, once per order where the shop says so.',
  params: ofOrder,
  body: actBody({ amountMinor: Above, to: Type.Optional(Payee) }),
  reply: OrderActed,
  errors: paying,
});

export const getPriceProtection = endpoint({
  id: 'getPriceProtection',
  method: 'GET',
  path: '/orders/:orderId/price-protection',
  summary: 'Price paid and price now of every line of an order.',
  params: ofOrder,
  reply: Type.Object({
    currency: Currency,
    lines: Type.Array(ProtectedLine),
    differenceMinor: Minor,
  }),
  errors: ['order.not_found'],
});

export const protectPrice = endpoint({
  id: 'protectPrice',
  method: 'POST',
  path: '/orders/:orderId/price-protections',
  summary: 'Pays back what the price has fallen since the order, per line and once.',
  params: ofOrder,
  body: actBody({
    lineNos: Type.Optional(Type.Array(LineNo, { minItems: 1, maxItems: 100 })),
    to: Type.Optional(Payee),
  }),
  reply: OrderActed,
  errors: [...paying, 'order.line_not_found', 'case.nothing_to_protect'],
});

export const payReviewCashback = endpoint({
  id: 'payReviewCashback',
  method: 'POST',
  path: '/orders/:orderId/review-cashbacks',
  summary: "Pays the shop's cash-back for a review, once per order, with proof.",
  params: ofOrder,
  body: actBody({
    proofUrl: Type.Optional(Text(2000)),
    fileIds: Type.Optional(FileIds),
    to: Type.Optional(Payee),
  }),
  reply: OrderActed,
  errors: [...paying, 'case.proof_needed', 'case.evidence_foreign'],
});
