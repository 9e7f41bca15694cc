import type { Actor, Scope } from './actor.ts';

/**
 * `can` looks at grants alone, which need no row: it says `yes` or `no`. `ask` (not by this person alone, an approval decides)
 * depends on amounts and on what was given before; `weigh` of the module `access` says that, over counters, in a transaction.
 */
export type Verdict = 'yes' | 'no' | 'ask';

/** What the act touches, as far as authority looks at it. */
export interface Thing {
  /** The shop it belongs to; several for a thing that stands in several (a buyer); null for none. */
  readonly shop?: string | null | readonly string[];
  /** The member who holds it; null when nobody does: it waits in the queue. */
  readonly holder?: string | null;
}

type Shops = readonly string[] | null;

function inShops(own: Shops, shop: Thing['shop']): boolean {
  if (own === null) return true;
  if (shop === undefined || shop === null) return false;
  return typeof shop === 'string' ? own.includes(shop) : shop.some((one) => own.includes(one));
}

const holds = (actor: Actor, holder: Thing['holder']): boolean =>
  holder === null || (actor.kind === 'member' && holder === actor.member);

function reaches(actor: Actor & { shops: Shops }, scope: Scope, thing: Thing): boolean {
  if (scope === 'all') return true;
  if (!inShops(actor.shops, thing.shop)) return false;
  return scope === 'shop' || holds(actor, thing.holder);
}

/**
 * Whether the actor may do this to the thing. Without a thing: whether at all.
 * Deny by default: an unknown permission, and a thing that does not say its shop or holder where the scope asks for it.
 */
export function can(actor: Actor, permission: string, thing?: Thing): Exclude<Verdict, 'ask'> {
  if (actor.kind === 'system') return 'yes';
  if (actor.kind !== 'member' && actor.kind !== 'key') return 'no';
  const scope = actor.grants.get(permission);
  if (scope === undefined) return 'no';
  return thing === undefined || reaches(actor, scope, thing) ? 'yes' : 'no';
}

/** The same rule as a filter for lists and counts, so that no list shows what the single row would refuse. */
export interface Sight {
  /** Only rows of these shops; null: of every shop. */
  readonly shops: Shops;
  /** Only rows held by this member or by nobody; undefined: whoever holds them. Null: by nobody. */
  readonly holder: string | null | undefined;
}

/** What of a kind of thing the actor may see; null when nothing. */
export function sightOf(actor: Actor, permission: string): Sight | null {
  if (actor.kind === 'system') return { shops: null, holder: undefined };
  if (actor.kind !== 'member' && actor.kind !== 'key') return null;
  const scope = actor.grants.get(permission);
  if (scope === undefined) return null;
  const shops = scope === 'all' ? null : actor.shops;
  if (scope !== 'own') return { shops, holder: undefined };
  return { shops, holder: actor.kind === 'member' ? actor.member : null };
}
