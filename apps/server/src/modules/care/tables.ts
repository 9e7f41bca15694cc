import { tables } from '../../kernel/tx.ts';
import type { CheckKind, CheckState } from './order-check.rules.ts';

export interface OrderChecksTable {
  team_id: string;
  id: string;
  kind: CheckKind;
  state: CheckState;
  shop_id: string;
  order_id: string;
  buyer_id: string;
  conversation_id: string;
  message_id: string;
  /** Fingerprint of what the buyer was shown. */
  mark: string;
  asked_at: Date;
  settled_at: Date | null;
}

export interface PaymentRemindersTable {
  team_id: string;
  id: string;
  state: 'due' | 'paid' | 'cancelled';
  shop_id: string;
  order_id: string;
  conversation_id: string;
  message_id: string;
  at: Date;
  /** Which of the shop's wordings went with it; null: the card alone. */
  variant: string | null;
}

interface CareTables {
  order_checks: OrderChecksTable;
  payment_reminders: PaymentRemindersTable;
}

export const own = tables<CareTables>();
