import type { StaffActor } from '../../kernel/actor.ts';
import { defaultLimits } from './limit.defaults.ts';
import type { InForce, LimitKey } from './limit.rules.ts';
import { everyShop, type LimitRow } from './limit.store.ts';

/** Somebody who spends authority: a member with the role, or an API key (role `key`). */
export interface Holder {
  readonly kind: 'member' | 'key';
  readonly id: string;
  readonly role: string;
}

/** The principal as one who spends authority. */
export const holderOf = (actor: StaffActor): Holder =>
  actor.kind === 'member'
    ? { kind: 'member', id: actor.member, role: actor.role }
    : { kind: 'key', id: actor.key, role: 'key' };

/** Whose limits are asked for; a role by itself has no id. */
type Asked = { readonly role: string; readonly kind?: Holder['kind']; readonly id?: string };

/**
 * Limits of one act as they hold: the nearest row wins whole. The person before the role, the shop before all shops;
 * what nobody set has its default.
 */
export function limitsInForce(
  rows: readonly LimitRow[],
  asked: Asked,
  action: LimitKey,
  at: { readonly shopId: string | null; readonly currency: string },
): InForce {
  const find = (kind: string, id: string, shopId: string) =>
    rows.find(
      (row) =>
        row.subjectKind === kind &&
        row.subjectId === id &&
        row.shopId === shopId &&
        row.action === action &&
        row.currency === at.currency,
    );
  const nearest = (kind: string, id: string) =>
    (at.shopId && find(kind, id, at.shopId)) || find(kind, id, everyShop);
  const own = asked.id && asked.kind ? nearest(asked.kind, asked.id) : undefined;
  const found = own ?? nearest('role', asked.role);
  if (!found) {
    const source = { source: 'default', shopOnly: false } as const;
    return { ...defaultLimits(asked.role, action, at.currency), ...source };
  }
  const { perActMinor, perOrderMinor, perBuyerDayMinor, perDayMinor, floorPercent, beyond } = found;
  return {
    ...{ perActMinor, perOrderMinor, perBuyerDayMinor, perDayMinor, floorPercent, beyond },
    source: own ? 'own' : 'role',
    shopOnly: found.shopId !== everyShop,
  };
}
