import { type access, access as contract } from '@guitai/contract';
import type { StaffActor } from '../../kernel/actor.ts';
import { can } from '../../kernel/can.ts';
import { limitsInForce } from './limit.find.ts';
import type { LimitRow } from './limit.store.ts';
import { rankOf } from './roles.rules.ts';

/** Whose limits: a role, or a person or key with limits of the own. */
export interface Subject {
  readonly kind: LimitRow['subjectKind'];
  readonly id: string;
  readonly name: string;
  readonly role: string;
}

export const limitKeys = [...contract.limitedActions, 'total'] as const;

/** Nobody sets the own limits but an owner; a lead sets those of agents, observers and keys. */
export function maySetLimits(actor: StaffActor, subject: Subject): boolean {
  if (actor.kind !== 'member' || can(actor, 'limits.manage') === 'no') return false;
  if (actor.role === 'owner') return true;
  if (subject.kind === 'member' && subject.id === actor.member) return false;
  return rankOf(actor.role) > rankOf(subject.role);
}

type At = { readonly shopId: string | null; readonly currency: string };

/** Limits of a subject as they hold, one for each kind of act and one for all together. */
export function shownLimits(
  actor: StaffActor,
  rows: readonly LimitRow[],
  subject: Subject,
  at: At,
): { subject: Subject; limits: access.LimitInForceShape[]; can: string[] } {
  const { kind, id, role } = subject;
  const asked = kind === 'role' ? { role } : { role, kind, id };
  const limits = limitKeys.map((action) => {
    const { shopOnly: _shopOnly, ...limit } = limitsInForce(rows, asked, action, at);
    return { action, ...limit };
  });
  return { subject, limits, can: maySetLimits(actor, subject) ? ['setLimit', 'removeLimit'] : [] };
}
