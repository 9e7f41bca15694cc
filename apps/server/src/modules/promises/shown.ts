import type { promises } from '@guitai/contract';
import type { StaffActor } from '../../kernel/actor.ts';
import { can } from '../../kernel/can.ts';
import { refuse } from '../../kernel/refusal.ts';
import type { Tx } from '../../kernel/tx.ts';
import { readPromises, type Shown } from './list.store.ts';

/** A promise as this reader sees it, with what they may do about it. */
export function shownTo(
  actor: StaffActor,
  row: Shown & { place?: string },
): promises.TeamPromiseShape {
  const { place: _place, ...shown } = row;
  const mine = can(actor, 'promises.close', { shop: row.shopId }) === 'yes';
  const waits = row.state === 'open' || row.state === 'broken';
  const byHand = row.settledByName !== '' || (row.state === 'cancelled' && row.settledAt !== null);
  return {
    ...shown,
    can: mine
      ? [
          ...(waits ? ['keepPromise', 'cancelPromise'] : []),
          ...(row.state === 'open' && row.dueAt !== null && row.conversationId !== null
            ? ['extendPromise']
            : []),
          ...(!waits && byHand ? ['reopenPromise'] : []),
        ]
      : [],
  };
}

/** The promise of that id, as the actor may see it. */
export async function showPromise(actor: StaffActor, tx: Tx, id: string) {
  const [row] = await readPromises(tx, { shops: null, id }, null, 1);
  if (!row || can(actor, 'promises.read', { shop: row.shopId }) !== 'yes')
    throw new Error('a promise cannot be read by who changed it');
  return shownTo(actor, row);
}

/** The same for who asks for one. */
export async function findPromise(actor: StaffActor, tx: Tx, id: string) {
  const [row] = await readPromises(tx, { shops: null, id }, null, 1);
  return row && can(actor, 'promises.read', { shop: row.shopId }) === 'yes'
    ? shownTo(actor, row)
    : refuse('promise.not_found');
}
