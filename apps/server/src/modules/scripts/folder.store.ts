import type { scripts } from '@guitai/contract';
import { sql } from 'kysely';
import type { StaffActor } from '../../kernel/actor.ts';
import { can, sightOf } from '../../kernel/can.ts';
import { first, run, type Tx } from '../../kernel/tx.ts';
import { type Home, inSight } from './reach.ts';

export interface FolderRow extends Home {
  readonly id: string;
  readonly parentId: string | null;
  readonly name: string;
  readonly position: number;
  readonly playbook: string | null;
}

type Shown = scripts.ScriptFolderShape;

const columns = sql`id, scope, owner_id as "ownerId", shop_id as "shopId", parent_id as "parentId", name, position, playbook`;

export const readFolder = (tx: Tx, id: string, lock = false): Promise<FolderRow | undefined> =>
  first(
    tx,
    sql`select ${columns} from script_folders where team_id = ${tx.team} and id = ${id} ${lock ? sql`for update` : sql``}`,
  );

const acts = sql`'["updateScriptFolder","removeScriptFolder"]'::json`;

/** Whether the reader may change a folder, for a whole list of them. */
function changeable(actor: StaffActor) {
  const shops = sightOf(actor, 'scripts.manage')?.shops;
  const ofShop =
    shops === undefined
      ? sql`false`
      : shops === null
        ? sql`true`
        : sql`o.shop_id = any(${[...shops]}::uuid[])`;
  const own = can(actor, 'scripts.write') === 'yes' ? sql`true` : sql`false`;
  const team = shops === null ? sql`true` : sql`false`;
  return sql`case o.scope when 'own' then ${own} when 'team' then ${team} else ${ofShop} end`;
}

/** Folders in sight as JSON, in their order. */
export const foldersJson = (
  actor: StaffActor,
) => sql`coalesce((select json_agg(json_build_object('id', o.id, 'scope', o.scope,
    'shopId', o.shop_id, 'parentId', o.parent_id, 'name', o.name, 'position', o.position, 'playbook', o.playbook,
    'can', case when ${changeable(actor)} then ${acts} else '[]'::json end) order by o.position, o.name, o.id)
  from script_folders o where o.team_id = ${actor.team} and ${inSight(actor, 'o')}), '[]')`;

/** A folder as the reader sees it. */
export const shownFolder = ({ ownerId: _owner, ...row }: FolderRow): Shown => ({
  ...row,
  can: ['updateScriptFolder', 'removeScriptFolder'],
});

/** Folders directly inside another, or beside all others of a library. */
export const siblings = (tx: Tx, home: Home, parentId: string | null): Promise<FolderRow[]> =>
  run(
    tx,
    sql`select ${columns} from script_folders where team_id = ${tx.team} and scope = ${home.scope}
        and owner_id is not distinct from ${home.ownerId}::uuid and shop_id is not distinct from ${home.shopId}::uuid
        and parent_id is not distinct from ${parentId}::uuid order by position, name, id`,
  );

export const insertFolder = (tx: Tx, row: FolderRow) =>
  run(
    tx,
    sql`insert into script_folders (team_id, id, scope, owner_id, shop_id, parent_id, name, position, playbook)
        values (${tx.team}, ${row.id}, ${row.scope}, ${row.ownerId}, ${row.shopId}, ${row.parentId}, ${row.name}, ${row.position},
          ${row.playbook})`,
  );

export const saveFolder = (tx: Tx, row: FolderRow) =>
  run(
    tx,
    sql`update script_folders set name = ${row.name}, parent_id = ${row.parentId}, position = ${row.position}
        where team_id = ${tx.team} and id = ${row.id}`,
  );

/** Ids of the folder and of everything it lies in. */
export const pathUp = async (tx: Tx, id: string): Promise<string[]> =>
  (
    await run<{ id: string }>(
      tx,
      sql`with recursive up as (
            select id, parent_id from script_folders where team_id = ${tx.team} and id = ${id}
            union select f.id, f.parent_id from script_folders f join up on f.id = up.parent_id where f.team_id = ${tx.team})
          select id from up`,
    )
  ).map((row) => row.id);

/** Takes a folder away; what lies in it goes where the folder lay. */
export async function dissolve(tx: Tx, { id, parentId }: FolderRow): Promise<void> {
  for (const [table, column] of [
    ['scripts', 'folder_id'],
    ['script_folders', 'parent_id'],
  ] as const)
    await run(
      tx,
      sql`update ${sql.table(table)} set ${sql.ref(column)} = ${parentId} where team_id = ${tx.team} and ${sql.ref(column)} = ${id}`,
    );
  await run(tx, sql`delete from script_folders where team_id = ${tx.team} and id = ${id}`);
}
