import { sql } from 'kysely';
import type { Locale, Scope } from '../../kernel/actor.ts';
import { run, type Tx } from '../../kernel/tx.ts';
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

/** Where mail reaches a member, and in which language. */
export interface MailAddress {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly locale: Locale;
}

/** Mail addresses of the active ones among these members; the sample shop's persons, who cannot sign in, have none. */
export const mailAddresses = (tx: Tx, ids: readonly string[]): Promise<MailAddress[]> =>
  run<MailAddress>(
    tx,
    sql`select m.id, m.name, a.email, m.locale from members m join accounts a on a.id = m.account_id
        where m.team_id = ${tx.team} and m.status = 'active' and m.id = any(${[...ids]}::uuid[])
          and a.password_hash is not null`,
  );
