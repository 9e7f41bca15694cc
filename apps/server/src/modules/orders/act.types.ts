import type { orders } from '@guitai/contract';
import type { Refusal } from '../../kernel/refusal.ts';
import type { LimitedAct } from '../access/index.ts';
import type { OrderRules } from '../shops/index.ts';
import type { ActKind } from './act.store.ts';
import type { OrderFacts } from './facts.store.ts';
import type { OrderWrite } from './write-outbox.rules.ts';

/** What every act is given besides its own fields. */
export interface ActInput {
  readonly orderId: string;
  readonly conversationId?: string | undefined;
  readonly reason?: string | undefined;
  readonly expectedVersion?: number | undefined;
  readonly approvalNote?: string | undefined;
  readonly preview?: boolean | undefined;
}

/** The act under way, as its effect needs it. */
export interface ActHand {
  readonly id: string;
  /** True where the platform carries it out: fields of the order stay as they are until its mirror says otherwise. */
  readonly there: boolean;
}

/** What an act came to. */
export interface Effect {
  /** Above zero: to the buyer; below: charged. */
  readonly amountMinor?: number | null;
  /** What changed, before and after, without personal data. */
  readonly params?: Readonly<Record<string, unknown>>;
  /** `pending`: waits for the gateway. What the platform carries out is pending by itself. */
  readonly state?: 'done' | 'pending';
  /** What its platform is asked to do, where that is known only after the money was booked; replaces `writes` of the act. */
  readonly writes?: readonly OrderWrite[];
  /** For the audit log, where personal data is masked; without it the params. */
  readonly before?: unknown;
  readonly after?: unknown;
}

/** What an act gives away, without what the frame knows of the order. */
export type Giving = Pick<LimitedAct, 'action' | 'amountMinor' | 'floor'> & {
  readonly facts?: Readonly<Record<string, unknown>>;
};

/** One act: what it asks for, what it looks at, what it does. `P` is what its check found out for the rest. */
export interface ActSpec<P, C extends string = never, E extends string = never> {
  /** Id of the endpoint; an approved request runs through it again. */
  readonly endpoint: string;
  readonly permission: string;
  readonly kind: ActKind | ((plan: P) => ActKind);
  readonly reasonCode?: string | undefined;
  readonly check: (
    order: OrderFacts,
    rules: OrderRules,
  ) => P | Refusal<C> | Promise<P | Refusal<C>>;
  /** Null: nothing is given away, no limit applies. */
  readonly limit?: (order: OrderFacts, plan: P) => Giving | null;
  /** What its platform is asked to do; without it such an order cannot be acted on here. Empty: it concerns us alone. */
  readonly writes?: (order: OrderFacts, plan: P) => readonly OrderWrite[];
  readonly effect: (order: OrderFacts, plan: P, hand: ActHand) => Promise<Effect | Refusal<E>>;
}

/** Refusals the frame itself gives. */
export type FrameCode =
  | 'order.not_found'
  | 'order.version_conflict'
  | 'order.platform_lacks'
  | 'order.platform_down'
  | 'authority.approval_needed'
  | 'authority.beyond_limit'
  | 'approval.too_many';

/** What became of an act, without the order's card. */
export type Acted = Omit<orders.OrderActedShape, 'order'> & { readonly orderId: string };

/** An act whose check has passed. */
export interface Met<P> {
  readonly order: OrderFacts;
  readonly plan: P;
  readonly limited: LimitedAct | null;
  readonly kind: ActKind;
  readonly alert: string | null;
}
