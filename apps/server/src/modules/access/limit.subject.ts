import { access } from '@guitai/contract';
import { sql } from 'kysely';
import { isId } from '../../kernel/ids.ts';
import { first, run, type Tx } from '../../kernel/tx.ts';
import type { Subject } from './limit.shown.ts';
import type { LimitRow } from './limit.store.ts';

/** Roles with limits; API keys have one too. */
export const limitedRoles = [...access.roleNames, 'key'] as const;

export const roleSubject = (role: string): Subject => ({
  kind: 'role',
  id: role,
  name: role,
  role,
});

const isLimitedRole = (id: string) => (limitedRoles as readonly string[]).includes(id);

/** Whose limits these are; null when there is no such role, active member or living key. */
export async function subjectOf(
  tx: Tx,
  kind: Subject['kind'],
  id: string,
): Promise<Subject | null> {
  if (kind === 'role') return isLimitedRole(id) ? roleSubject(id) : null;
  if (!isId(id)) return null;
  const found = await first<{ name: string; role: string }>(
    tx,
    kind === 'member'
      ? sql`select name, role from members where team_id = ${tx.team} and id = ${id} and status = 'active'`
      : sql`select name, 'key' as role from api_keys where team_id = ${tx.team} and id = ${id} and revoked_at is null`,
  );
  return found ? { kind, id, ...found } : null;
}

/** Persons and keys with limits of the own among the rows, by name. */
export async function exceptionsIn(tx: Tx, rows: readonly LimitRow[]): Promise<Subject[]> {
  const ids = rows.filter((row) => row.subjectKind !== 'role').map((row) => row.subjectId);
  return run<Subject>(
    tx,
    sql`select 'member' as kind, id, name, role from members
          where team_id = ${tx.team} and status = 'active' and id = any(${ids}::uuid[])
        union all select 'key', id, name, 'key' from api_keys
          where team_id = ${tx.team} and revoked_at is null and id = any(${ids}::uuid[])
        order by 1 desc, 3, 2`,
  );
}
