import type { Actor } from '../../kernel/actor.ts';
import { type Refusal, refuse } from '../../kernel/refusal.ts';
import type { Tx } from '../../kernel/tx.ts';

/** What an act gives away, as authority weighs it. */
export interface LimitedAct {
  readonly action:
    | 'refund'
    | 'goodwill'
    | 'compensation'
    | 'postage'
    | 'price'
    | 'discount'
    | 'cancel'
    | 'items'
    | 'cashback'
    | 'price_protection';
  readonly shopId: string;
  readonly orderId: string | null;
  readonly buyerId: string | null;
  readonly amountMinor: number;
  readonly currency: string;
  readonly facts: Readonly<Record<string, unknown>>;
  readonly floor?: {
    readonly kind: 'price' | 'postage';
    readonly resultMinor: number;
    readonly baseMinor: number;
  };
}

export interface LimitReached {
  readonly limit: 'per_act' | 'per_order' | 'per_buyer_day' | 'per_day' | 'floor' | 'not_granted';
  readonly limitMinor: number;
  readonly usedMinor: number;
  readonly wantedMinor: number;
  readonly currency: string;
}

export type Authority =
  | { readonly verdict: 'yes' }
  | { readonly verdict: 'ask' | 'no'; readonly why: readonly LimitReached[] };

export const weigh = async (_actor: Actor, _tx: Tx, _act: LimitedAct): Promise<Authority> => ({
  verdict: 'yes',
});
export const spend = weigh;
export const requestApproval = async (
  _actor: Actor,
  _tx: Tx,
  _wish: { endpoint: string; input: unknown; act: LimitedAct; note: string },
): Promise<{ id: string; state: string } | Refusal<'authority.approval_needed'>> =>
  refuse('authority.approval_needed');
export const approvalOf = (_actor: Actor): string | null => null;
