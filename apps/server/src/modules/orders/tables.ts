import type { Generated } from 'kysely';
import { tables } from '../../kernel/tx.ts';

interface StatusesRow {
  team_id: string;
  id: string;
  order_id: string;
  status: string;
  source_status: Generated<string>;
  at: Date | null;
  actor_kind: string;
  actor_id: string | null;
}

interface RemarksRow {
  team_id: string;
  id: string;
  order_id: string;
  flag: string;
  text: string;
  actor_kind: string;
  actor_id: string | null;
}

interface OrdersTables {
  order_statuses: StatusesRow;
  order_remarks: RemarksRow;
}

export const own = tables<OrdersTables>();
