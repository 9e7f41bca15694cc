import { sql } from 'kysely';
import type { KeyActor, MemberActor } from '../../kernel/actor.ts';
import { first, type Tx } from '../../kernel/tx.ts';
import type { ApprovalRow } from './approval.store.ts';
import { keyOfId } from './key.store.ts';
import { keyActor } from './principal.ts';
import { grantsOfRole } from './roles.rules.ts';

interface Standing {
  readonly account_id: string;
  readonly role: string;
  readonly shop_ids: string[] | null;
  readonly locale: MemberActor['locale'];
  readonly version: number;
}

const standingOf = (tx: Tx, id: string) =>
  first<Standing>(
    tx,
    sql`select account_id, role, shop_ids, locale, permission_version as version from members
        where team_id = ${tx.team} and id = ${id} and status = 'active'`,
  );

/** Counts changes of a member's role, shops and status; keys do not change. */
export async function versionOf(tx: Tx, kind: 'member' | 'key', id: string): Promise<number> {
  return kind === 'key' ? 0 : ((await standingOf(tx, id))?.version ?? 0);
}

/** Who asked, with the grants of this moment; null when no longer here or no longer who it was when asking. */
export async function requesterOf(
  tx: Tx,
  row: ApprovalRow,
): Promise<MemberActor | KeyActor | null> {
  const team = tx.team ?? '';
  if (row.requester_kind === 'key') {
    const key = await keyOfId(tx, team, row.requester_id);
    return key ? keyActor(team, key) : null;
  }
  const member = await standingOf(tx, row.requester_id);
  if (!member || member.version !== row.requester_version) return null;
  return {
    kind: 'member',
    team,
    member: row.requester_id,
    account: member.account_id,
    session: row.id,
    role: member.role,
    grants: grantsOfRole(member.role),
    shops: member.shop_ids,
    locale: member.locale,
  };
}
