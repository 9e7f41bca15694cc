import { sql } from 'kysely';
import { run, type Tx } from '../../kernel/tx.ts';
import { grantsOfRole, roles } from '../access/index.ts';

/** Active members who have the permission in the shop; without a shop: who have it at all. */
export async function membersWith(
  tx: Tx,
  permission: string,
  shopId: string | null,
): Promise<string[]> {
  const scopes = Object.keys(roles).map((role) => ({
    role,
    scope: grantsOfRole(role).get(permission),
  }));
  const everywhere = scopes.filter(({ scope }) => scope === 'all').map(({ role }) => role);
  const inShops = scopes.filter(({ scope }) => scope && scope !== 'all').map(({ role }) => role);
  const rows = await run<{ id: string }>(
    tx,
    sql`select id from published.members
        where team_id = ${tx.team} and status = 'active'
          and (role = any(${everywhere}) or (role = any(${inShops})
            and (${shopId}::uuid is null or shop_ids is null or ${shopId}::uuid = any(shop_ids))))
        order by id`,
  );
  return rows.map(({ id }) => id);
}
