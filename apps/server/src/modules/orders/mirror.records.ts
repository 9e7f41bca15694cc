import type { AddressShape } from '@guitai/contract';
import type { OrderStatus, ParcelStatus, PaymentKind } from './words.ts';

/** A line as a shop's file tells of it. What is empty or null is filled from the product, where that is known. */
export interface LineRecord {
  readonly productExternalId: string;
  readonly variantExternalId: string;
  readonly sku: string;
  readonly title: string;
  readonly options: Readonly<Record<string, string>> | null;
  readonly pictureUrl: string | null;
  readonly url: string | null;
  readonly quantity: number;
  readonly unitMinor: number;
  readonly discountMinor: number;
  readonly attributes: Readonly<Record<string, unknown>>;
}

/** Money that moved, as the file tells of it. `reference` tells the payments of an order apart and stays the same. */
export interface PaymentRecord {
  readonly direction: 'payment' | 'refund';
  /** Null: that of the means of payment, where it is known. */
  readonly kind: PaymentKind | null;
  readonly sourceKind: string;
  readonly methodExternalId: string | null;
  readonly reference: string;
  readonly amountMinor: number;
  readonly at: string | null;
}

export interface OrderRecord {
  readonly externalId: string;
  readonly number: string;
  readonly url: string | null;
  readonly status: OrderStatus;
  readonly sourceStatus: string;
  readonly currency: string;
  readonly buyerExternalId: string | null;
  readonly lines: readonly LineRecord[];
  /** Off the whole order, besides what is off its lines. */
  readonly discountMinor: number;
  readonly postageMinor: number;
  /** What the source calls the total; null: the sum. A difference becomes the order's adjustment. */
  readonly totalMinor: number | null;
  readonly payments: readonly PaymentRecord[];
  readonly address: AddressShape | null;
  readonly addressRaw: string | null;
  readonly buyerNote: string;
  readonly placedAt: string | null;
  readonly attributes: Readonly<Record<string, unknown>>;
  readonly hash: Buffer;
}

export interface ParcelStep {
  readonly at: string | null;
  readonly status: ParcelStatus;
  readonly sourceStatus: string;
  readonly text: string;
  readonly place: string;
  readonly operator: string;
}

export interface ParcelRecord {
  readonly externalId: string;
  readonly orderExternalId: string;
  readonly carrier: string;
  readonly carrierName: string;
  readonly number: string;
  /** Null: that of the newest step. */
  readonly status: ParcelStatus | null;
  readonly sourceStatus: string;
  readonly promisedAt: string | null;
  readonly deliveredAt: string | null;
  /** Variants in it by the shop's own ids; empty: not told. */
  readonly variantExternalIds: readonly string[];
  readonly steps: readonly ParcelStep[];
  readonly attributes: Readonly<Record<string, unknown>>;
  readonly hash: Buffer;
}

export interface MethodRecord {
  readonly buyerExternalId: string;
  readonly externalId: string;
  readonly kind: PaymentKind;
  readonly sourceKind: string;
  readonly label: string;
  readonly balanceMinor: number | null;
  readonly currency: string;
  readonly attributes: Readonly<Record<string, unknown>>;
}

/** A fact about an order that is none of its parts: an invoice, a booking, cashback. */
export interface OrderFactRecord {
  readonly orderExternalId: string;
  readonly topic: string;
  readonly data: unknown;
  readonly hash: Buffer;
}

/** `handled`: acted on here since. `foreign`: placed here or told by a platform, so this source has no say in it. */
export type Mirrored = 'created' | 'changed' | 'unchanged' | 'handled' | 'foreign';
