import {
  ApiKey,
  Email,
  FactorCode,
  Invitation,
  Member,
  NewShop,
  Password,
  PermissionName,
  PersonName,
  Role,
  RoleKind,
  SecretToken,
  Self,
  Session,
  ShopIds,
  SignedIn,
  Theme,
  TypedPassword,
} from './access.shapes.ts';
import { endpoint, Strict } from './endpoint.ts';
import { Id, Instant, Locale, Nullable, Page, PageQuery, Text, Type } from './schema.ts';

export * from './access.authority.errors.ts';
export * from './access.authority.events.ts';
export * from './access.authority.shapes.ts';
export * from './access.authority.ts';
export * from './access.errors.ts';
export * from './access.events.ts';
export * from './access.permissions.ts';
export * from './access.shapes.ts';

// ── Set-up ──────────────────────────────────────────────────────────────────

export const getSetup = endpoint({
  id: 'getSetup',
  method: 'GET',
  path: '/setup',
  summary: 'Whether this server still waits for its first owner.',
  reply: Type.Object({
    needed: Type.Boolean({
      description: 'True until the first owner exists; then the door is closed for good.',
    }),
  }),
});

export const createOwner = endpoint({
  id: 'createOwner',
  method: 'POST',
  path: '/setup/owner',
  summary:
    'Creates the first owner with team and first shop, with the token of the set-up link printed at start; signs in.',
  body: Strict({
    token: SecretToken,
    name: PersonName,
    email: Email,
    password: Password,
    locale: Locale,
    team: Text(80, 1, 'Name of the team, e.g. the company.'),
    shop: NewShop,
  }),
  reply: Type.Object({ memberId: Id, teamId: Id, shopId: Id }),
  errors: [
    'setup.closed',
    'setup.token_wrong',
    'access.password_too_easy',
    'shop.timezone_unknown',
  ],
});

// ── Signing in ──────────────────────────────────────────────────────────────

export const signIn = endpoint({
  id: 'signIn',
  method: 'POST',
  path: '/sign-ins',
  summary:
    'Signs in with e-mail and password. An unknown e-mail and a wrong password get the same answer in the same time.',
  body: Strict({
    email: Email,
    password: TypedPassword,
    teamId: Type.Optional(Id),
  }),
  reply: SignedIn,
  errors: ['access.sign_in_refused', 'access.sign_in_delayed'],
});

export const verifySecondFactor = endpoint({
  id: 'verifySecondFactor',
  method: 'POST',
  path: '/sign-ins/second-factor',
  summary:
    'Second step of signing in: a code of the authenticator app, or a recovery code (each works once).',
  body: Strict({ challenge: SecretToken, code: FactorCode }),
  reply: SignedIn,
  errors: [
    'access.challenge_expired',
    'access.code_refused',
    'access.sign_in_refused',
    'access.sign_in_delayed',
  ],
});

export const signOut = endpoint({
  id: 'signOut',
  method: 'DELETE',
  path: '/session',
  summary: 'Ends the session that asks; its sockets are cut.',
});

// ── Oneself ─────────────────────────────────────────────────────────────────

export const getSelf = endpoint({
  id: 'getSelf',
  method: 'GET',
  path: '/self',
  summary: 'Who is signed in, with role, grants, team and shops.',
  reply: Self,
});

export const updateSelf = endpoint({
  id: 'updateSelf',
  method: 'PATCH',
  path: '/self',
  summary: 'Changes own name, language or colours.',
  body: Strict({
    name: Type.Optional(PersonName),
    locale: Type.Optional(Locale),
    theme: Type.Optional(Theme),
  }),
  reply: Self,
});

export const changePassword = endpoint({
  id: 'changePassword',
  method: 'PUT',
  path: '/self/password',
  summary: 'Changes the password; every other session of this person ends at once.',
  body: Strict({ current: TypedPassword, next: Password }),
  errors: ['access.password_wrong', 'access.password_too_easy', 'access.sign_in_delayed'],
});

export const listSessions = endpoint({
  id: 'listSessions',
  method: 'GET',
  path: '/self/sessions',
  summary: 'Devices signed in as this person in this team, the one that asks first.',
  query: Strict(PageQuery),
  reply: Page(Session),
});

export const endSession = endpoint({
  id: 'endSession',
  method: 'DELETE',
  path: '/self/sessions/:sessionId',
  summary: 'Signs another device out; its sockets are cut.',
  params: Strict({ sessionId: Id }),
  errors: ['session.not_found'],
});

export const endOtherSessions = endpoint({
  id: 'endOtherSessions',
  method: 'DELETE',
  path: '/self/other-sessions',
  summary: 'Signs every other device out.',
  reply: Type.Object({ ended: Type.Integer({ description: 'How many sessions ended.' }) }),
});

export const beginSecondFactor = endpoint({
  id: 'beginSecondFactor',
  method: 'POST',
  path: '/self/second-factor',
  summary: 'Prepares a second factor; it counts only after confirmSecondFactor.',
  body: Strict({ password: TypedPassword }),
  reply: Type.Object({
    secret: Type.String({ description: 'Base32, for typing into an authenticator app.' }),
    uri: Type.String({ description: 'otpauth:// address, for a QR code.' }),
  }),
  errors: ['access.password_wrong', 'access.second_factor_on', 'access.sign_in_delayed'],
});

export const confirmSecondFactor = endpoint({
  id: 'confirmSecondFactor',
  method: 'PUT',
  path: '/self/second-factor',
  summary:
    'Turns the second factor on with a first code; answers with recovery codes, shown this once.',
  body: Strict({ code: FactorCode }),
  reply: Type.Object({ recoveryCodes: Type.Array(Type.String()) }),
  errors: ['access.code_refused', 'access.second_factor_not_begun', 'access.second_factor_on'],
});

export const removeSecondFactor = endpoint({
  id: 'removeSecondFactor',
  method: 'POST',
  path: '/self/second-factor/removal',
  summary: 'Turns the second factor off; needs the password again.',
  body: Strict({ password: TypedPassword }),
  errors: ['access.password_wrong', 'access.second_factor_off', 'access.sign_in_delayed'],
});

// ── Members ─────────────────────────────────────────────────────────────────

export const listRoles = endpoint({
  id: 'listRoles',
  method: 'GET',
  path: '/roles',
  summary: 'Every role with what it may do and how far.',
  reply: Type.Object({ items: Type.Array(Role) }),
});

export const listMembers = endpoint({
  id: 'listMembers',
  method: 'GET',
  path: '/members',
  summary: 'Colleagues, by name.',
  query: Strict({
    ...PageQuery,
    status: Type.Optional(Type.Union([Type.Literal('active'), Type.Literal('deactivated')])),
  }),
  reply: Page(Member),
  errors: ['list.cursor_invalid'],
});

export const changeMemberRole = endpoint({
  id: 'changeMemberRole',
  method: 'PUT',
  path: '/members/:memberId/role',
  summary: 'Changes role and shops of a member, in effect within a second on open screens too.',
  params: Strict({ memberId: Id }),
  body: Strict({ role: RoleKind, shopIds: ShopIds }),
  reply: Member,
  errors: [
    'member.not_found',
    'member.role_above_own',
    'member.last_owner',
    'member.deactivated',
    'shop.not_found',
  ],
});

export const deactivateMember = endpoint({
  id: 'deactivateMember',
  method: 'POST',
  path: '/members/:memberId/deactivation',
  summary:
    'Shuts a member out at once: sessions, sockets and keys end; the chats in hand go to `handOverTo`, or back to the queue.',
  params: Strict({ memberId: Id }),
  body: Strict({
    handOverTo: Type.Optional(Nullable(Id)),
  }),
  reply: Member,
  errors: ['member.not_found', 'member.role_above_own', 'member.last_owner', 'member.heir_unfit'],
});

export const reactivateMember = endpoint({
  id: 'reactivateMember',
  method: 'DELETE',
  path: '/members/:memberId/deactivation',
  summary: 'Lets a deactivated member sign in again; old sessions and keys stay ended.',
  params: Strict({ memberId: Id }),
  reply: Member,
  errors: ['member.not_found', 'member.role_above_own'],
});

// ── Invitations ─────────────────────────────────────────────────────────────

export const inviteMember = endpoint({
  id: 'inviteMember',
  method: 'POST',
  path: '/invitations',
  summary:
    'Invites a person by e-mail address. The link works once, within 72 hours, and is shown only in this answer.',
  body: Strict({
    email: Email,
    name: Type.Optional(PersonName),
    role: RoleKind,
    shopIds: ShopIds,
  }),
  reply: Type.Object({
    invitation: Invitation,
    link: Type.String({
      description:
        'To hand to the person; the secret stands behind the #, which never reaches a server.',
    }),
  }),
  errors: ['member.role_above_own', 'member.already_here', 'shop.not_found'],
});

export const listInvitations = endpoint({
  id: 'listInvitations',
  method: 'GET',
  path: '/invitations',
  summary: 'Invitations, newest first.',
  query: Strict(PageQuery),
  reply: Page(Invitation),
  errors: ['list.cursor_invalid'],
});

export const withdrawInvitation = endpoint({
  id: 'withdrawInvitation',
  method: 'DELETE',
  path: '/invitations/:invitationId',
  summary: 'Makes an invitation void.',
  params: Strict({ invitationId: Id }),
  errors: ['invitation.not_found', 'invitation.closed'],
});

export const getInvitation = endpoint({
  id: 'getInvitation',
  method: 'POST',
  path: '/invitation-openings',
  summary:
    'What an invitation says, for the one who holds its link. The secret travels in the body.',
  body: Strict({ token: SecretToken }),
  reply: Type.Object({
    team: Type.String(),
    email: Type.String(),
    name: Nullable(Type.String()),
    role: RoleKind,
    invitedBy: Type.String(),
    expiresAt: Instant,
    accountExists: Type.Boolean({
      description: 'This address already has an account here: accept with its password.',
    }),
  }),
  errors: ['invitation.not_valid'],
});

export const acceptInvitation = endpoint({
  id: 'acceptInvitation',
  method: 'POST',
  path: '/invitation-acceptances',
  summary:
    'Joins the team and signs in; a person who has an account already proves it with its password.',
  body: Strict({
    token: SecretToken,
    name: PersonName,
    password: Password,
    locale: Locale,
  }),
  reply: SignedIn,
  errors: [
    'invitation.not_valid',
    'access.sign_in_refused',
    'access.sign_in_delayed',
    'access.password_too_easy',
    'member.already_here',
  ],
});

// ── API keys ────────────────────────────────────────────────────────────────

export const listApiKeys = endpoint({
  id: 'listApiKeys',
  method: 'GET',
  path: '/api-keys',
  summary:
    'API keys of the team, newest first, with last use. The key itself is never shown again.',
  query: Strict(PageQuery),
  reply: Page(ApiKey),
  errors: ['list.cursor_invalid'],
});

export const createApiKey = endpoint({
  id: 'createApiKey',
  method: 'POST',
  path: '/api-keys',
  summary: 'Makes an API key with chosen permissions. The key is shown only in this answer.',
  body: Strict({
    name: Text(60, 1, 'What the key is for.'),
    permissions: Type.Array(PermissionName, { minItems: 1, maxItems: 100, uniqueItems: true }),
    shopIds: ShopIds,
    expiresAt: Nullable(Instant),
  }),
  reply: Type.Object({
    apiKey: ApiKey,
    secret: Type.String({
      description: 'gk_…; send it as Authorization: Bearer, never in an address.',
    }),
  }),
  errors: ['key.permission_not_grantable', 'key.expiry_past', 'shop.not_found'],
});

export const revokeApiKey = endpoint({
  id: 'revokeApiKey',
  method: 'DELETE',
  path: '/api-keys/:keyId',
  summary: 'Ends a key at once.',
  params: Strict({ keyId: Id }),
  errors: ['key.not_found'],
});
