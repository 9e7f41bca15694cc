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

export const events = [
  memberJoined,
  memberChanged,
  memberDeactivated,
  memberReactivated,
  sessionEnded,
  keyCreated,
  keyRevoked,
];
