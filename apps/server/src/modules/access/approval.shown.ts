import type { access } from '@guitai/contract';
import type { StaffActor } from '../../kernel/actor.ts';
import { can } from '../../kernel/can.ts';
import type { Approver } from './approval.rules.ts';
import type { ApprovalRow } from './approval.store.ts';

const personOf = (id: string | null, name: string | null) =>
  id === null ? null : { kind: 'member' as const, id, name: name ?? '' };

/** The request as events carry it. */
export const briefOf = (row: ApprovalRow): access.ApprovalBriefShape => ({
  id: row.id,
  state: row.state,
  action: row.act.action,
  endpoint: row.endpoint,
  shopId: row.act.shopId,
  orderId: row.act.orderId,
  buyerId: row.act.buyerId,
  conversationId: row.conversation_id,
  amountMinor: row.act.amountMinor,
  currency: row.act.currency,
  note: row.note,
  why: row.why,
  requester: {
    kind: row.requester_kind,
    id: row.requester_id,
    name: row.requester_name ?? '',
  },
  askedAt: row.asked_at,
  dueAt: row.due_at,
  escalated: row.escalated,
  decidedBy: personOf(row.decided_by, row.decided_by_name),
  decidedFor: personOf(row.decided_for, row.decided_for_name),
  decidedAt: row.decided_at,
  reason: row.reason,
  voidReason: row.void_reason,
  refusalCode: row.refusal_code,
});

export const isRequester = (actor: StaffActor, row: ApprovalRow): boolean =>
  actor.kind === row.requester_kind &&
  (actor.kind === 'member' ? actor.member : actor.key) === row.requester_id;

const me = (actor: StaffActor) => (actor.kind === 'member' ? actor.member : '');

/** The place of the reader among those who may decide. */
export const placeOf = (actor: StaffActor, line: readonly Approver[]): Approver | undefined =>
  line.find((one) => one.id === me(actor));

/** A request is held by who asks and by everybody who may decide or decided it; that is whose it is for the scope `own`. */
export function maySee(actor: StaffActor, row: ApprovalRow, line: readonly Approver[]): boolean {
  const holds = isRequester(actor, row) || placeOf(actor, line) || row.decided_by === me(actor);
  const holder = holds ? me(actor) : 'somebody else';
  return can(actor, 'approvals.read', { shop: row.act.shopId, holder }) === 'yes';
}

function nextActs(actor: StaffActor, row: ApprovalRow, line: readonly Approver[]): string[] {
  if (row.state !== 'asked') return [];
  if (isRequester(actor, row)) return ['withdrawApproval'];
  return placeOf(actor, line) ? ['grantApproval', 'refuseApproval'] : [];
}

/** The request as this reader sees it. */
export function shownApproval(
  actor: StaffActor,
  row: ApprovalRow,
  line: readonly Approver[],
): access.ApprovalShape {
  const open = row.state === 'asked';
  const place = placeOf(actor, line);
  return {
    ...briefOf(row),
    approvers: open ? line.map(({ id, name }) => ({ id, name })) : [],
    waitingForMe: open && place !== undefined && place.stage <= row.stage,
    can: nextActs(actor, row, line),
  };
}
