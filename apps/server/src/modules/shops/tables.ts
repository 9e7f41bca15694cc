import { tables } from '../../kernel/tx.ts';

interface ShopsTable {
  team_id: string;
  id: string;
  name: string;
  kind: 'built-in' | 'imported';
  currency: string;
  timezone: string;
  locale: 'zh-CN' | 'zh-TW' | 'en';
  colour: string;
  settings: string;
  created_at: Date;
  updated_at: Date;
}

export const own = tables<{ shops: ShopsTable }>();
