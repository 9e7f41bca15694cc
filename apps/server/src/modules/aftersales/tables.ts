import { tables } from '../../kernel/tx.ts';
import type { Kind, State } from './case.rules.ts';

export interface CaseRow {
  team_id: string;
  id: string;
  shop_id: string;
  order_id: string;
  buyer_id: string | null;
  conversation_id: string | null;
  kind: Kind;
  state: State;
  reason_code: string;
  reason_text: string;
  note: string;
  decision: string;
  currency: string;
  amount_minor: number | null;
  difference_minor: number | null;
  payee_method_id: string | null;
  fault: 'ours' | 'buyer' | 'unclear';
  postage_by: 'shop' | 'buyer';
  parcel_in: { carrier: string; number: string; at: string } | null;
  parcel_out: { carrier: string; number: string; at: string } | null;
  inspection: { result: string; note: string; at: string } | null;
  once_key: string | null;
  /** The act that moved the money; once there, none moves again. */
  paid_act_id: string | null;
  due_at: Date | null;
  version: number;
  actor_kind: string;
  actor_id: string | null;
  opened_at: Date;
}

export interface CaseLineRow {
  readonly lineNo: number;
  readonly quantity: number;
  readonly unitMinor: number;
  readonly variantId: string | null;
  readonly newVariantId: string | null;
  readonly newUnitMinor: number | null;
}

interface AftersalesTables {
  aftersales_cases: CaseRow;
}

export const own = tables<AftersalesTables>();
