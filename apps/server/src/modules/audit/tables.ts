import { tables } from '../../kernel/tx.ts';

interface AuditEntriesTable {
  team_id: string;
  seq: number;
  at: Date | string;
  actor_kind: string;
  actor_id: string | null;
  action: string;
  subject_kind: string | null;
  subject_id: string | null;
  outcome: 'done' | 'refused';
  reason: string | null;
  before: string | null;
  after: string | null;
  shop_id: string | null;
  address: string | null;
  device: string | null;
  hash: Buffer;
}

interface AuditHeadsTable {
  team_id: string;
  seq: number;
  hash: Buffer;
}

interface AuditTables {
  audit_entries: AuditEntriesTable;
  audit_heads: AuditHeadsTable;
}

export const own = tables<AuditTables>();
