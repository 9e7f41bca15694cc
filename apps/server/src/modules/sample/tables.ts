import { tables } from '../../kernel/tx.ts';

export interface SampleShopsTable {
  team_id: string;
  shop_id: string;
  loaded_by: string | null;
  loaded_at: Date;
  member_ids: string[];
  /** Id of the buyer by key of the sample; those one may shop as. */
  shoppers: Record<string, string>;
}

interface SampleTables {
  sample_shops: SampleShopsTable;
}

export const own = tables<SampleTables>();
