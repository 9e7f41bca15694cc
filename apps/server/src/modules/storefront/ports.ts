import type { Hands } from '../payments/index.ts';

/** Gateways with the sandbox, whose payer the demo shop plays. */
export interface SandboxHands extends Hands {
  readonly sandbox: {
    /** What the payer did with the payment of this key. */
    settle(key: string, outcome: 'paid' | 'declined'): Promise<void>;
  };
}
