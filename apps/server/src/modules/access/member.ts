import type { access, InputOf } from '@guitai/contract';
import type { StaffActor } from '../../kernel/actor.ts';
import { pageOf, readCursor } from '../../kernel/cursor.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import type { Tx } from '../../kernel/tx.ts';
import { shownMember } from './member.shown.ts';
import { listMemberRows } from './member.store.ts';
import { roles } from './roles.rules.ts';

/** Every role with its grants, from the one table. */
export async function listRoles() {
  const items = Object.entries(roles).map(([name, grants]) => ({
    name: name as access.RoleName,
    grants: Object.entries(grants).map(([permission, scope]) => ({
      permission: permission as access.Permission,
      scope,
    })),
  }));
  return { items };
}

/** Colleagues by name. */
export async function listMembers(
  actor: StaffActor,
  tx: Tx,
  input: InputOf<typeof access.listMembers>,
) {
  const place = readCursor<[string, string]>('members', ['text', 'id'], input.cursor);
  if (isRefusal(place)) return place;
  const limit = input.limit ?? 50;
  const rows = await listMemberRows(tx, actor.team, {
    status: input.status,
    after: place,
    limit: limit + 1,
  });
  const page = pageOf('members', rows, limit, (row) => [row.name, row.id]);
  return { items: page.items.map((row) => shownMember(actor, row)), next: page.next };
}
