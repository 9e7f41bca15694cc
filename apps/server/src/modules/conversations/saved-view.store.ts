import type { conversations } from '@guitai/contract';
import { sql } from 'kysely';
import type { MemberActor } from '../../kernel/actor.ts';
import { run, type Tx } from '../../kernel/tx.ts';

export type Filter = conversations.SavedViewShape['filter'];

export interface ViewRow {
  readonly id: string;
  readonly ownerId: string;
  readonly name: string;
  readonly scope: conversations.SavedViewShape['scope'];
  readonly shopId: string | null;
  readonly filter: Filter;
}

const columns = sql`id, owner_id as "ownerId", name, scope, shop_id as "shopId", filter`;

/** The reader's own views, the team's, and those of the shops they work in. */
export const readViews = (tx: Tx, actor: MemberActor): Promise<ViewRow[]> =>
  run<ViewRow>(
    tx,
    sql`select ${columns} from saved_views where team_id = ${tx.team}
          and (owner_id = ${actor.member} or scope = 'team' or (scope = 'shop'
            and ${actor.shops === null ? sql`true` : sql`shop_id = any(${[...actor.shops]}::uuid[])`}))
        order by scope = 'personal' desc, name, id limit 100`,
  );

/** How many views the reader keeps for themselves; counted one after the other, so that two at once cannot pass the bound. */
export async function countOwn(tx: Tx, actor: MemberActor): Promise<number> {
  const turn = `saved views ${tx.team} ${actor.member}`;
  await run(tx, sql`select pg_advisory_xact_lock(hashtextextended(${turn}, 0))`);
  const [row] = await run<{ n: number }>(
    tx,
    sql`select count(*)::int as n from saved_views
        where team_id = ${tx.team} and owner_id = ${actor.member} and scope = 'personal'`,
  );
  return row?.n ?? 0;
}

/** False where the name is taken. */
export async function insertView(tx: Tx, view: ViewRow): Promise<boolean> {
  const rows = await run(
    tx,
    sql`insert into saved_views (team_id, id, owner_id, scope, shop_id, name, filter)
        values (${tx.team}, ${view.id}, ${view.ownerId}, ${view.scope}, ${view.shopId}::uuid, ${view.name},
          ${JSON.stringify(view.filter)}::jsonb)
        on conflict do nothing returning id`,
  );
  return rows.length > 0;
}

export const deleteView = (tx: Tx, id: string) =>
  run(tx, sql`delete from saved_views where team_id = ${tx.team} and id = ${id}`);
