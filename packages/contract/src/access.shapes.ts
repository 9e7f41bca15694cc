import { type Permission, permissionNames, roleNames } from './access.permissions.ts';
import { Strict } from './endpoint.ts';
import { Can, Id, Instant, Locale, Nullable, type Static, Text, Type } from './schema.ts';

const oneOf = <const V extends readonly string[]>(values: V, description: string) =>
  Type.Unsafe<V[number]>(
    Type.Union(
      values.map((value) => Type.Literal(value)),
      { description },
    ),
  );

export const RoleKind = oneOf(roleNames, 'Role of a member; the owner may do everything.');

export const PermissionName = Type.Unsafe<Permission>(
  oneOf(permissionNames, 'resource.action, see listRoles.'),
);

export const GrantScope = oneOf(
  ['all', 'shop', 'own'] as const,
  'How far a permission reaches: everything of the team; the shops of the holder; what the holder or nobody holds.',
);

export const Theme = oneOf(['system', 'light', 'dark'] as const, 'Colours of the desk.');

export const Email = Type.String({
  minLength: 3,
  maxLength: 254,
  pattern: '^[^\\s@<>"]+@[^\\s@<>"]+$',
  description: 'E-mail address; upper and lower case are the same.',
});

/** At least ten characters and no other rule: length is what helps. */
export const Password = Text(200, 10, 'At least 10 characters, any language.');

/** What a person types to sign in; the length rule is not told to guessers. */
export const TypedPassword = Text(200, 1, 'The password as typed.');

export const SecretToken = Type.String({
  minLength: 20,
  maxLength: 200,
  pattern: '^[A-Za-z0-9_.-]+$',
  description: 'One-time secret out of a link; sent in the body, never in an address.',
});

export const PersonName = Text(
  60,
  1,
  'Name as the person writes it, family name first in Chinese.',
);

export const ShopIds = Nullable(Type.Array(Id, { minItems: 1, maxItems: 200, uniqueItems: true }));

export const Grant = Type.Object({ permission: PermissionName, scope: GrantScope });

export const Role = Type.Object({
  name: RoleKind,
  grants: Type.Array(Grant, { description: 'What is not in the list is refused.' }),
});

export const Member = Type.Object({
  id: Id,
  name: Type.String(),
  email: Nullable(Type.String({ description: 'Null for readers who may not invite members.' })),
  role: RoleKind,
  shopIds: Nullable(Type.Array(Id, { description: 'Null: every shop of the team.' })),
  status: oneOf(['active', 'deactivated'] as const, 'A deactivated member cannot sign in.'),
  locale: Locale,
  secondFactor: Nullable(
    Type.Boolean({ description: 'Null for readers who may not manage members.' }),
  ),
  joinedAt: Instant,
  lastSeenAt: Nullable(Instant),
  deactivatedAt: Nullable(Instant),
  can: Can,
});

export const Invitation = Type.Object({
  id: Id,
  email: Type.String(),
  name: Nullable(Type.String()),
  role: RoleKind,
  shopIds: Nullable(Type.Array(Id)),
  invitedBy: Nullable(Type.Object({ id: Id, name: Type.String() })),
  createdAt: Instant,
  expiresAt: Instant,
  state: oneOf(
    ['waiting', 'accepted', 'withdrawn', 'expired'] as const,
    'Only a waiting one opens.',
  ),
  can: Can,
});

export const Session = Type.Object({
  id: Id,
  current: Type.Boolean({ description: 'This is the session that asks.' }),
  device: Type.String({ description: 'Browser and system in words, e.g. Chrome, Windows.' }),
  address: Nullable(Type.String({ description: 'Network address at the last use.' })),
  createdAt: Instant,
  lastSeenAt: Instant,
  expiresAt: Instant,
});

export const ApiKey = Type.Object({
  id: Id,
  name: Type.String(),
  prefix: Type.String({
    description: 'First characters, to recognise the key; not enough to use it.',
  }),
  permissions: Type.Array(PermissionName),
  shopIds: Nullable(Type.Array(Id)),
  createdBy: Nullable(Type.Object({ id: Id, name: Type.String() })),
  createdAt: Instant,
  expiresAt: Nullable(Instant),
  lastUsedAt: Nullable(Instant),
  revokedAt: Nullable(Instant),
  can: Can,
});

/** Who is asking, and what the desk may offer. */
export const Self = Type.Object({
  member: Type.Object({
    id: Id,
    name: Type.String(),
    email: Type.String(),
    role: RoleKind,
    shopIds: Nullable(Type.Array(Id)),
    locale: Locale,
    theme: Theme,
    secondFactor: Type.Boolean(),
  }),
  team: Type.Object({ id: Id, name: Type.String() }),
  teams: Type.Array(Type.Object({ id: Id, name: Type.String() }), {
    description: 'Every team this person may sign in to.',
  }),
  shops: Type.Array(
    Type.Object({
      id: Id,
      name: Type.String(),
      kind: Type.String(),
      colour: Type.String(),
      currency: Type.String(),
      timezone: Type.String(),
    }),
    { description: 'The shops this member works in.' },
  ),
  grants: Type.Record(Type.String(), GrantScope, {
    description: 'Permission to scope; absent means refused.',
  }),
  sessionId: Id,
});

/** Signed in (a cookie is set), or one more step: answer the challenge with verifySecondFactor. */
export const SignedIn = Type.Union([
  Type.Object({ state: Type.Literal('signed_in'), memberId: Id, teamId: Id }),
  Type.Object({
    state: Type.Literal('second_factor'),
    challenge: Type.String({ description: 'Short-lived secret; send it back in the body.' }),
    expiresAt: Instant,
  }),
]);

export const FactorCode = Type.String({
  minLength: 6,
  maxLength: 20,
  pattern: '^[0-9A-Za-z -]+$',
  description: 'Six digits of the authenticator app, or a recovery code.',
});

export const NewShop = Strict({
  name: Text(80, 1),
  currency: Type.String({ pattern: '^[A-Z]{3}$', description: 'ISO 4217 code.' }),
  timezone: Text(60, 1, 'IANA name, e.g. Asia/Shanghai.'),
  locale: Locale,
});

export type MemberShape = Static<typeof Member>;
export type SelfShape = Static<typeof Self>;
