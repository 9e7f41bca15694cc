import type { aftersales, InputOf, orders } from '@guitai/contract';
import type { ReactNode } from 'react';

/** Endpoints of this module that act on an order: one shape of request, one of answer. */
export type ActEndpoint =
  | typeof orders.cancelOrder
  | typeof orders.changeOrderAddress
  | typeof orders.changeOrderItems
  | typeof orders.changeOrderPaymentMethod
  | typeof orders.changeOrderPostage
  | typeof orders.changeLinePrice
  | typeof orders.changeOrderDiscount
  | typeof orders.refundOrder
  | typeof orders.setOrderUrgent
  | typeof orders.clearOrderUrgent
  | typeof orders.requestInvoice
  | typeof orders.reissueInvoice
  | typeof orders.bookAppointment
  | typeof orders.changeAppointment
  | typeof orders.markOrderPaid
  | typeof orders.prepareOrder
  | typeof orders.shipOrder
  | typeof orders.deliverParcel
  | typeof orders.receiveOrder
  | typeof orders.completeOrder
  | typeof aftersales.openCase
  | typeof aftersales.payGoodwill
  | typeof aftersales.protectPrice
  | typeof aftersales.payReviewCashback;

type Common = 'orderId' | keyof typeof orders.ActFields.properties;

/** An act's own fields, without those every act takes. */
export type OwnFields<E extends ActEndpoint> = Omit<InputOf<E>, Common>;

export type Acted = orders.OrderActedShape;

/** What was done, told where it was done. */
export interface Told {
  readonly acted: Acted;
  /** In words; `acted` alone does not say what the person had in mind. */
  readonly words: ReactNode;
  /** Takes it back, where that is honest. */
  readonly undo?: (() => void) | undefined;
}

/** What every form of an act is given. */
export interface FormProps {
  readonly order: orders.OrderCardShape;
  readonly conversationId: string | undefined;
  /** It was carried out, waits, or was asked for. */
  readonly onActed: (told: Told) => void;
  readonly onClose: () => void;
}
