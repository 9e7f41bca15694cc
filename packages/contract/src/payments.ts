/** Money that moves through a gateway: payments, refunds, and what their gateways told about them. */

import { endpoint, Strict } from './endpoint.ts';
import { defineErrors } from './errors.ts';
import { ofOrder } from './orders.acts.parts.ts';
import { PaymentKind } from './orders.words.ts';
import {
  Currency,
  Id,
  Instant,
  Minor,
  Nullable,
  OneOf,
  Page,
  PageQuery,
  type Static,
  Type,
} from './schema.ts';

/** Who moves money for the shop. */
export const Gateway = OneOf(
  ['sandbox', 'wechat_pay', 'alipay', 'stripe'] as const,
  'sandbox: no real money.',
);

/** Where a payment or a refund at a gateway stands. It only moves forward. */
export const MoneyState = OneOf(
  ['created', 'asked', 'unknown', 'confirmed', 'failed'] as const,
  'asked: the gateway was told. unknown: it did not answer; it is asked what became of it, never told again.',
);

/** Data of `payment.…`. */
export const PaymentMoved = Type.Object({
  intentId: Id,
  orderId: Id,
  shopId: Id,
  gateway: Gateway,
  amountMinor: Minor,
  currency: Currency,
  failure: Nullable(Type.String()),
});

/** Data of `refund.…`; `key` is the stable key of the part of the act it belongs to. */
export const RefundMoved = Type.Object({
  refundId: Id,
  key: Type.String(),
  ...PaymentMoved.properties,
});

export const paymentEvents = {
  'payment.confirmed': PaymentMoved,
  'payment.failed': PaymentMoved,
  'refund.confirmed': RefundMoved,
  'refund.failed': RefundMoved,
  'refund.unknown': RefundMoved,
} as const;

/** Money that came in or went back, as the payments page lists it. */
export const PaymentRow = Type.Object({
  id: Type.String(),
  direction: OneOf(['payment', 'refund'] as const),
  cause: OneOf([
    'payment',
    'refund',
    'goodwill',
    'compensation',
    'price_protection',
    'cashback',
  ] as const),
  orderId: Id,
  orderNumber: Type.String(),
  shopId: Id,
  buyerId: Nullable(Id),
  kind: PaymentKind,
  label: Type.String(),
  carrier: OneOf(
    ['balance', 'gateway', 'hand', 'platform'] as const,
    'hand: a person moves the money and says so here.',
  ),
  gateway: Nullable(Gateway),
  gatewayReference: Nullable(Type.String({ description: 'What the gateway calls it.' })),
  amountMinor: Minor,
  refundedMinor: Minor,
  feeMinor: Nullable(Minor),
  currency: Currency,
  state: OneOf(['pending', 'asked', 'unknown', 'done', 'failed'] as const),
  failure: Nullable(Type.String()),
  at: Nullable(Instant),
  settledAt: Nullable(Instant),
  can: Type.Array(Type.String()),
});

export const listPayments = endpoint({
  id: 'listPayments',
  method: 'GET',
  path: '/payments',
  summary:
    'Money that came in and went back, of every order: what nobody knows yet first, then what waits, then the newest.',
  query: Strict({
    shopId: Type.Optional(Id),
    orderId: Type.Optional(Id),
    state: Type.Optional(OneOf(['open', 'unknown', 'failed', 'done'] as const)),
    ...PageQuery,
  }),
  reply: Page(PaymentRow),
  errors: ['list.cursor_invalid'],
});

export const settleRefundByHand = endpoint({
  id: 'settleRefundByHand',
  method: 'PUT',
  path: '/orders/:orderId/refund-parts/:key/settlement',
  summary:
    'Says that money which no gateway moves has been given back, or that it could not be: then it is taken back here.',
  params: Strict({ orderId: Id, key: Type.String({ minLength: 1, maxLength: 300 }) }),
  body: Strict({
    state: OneOf(['done', 'failed'] as const),
    note: Type.String({
      minLength: 1,
      maxLength: 300,
      description: 'E.g. the number of the transfer.',
    }),
  }),
  errors: ['order.not_found', 'payment.refund_not_found', 'payment.not_by_hand'],
});

export const openPaymentLink = endpoint({
  id: 'openPaymentLink',
  method: 'POST',
  path: '/orders/:orderId/payment-links',
  summary: 'Opens a payment of what is due at a gateway: an address or a code for the buyer.',
  params: ofOrder,
  body: Strict({ gateway: Gateway }),
  reply: Type.Object({
    intentId: Id,
    state: MoneyState,
    pay: Nullable(
      Type.Object({
        kind: OneOf(
          ['redirect', 'code', 'client'] as const,
          "redirect: an address. code: the content of a QR code. client: for the gateway's own form.",
        ),
        value: Type.String(),
      }),
    ),
    amountMinor: Minor,
    currency: Currency,
    failure: Nullable(Type.String()),
  }),
  errors: ['order.not_found', 'order.not_payable', 'payment.gateway_off'],
});

export const receivePaymentCallback = endpoint({
  id: 'receivePaymentCallback',
  method: 'POST',
  path: '/payment-callbacks/:gateway/:teamId/:shopId',
  summary:
    'Where a gateway tells what became of a payment or refund. The raw body is verified by its signature and kept before it is answered.',
  params: Strict({ gateway: Gateway, teamId: Id, shopId: Id }),
  transfer: 'raw',
  reply: Type.Unknown(),
  errors: ['payment.callback_refused'],
});

export const paymentsErrors = defineErrors({
  'payment.callback_refused': {
    status: 401,
    en: 'This message is not proved to come from the gateway.',
    'zh-CN': '无法确认该通知来自支付渠道。',
    'zh-TW': '無法確認此通知來自金流服務。',
  },
  'payment.refund_not_found': {
    status: 404,
    en: 'There is no such refund.',
    'zh-CN': '没有这笔退款。',
    'zh-TW': '沒有這筆退款。',
  },
  'payment.not_by_hand': {
    status: 409,
    en: 'Only an open refund that no gateway moves is settled by hand.',
    'zh-CN': '只有需要人工打款且未完成的退款才能手动确认。',
    'zh-TW': '只有需人工匯款且未完成的退款才能手動確認。',
  },
  'payment.gateway_off': {
    status: 409,
    en: 'The shop has no such gateway.',
    'zh-CN': '店铺未开通该支付渠道。',
    'zh-TW': '商店未開通此金流服務。',
  },
});

export type GatewayWord = Static<typeof Gateway>;
export type MoneyStateWord = Static<typeof MoneyState>;
export type PaymentRowShape = Static<typeof PaymentRow>;
