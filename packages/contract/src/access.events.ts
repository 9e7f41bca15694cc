import { RoleKind } from './access.shapes.ts';
import { Id, Locale, Nullable, Type } from './schema.ts';

/** What a colleague may see of a member on a live screen. */
export const MemberFace = Type.Object({
  memberId: Id,
  name: Type.String(),
  role: RoleKind,
  shopIds: Nullable(Type.Array(Id)),
  status: Type.Union([Type.Literal('active'), Type.Literal('deactivated')]),
  locale: Locale,
});

/** A member was shut out; `handOverTo` takes over the chats in hand, null gives them to the queue. */
export const MemberDeactivated = Type.Object({
  ...MemberFace.properties,
  handOverTo: Nullable(Id),
});

/** Data of the events `member.joined`, `member.changed`, `member.deactivated`, `member.reactivated`. */
export const memberEvents = {
  'member.joined': MemberFace,
  'member.changed': MemberFace,
  'member.deactivated': MemberDeactivated,
  'member.reactivated': MemberFace,
} as const;
