import type { orders, parcels } from '@guitai/contract';
import type { AskState } from './tend.rules.ts';

/** A parcel as `orders` publishes it. */
export interface ParcelRow {
  readonly id: string;
  readonly shopId: string;
  readonly orderId: string;
  readonly orderNumber: string;
  readonly orderStatus: orders.OrderStatusWord;
  readonly orderSource: 'own' | 'import' | 'connector';
  readonly buyerId: string | null;
  readonly carrier: string;
  readonly carrierName: string;
  readonly number: string;
  readonly status: orders.ParcelStatusWord;
  readonly word: string;
  readonly deliveredAt: Date | null;
  readonly lastAt: Date | null;
  readonly firstAt: Date | null;
  readonly createdAt: Date;
  readonly readAt: Date | null;
  readonly told: number;
  readonly lastText: string;
  readonly lastPlace: string;
}

/** What is kept beside a parcel while it is under way. */
export interface WatchRow extends Omit<AskState, 'followed'> {
  readonly parcelId: string;
  readonly shopId: string;
  readonly orderId: string;
  readonly status: orders.ParcelStatusWord;
  readonly lastAt: Date | null;
  readonly shippedAt: Date;
  readonly number: string;
  readonly carrierCode: string | null;
  readonly providerId: string | null;
  readonly trouble: string;
  readonly ended: boolean;
}

export interface ProblemRow {
  readonly id: string;
  readonly parcelId: string;
  readonly orderId: string;
  readonly shopId: string;
  readonly buyerId: string | null;
  readonly conversationId: string | null;
  readonly cause: parcels.ParcelCauseWord;
  readonly since: Date;
  readonly closedAt: Date | null;
  readonly taskId: string | null;
}

export interface ProviderRow {
  readonly id: string;
  readonly kind: 'kuaidi100' | 'kdniao' | 'sandbox';
  readonly shopId: string | null;
  readonly secrets: Buffer;
  readonly enabled: boolean;
  readonly state: 'new' | 'ok' | 'down' | 'denied';
  readonly stateAt: string;
  readonly trouble: string;
}
