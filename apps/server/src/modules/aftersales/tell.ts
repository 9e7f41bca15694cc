import type { Actor } from '../../kernel/actor.ts';
import { emit } from '../../kernel/events.ts';
import type { Tx } from '../../kernel/tx.ts';
import type { State } from './case.rules.ts';
import type { caseChanged, caseDeadlineNear, caseDeadlinePassed, caseOpened } from './events.ts';
import type { CaseRow } from './tables.ts';

type Told = Pick<
  CaseRow,
  | 'id'
  | 'order_id'
  | 'shop_id'
  | 'buyer_id'
  | 'conversation_id'
  | 'kind'
  | 'state'
  | 'amount_minor'
  | 'currency'
  | 'due_at'
>;

type CaseEvent =
  | typeof caseOpened
  | typeof caseChanged
  | typeof caseDeadlineNear
  | typeof caseDeadlinePassed;

/** Says what became of a case. */
export const tellCase = (actor: Actor, tx: Tx, event: CaseEvent, row: Told, was: State | null) =>
  emit(tx, event, {
    subject: row.id,
    reach: { shop: row.shop_id },
    actor,
    data: {
      caseId: row.id,
      orderId: row.order_id,
      shopId: row.shop_id,
      buyerId: row.buyer_id,
      conversationId: row.conversation_id,
      kind: row.kind,
      state: row.state,
      was,
      amountMinor: row.amount_minor,
      currency: row.currency,
      dueAt: row.due_at?.toISOString() ?? null,
    },
  });
