import type { Scope } from '../../kernel/actor.ts';
import type { Tx } from '../../kernel/tx.ts';
import { memberOfId } from './member.store.ts';
import { grantsOfRole } from './roles.rules.ts';

/** A member as other modules need one: to name, and to ask what the person could do. */
export interface MemberBrief {
  readonly id: string;
  readonly name: string;
  readonly role: string;
  readonly shops: readonly string[] | null;
  readonly active: boolean;
  readonly grants: ReadonlyMap<string, Scope>;
}

/** A member of the transaction's team; null when there is none of that id. */
export async function findMember(tx: Tx, id: string): Promise<MemberBrief | null> {
  if (tx.team === null) throw new Error('members belong to a team');
  const row = await memberOfId(tx, tx.team, id);
  if (!row) return null;
  return {
    id: row.id,
    name: row.name,
    role: row.role,
    shops: row.shop_ids,
    active: row.status === 'active',
    grants: grantsOfRole(row.role),
  };
}
