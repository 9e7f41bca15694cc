/** Members, their roles and invitations. */
import {
  Email,
  Invitation,
  Member,
  Password,
  PersonName,
  Role,
  RoleKind,
  SecretToken,
  ShopIds,
  SignedIn,
} from './access.shapes.ts';
import { endpoint, Strict } from './endpoint.ts';
import { Id, Instant, Locale, Nullable, Page, PageQuery, Type } from './schema.ts';

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
