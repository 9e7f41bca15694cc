import type { payments } from '@guitai/contract';

export type GatewayKind = payments.GatewayWord;

/**
 * What a gateway says about a payment or refund. `accepted`: it has it and will tell later. `missing`: it never heard of it.
 * `unknown`: no answer, or none that makes sense; it may have been carried out.
 */
export interface GatewayAnswer {
  readonly state: 'confirmed' | 'failed' | 'accepted' | 'missing' | 'unknown';
  /** What the gateway calls it. */
  readonly reference?: string | null;
  /** Why not, for people; never a secret. */
  readonly failure?: string | null;
  readonly feeMinor?: number | null;
  /** What the gateway says was moved; compared with what we asked for. */
  readonly amountMinor?: number | null;
}

/** A payment to be made; the key is ours, stable, and the gateway's idempotency key. */
export interface PaymentWish {
  readonly key: string;
  readonly amountMinor: number;
  readonly currency: string;
  readonly subject: string;
  /** Where the gateway tells what became of it; null where this installation has no public address. */
  readonly notifyUrl: string | null;
  readonly returnUrl: string | null;
}

/** Where the payer goes: an address, a code to scan, or what the shop's page hands to the gateway's own. */
export interface PayWay {
  readonly kind: 'redirect' | 'code' | 'client';
  readonly value: string;
}

/** A refund to be paid out; the same key twice is one refund. */
export interface RefundWish {
  readonly key: string;
  readonly payment: {
    readonly key: string;
    readonly reference: string | null;
    readonly amountMinor: number;
  };
  readonly amountMinor: number;
  readonly currency: string;
  readonly reason: string;
  readonly notifyUrl: string | null;
}

/** What is asked after. */
export interface Asked {
  readonly key: string;
  readonly reference: string | null;
  /** Of a refund: the payment it belongs to. */
  readonly payment?: { readonly key: string; readonly reference: string | null };
}

/** A callback as it came in, headers in lower case. */
export interface RawCallback {
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: Buffer;
  readonly at: Date;
}

/** A verified callback. */
export interface CallbackRead {
  /** The gateway's id of this telling: the same twice is one. */
  readonly eventId: string;
  readonly about: 'payment' | 'refund' | 'other';
  /** Our key of the payment or refund; empty for `other`. */
  readonly key: string;
  readonly answer: GatewayAnswer;
}

/** How a gateway wants to hear that a callback arrived, or that it did not. */
export interface Acknowledgement {
  readonly status: number;
  readonly type: string;
  readonly body: string;
}

/** A gateway of one shop. It throws never: what goes wrong is an answer. */
export interface PaymentGateway {
  readonly kind: GatewayKind;
  createPayment(wish: PaymentWish): Promise<GatewayAnswer & { readonly pay: PayWay | null }>;
  queryPayment(asked: Asked): Promise<GatewayAnswer>;
  refund(wish: RefundWish): Promise<GatewayAnswer>;
  queryRefund(asked: Asked): Promise<GatewayAnswer>;
  /** Null: the signature does not prove it, it is too old, or it makes no sense. */
  readCallback(raw: RawCallback): CallbackRead | null;
  readonly heard: Acknowledgement;
  readonly notHeard: Acknowledgement;
}

/** The gateways of this installation. */
export interface Gateways {
  of(shopId: string, kind: GatewayKind): PaymentGateway | null;
}
