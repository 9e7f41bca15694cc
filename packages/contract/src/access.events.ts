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

/** Data of the events `member.joined`, `member.changed`, `member.deactivated`, `member.reactivated`. */
export const memberEvents = {
  'member.joined': MemberFace,
  'member.changed': MemberFace,
  'member.deactivated': MemberFace,
  'member.reactivated': MemberFace,
} as const;
