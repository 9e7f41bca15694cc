import type { InputOf, orders } from '@guitai/contract';
import type { TeamActor } from '../../kernel/actor.ts';
import { refuse } from '../../kernel/refusal.ts';
import type { Tx } from '../../kernel/tx.ts';
import { type ActInput, performAct } from './act.frame.ts';
import { allowedIn } from './act.rules.ts';
import { isUrgent, writeUrgent } from './service.store.ts';

const mark = (actor: TeamActor, tx: Tx, input: ActInput, urgent: boolean) =>
  performAct(actor, tx, input, {
    endpoint: urgent ? 'setOrderUrgent' : 'clearOrderUrgent',
    permission: 'orders.urgent',
    kind: 'urgent_set',
    async check(order, rules) {
      const barred = allowedIn(order, 'urgent', rules.urgent.states);
      if (barred) return barred;
      const before = await isUrgent(tx, order.id);
      return before === urgent ? refuse('order.unchanged') : true;
    },
    writes: () => [],
    async effect(order) {
      await writeUrgent(tx, order.id, urgent);
      return { params: { urgent } };
    },
  });

/** Marks an order as urgent for the warehouse. */
export const setOrderUrgent = (
  actor: TeamActor,
  tx: Tx,
  input: InputOf<typeof orders.setOrderUrgent>,
) => mark(actor, tx, input, true);

/** Takes the urgent mark back. */
export const clearOrderUrgent = (
  actor: TeamActor,
  tx: Tx,
  input: InputOf<typeof orders.clearOrderUrgent>,
) => mark(actor, tx, input, false);
