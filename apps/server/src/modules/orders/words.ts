import type { AddressShape, orders } from '@guitai/contract';

export type OrderStatus = orders.OrderStatusWord;
export type ParcelStatus = orders.ParcelStatusWord;
export type PaymentKind = orders.PaymentKindWord;
export type RemarkFlag = orders.RemarkFlagWord;
export type OrderSummary = orders.OrderSummaryShape;
export type { AddressShape };
