import type { access, InputOf } from '@guitai/contract';
import type { StaffActor } from '../../kernel/actor.ts';
import { clock, now } from '../../kernel/clock.ts';
import { emit } from '../../kernel/events.ts';
import { newId } from '../../kernel/ids.ts';
import { refuse } from '../../kernel/refusal.ts';
import type { Tx } from '../../kernel/tx.ts';
import { record } from '../audit/index.ts';
import {
  closeDelegation,
  type DelegationRow,
  delegationOfId,
  delegationRows,
  insertDelegation,
} from './delegation.store.ts';
import { authorityChanged } from './events.ts';
import { memberOfId } from './member.store.ts';
import { grantsOfRole } from './roles.rules.ts';

const year = 366 * 24 * 3_600_000;

/** One arranges one's own deputy; owners arrange everybody's. */
const mayArrange = (actor: StaffActor, from: string): boolean =>
  actor.kind === 'member' && (actor.member === from || actor.role === 'owner');

const stateOf = (row: DelegationRow) =>
  Date.parse(row.ends_at) <= clock.now()
    ? ('ended' as const)
    : Date.parse(row.starts_at) <= clock.now()
      ? ('running' as const)
      : ('planned' as const);

const shown = (actor: StaffActor, row: DelegationRow) => ({
  id: row.id,
  from: { id: row.from, name: row.from_name },
  to: { id: row.to, name: row.to_name },
  startsAt: row.starts_at,
  endsAt: row.ends_at,
  state: stateOf(row),
  can: stateOf(row) !== 'ended' && mayArrange(actor, row.from) ? ['endDelegation'] : [],
});

/** Running and planned ones. */
export async function listDelegations(actor: StaffActor, tx: Tx) {
  return { items: (await delegationRows(tx, now())).map((row) => shown(actor, row)) };
}

const tell = (tx: Tx, actor: StaffActor, memberId: string) =>
  emit(tx, authorityChanged, { subject: memberId, actor, data: { what: 'delegations', memberId } });

/** Whether both persons are here and such that one can decide and the other stand in. */
async function refusalOf(tx: Tx, from: string, to: string) {
  if (from === to) return refuse('delegation.to_self');
  for (const id of [from, to]) {
    const member = await memberOfId(tx, tx.team ?? '', id);
    const decides = member && grantsOfRole(member.role).has('approvals.decide');
    if (member?.status !== 'active' || !decides) return refuse('member.not_found');
  }
  return null;
}

/** Names a deputy: until the end that person decides in the other's place, with the other's authority. */
export async function createDelegation(
  actor: StaffActor,
  tx: Tx,
  input: InputOf<typeof access.createDelegation>,
) {
  const from = input.fromId ?? (actor.kind === 'member' ? actor.member : '');
  if (!mayArrange(actor, from)) return refuse('member.role_above_own');
  const refused = await refusalOf(tx, from, input.toId);
  if (refused) return refused;
  const startsAt = input.startsAt ? new Date(input.startsAt) : now();
  const endsAt = new Date(input.endsAt);
  const right = endsAt > startsAt && endsAt > now() && endsAt.getTime() < clock.now() + year;
  if (!right) return refuse('delegation.time_wrong');
  const madeBy = actor.kind === 'member' ? actor.member : null;
  const id = newId();
  await insertDelegation(tx, { id, from, to: input.toId, startsAt, endsAt, madeBy, madeAt: now() });
  record(tx, actor, {
    action: 'delegation.created',
    subject: { kind: 'member', id: from },
    after: { to: input.toId, startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString() },
  });
  tell(tx, actor, from);
  const row = await delegationOfId(tx, id);
  if (!row) throw new Error('a delegation vanished');
  return shown(actor, row);
}

/** Ends a delegation at once. */
export async function endDelegation(
  actor: StaffActor,
  tx: Tx,
  input: InputOf<typeof access.endDelegation>,
) {
  const row = await delegationOfId(tx, input.delegationId);
  if (!row || stateOf(row) === 'ended') return refuse('delegation.not_found');
  if (!mayArrange(actor, row.from)) return refuse('member.role_above_own');
  await closeDelegation(tx, row.id, now());
  record(tx, actor, {
    action: 'delegation.ended',
    subject: { kind: 'member', id: row.from },
    after: { to: row.to },
  });
  tell(tx, actor, row.from);
}
