import type { Tx } from '../../kernel/tx.ts';
import { holdTurn } from '../outreach/index.ts';
import { takeLane } from './run.store.ts';

/**
 * CMP-05: waits until what is being decided and sent at this moment, in whatever process, is done, and lets nothing begin before
 * this transaction ends: once a pause is acknowledged, nothing more goes out. Taken before any row of a rule.
 */
export async function holdStill(tx: Tx): Promise<void> {
  await takeLane(tx);
  await holdTurn(tx);
}
