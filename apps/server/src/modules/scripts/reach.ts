import { sql } from 'kysely';
import type { Actor, StaffActor } from '../../kernel/actor.ts';
import { can, sightOf } from '../../kernel/can.ts';
import { type Refusal, refuse } from '../../kernel/refusal.ts';
import type { Tx } from '../../kernel/tx.ts';
import { findShop } from '../shops/index.ts';

/** Whose library a script, a folder or a word belongs to. */
export interface Home {
  readonly scope: 'own' | 'team' | 'shop';
  readonly ownerId: string | null;
  readonly shopId: string | null;
}

const memberOf = (actor: Actor): string | null => (actor.kind === 'member' ? actor.member : null);

/** Whether the actor may do this in the library; what concerns the whole team is for who works for all of it. */
function within(actor: Actor, permission: string, { scope, ownerId, shopId }: Home): boolean {
  if (actor.kind === 'system') return true;
  if (scope === 'own') return ownerId !== null && ownerId === memberOf(actor);
  if (scope === 'shop') return can(actor, permission, { shop: shopId }) === 'yes';
  return can(actor, permission) === 'yes' && sightOf(actor, permission)?.shops === null;
}

/** Whether the actor may read and use what lies there. */
export const sees = (actor: Actor, home: Home): boolean =>
  home.scope === 'team'
    ? can(actor, 'scripts.read') === 'yes'
    : within(actor, 'scripts.read', home);

/** Whether the actor may write there. */
export const manages = (actor: Actor, home: Home): boolean =>
  home.scope === 'own'
    ? within(actor, 'scripts.write', home) && can(actor, 'scripts.write') === 'yes'
    : within(actor, 'scripts.manage', home);

/** Whether the actor decides about versions there. */
export const approves = (actor: Actor, home: Home): boolean =>
  home.scope !== 'own' && within(actor, 'scripts.approve', home);

/** The same as a condition on rows with `scope`, `owner_id` and `shop_id`. */
export function inSight(actor: Actor, alias: string) {
  const row = (name: string) => sql.ref(`${alias}.${name}`);
  const sight = sightOf(actor, 'scripts.read');
  if (!sight) return sql`false`;
  const shops =
    sight.shops === null ? sql`true` : sql`${row('shop_id')} = any(${[...sight.shops]}::uuid[])`;
  const own = sql`${row('owner_id')} = ${memberOf(actor)}`;
  return sql`case ${row('scope')} when 'team' then true when 'shop' then ${shops} else coalesce(${own}, false) end`;
}

type Library = { readonly scope: Home['scope']; readonly shopId?: string | undefined };

/** The library somebody means to write in; a shop one does not have does not exist. */
export async function libraryOf(
  actor: StaffActor,
  tx: Tx,
  { scope, shopId }: Library,
): Promise<Home | Refusal<'shop.not_found' | 'access.denied'>> {
  const home: Home = {
    scope,
    ownerId: scope === 'own' ? memberOf(actor) : null,
    shopId: scope === 'shop' ? (shopId ?? null) : null,
  };
  if (scope === 'shop') {
    const shop = shopId ? await findShop(tx, shopId) : null;
    if (!shop || !sees(actor, home)) return refuse('shop.not_found');
  }
  const permission = scope === 'own' ? 'scripts.write' : 'scripts.manage';
  return manages(actor, home) ? home : refuse('access.denied', { permission });
}
