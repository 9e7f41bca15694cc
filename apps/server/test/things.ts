import { sql } from 'kysely';
import { system } from '../src/kernel/actor.ts';
import { newId } from '../src/kernel/ids.ts';
import { run } from '../src/kernel/tx.ts';
import type { World } from './world.ts';

/** Ids that stand in the team's tables, by table; so many of each. */
export async function idsOf(w: World, perTable: number): Promise<Map<string, string[]>> {
  const actor = system(w.team, 'test');
  const found = new Map<string, string[]>();
  const tables = await w.db.read(actor, (tx) =>
    run<{ table: string }>(
      tx,
      sql`select c.table_name as table from information_schema.columns c
          join information_schema.columns t on t.table_name = c.table_name and t.table_schema = 'public' and t.column_name = 'team_id'
          join information_schema.tables k on k.table_name = c.table_name and k.table_schema = 'public' and k.table_type = 'BASE TABLE'
          where c.table_schema = 'public' and c.column_name = 'id' and c.data_type = 'uuid'`,
    ),
  );
  for (const { table } of tables) {
    const rows = await w.db.read(actor, (tx) =>
      run<{ id: string }>(tx, sql`select id from ${sql.ref(table)} limit ${perTable}`),
    );
    if (rows.length > 0)
      found.set(
        table,
        rows.map((row) => row.id),
      );
  }
  return found;
}

const plural = (word: string): string =>
  word.endsWith('y') ? `${word.slice(0, -1)}ies` : `${word}s`;

/** An id for a field by its name: `orderId` names one of `orders`, `templateId` one of `coupon_templates`; something unknown where nothing fits. */
export const thingOf =
  (ids: Map<string, string[]>, turn = 0) =>
  (field: string): string => {
    const word = plural(field.replace(/Ids?$/, '').replace(/[A-Z]/g, (c) => `_${c.toLowerCase()}`));
    const table = [...ids.keys()]
      .filter((name) => name === word || name.endsWith(`_${word}`))
      .sort((a, b) => a.length - b.length)[0];
    const all = table ? (ids.get(table) ?? []) : [];
    return all[turn % Math.max(all.length, 1)] ?? newId();
  };
