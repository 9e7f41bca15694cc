import type { Heard } from '../../kernel/reactions.ts';
import type { Tx } from '../../kernel/tx.ts';
import type { Chain } from './chain.rules.ts';
import { chainsAfter } from './run.store.ts';

/** So many events are followed at once. */
export const most = 200;

/** Which rules led to each of these events, by the event's number. */
export async function chainsOf(tx: Tx, events: readonly Heard[]): Promise<(event: Heard) => Chain> {
  const runOf = ({ cause }: Heard) => (cause?.startsWith('rule:') ? cause.slice(5) : null);
  const chains = await chainsAfter(tx, [...new Set(events.flatMap((one) => runOf(one) ?? []))]);
  return (event) => chains.get(runOf(event) ?? '') ?? [];
}
