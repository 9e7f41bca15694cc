import { sql } from 'kysely';
import type { MemberActor, StaffActor } from '../../kernel/actor.ts';
import { first, type Tx } from '../../kernel/tx.ts';
import { keyOfId } from './key.store.ts';
import { keyActor } from './principal.ts';
import { grantsOfRole } from './roles.rules.ts';

interface Standing {
  readonly account_id: string;
  readonly role: string;
  readonly shop_ids: string[] | null;
  readonly locale: MemberActor['locale'];
}

/** A member or key with the grants of this moment, for what works in their name while they are away; null when no longer here. */
export async function staffById(
  tx: Tx,
  kind: 'member' | 'key',
  id: string,
): Promise<StaffActor | null> {
  const team = tx.team ?? '';
  if (kind === 'key') {
    const key = await keyOfId(tx, team, id);
    return key ? keyActor(team, key) : null;
  }
  const member = await first<Standing>(
    tx,
    sql`select account_id, role, shop_ids, locale from members
        where team_id = ${tx.team} and id = ${id} and status = 'active'`,
  );
  if (!member) return null;
  const { account_id: account, role, shop_ids: shops, locale } = member;
  const grants = grantsOfRole(role);
  return { kind: 'member', team, member: id, account, session: id, role, grants, shops, locale };
}
