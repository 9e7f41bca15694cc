import { access, Id, Type } from '@guitai/contract';
import { defineEvent } from '../../kernel/events.ts';

const seen = { permission: 'members.read' } as const;

export const memberJoined = defineEvent('member.joined', access.MemberFace, seen);

/** Name, role, shops or language changed; open sockets take the new grants at once. */
export const memberChanged = defineEvent('member.changed', access.MemberFace, seen);

/** Shut out: sessions, sockets and keys have ended; what the member held is free. */
export const memberDeactivated = defineEvent('member.deactivated', access.MemberDeactivated, seen);

export const memberReactivated = defineEvent('member.reactivated', access.MemberFace, seen);

/** One or more sessions of the member ended; their sockets are cut. */
export const sessionEnded = defineEvent('session.ended', Type.Object({ memberId: Id }), {
  permission: 'members.manage',
});

export const keyCreated = defineEvent('key.created', Type.Object({ keyId: Id }), {
  permission: 'keys.manage',
});

export const keyRevoked = defineEvent('key.revoked', Type.Object({ keyId: Id }), {
  permission: 'keys.manage',
});

const approval = { permission: 'approvals.read' } as const;
const { approvalEvents } = access;

/** Somebody asks for an approval; heard by who may decide and by who asks. */
export const approvalRequested = defineEvent(
  'approval.requested',
  approvalEvents['approval.requested'],
  approval,
);

/** Nobody decided in time, or it is above those asked: the next in line is asked. */
export const approvalEscalated = defineEvent(
  'approval.escalated',
  approvalEvents['approval.escalated'],
  approval,
);

/** Approved, and its command was carried out. */
export const approvalApproved = defineEvent(
  'approval.approved',
  approvalEvents['approval.approved'],
  approval,
);

export const approvalRefused = defineEvent(
  'approval.refused',
  approvalEvents['approval.refused'],
  approval,
);

/** The order or the requester changed: nothing is carried out. */
export const approvalVoid = defineEvent('approval.void', approvalEvents['approval.void'], approval);

export const approvalExpired = defineEvent(
  'approval.expired',
  approvalEvents['approval.expired'],
  approval,
);

export const approvalWithdrawn = defineEvent(
  'approval.withdrawn',
  approvalEvents['approval.withdrawn'],
  approval,
);

/** Limits or deputies changed. */
export const authorityChanged = defineEvent('authority.changed', access.AuthorityChanged, {
  permission: 'members.read',
});

export const events = [
  approvalRequested,
  approvalEscalated,
  approvalApproved,
  approvalRefused,
  approvalVoid,
  approvalExpired,
  approvalWithdrawn,
  authorityChanged,
  memberJoined,
  memberChanged,
  memberDeactivated,
  memberReactivated,
  sessionEnded,
  keyCreated,
  keyRevoked,
];
