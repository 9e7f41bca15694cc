import type { TeamActor } from '../../kernel/actor.ts';
import { type Refusal, refuse } from '../../kernel/refusal.ts';
import type { Tx } from '../../kernel/tx.ts';
import { can, findMember } from '../access/index.ts';

const couldSee = (
  member: NonNullable<Awaited<ReturnType<typeof findMember>>>,
  shopId: string | null,
): boolean => {
  const { grants, shops } = member;
  const standing = { kind: 'member', member: member.id, grants, shops } as unknown as TeamActor;
  return can(standing, 'tasks.read', shopId === null ? undefined : { shop: shopId }) === 'yes';
};

/** Refuses people who are gone or do not work where the task belongs. */
export async function fitPeople(
  tx: Tx,
  people: readonly string[],
  shopId: string | null,
): Promise<Refusal<'task.assignee_unfit'> | null> {
  for (const id of people) {
    const member = await findMember(tx, id);
    if (!member?.active || !couldSee(member, shopId)) return refuse('task.assignee_unfit');
  }
  return null;
}
