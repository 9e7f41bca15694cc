import { access } from '@guitai/contract';
import { type Route, route, routeBare } from '../../kernel/route.ts';
import { acceptInvitationWith, getInvitation } from './acceptance.ts';
import { inviteMemberWith, listInvitations, withdrawInvitation } from './invitation.ts';
import { createApiKeyWith, listApiKeys, revokeApiKey } from './key.ts';
import { listMembers, listRoles } from './member.ts';
import { changeMemberRole, deactivateMember, reactivateMember } from './membership.ts';
import type { AccessNeeds, AccessPorts } from './ports.ts';
import { authorityRoutes } from './routes.authority.ts';
import {
  beginSecondFactorWith,
  confirmSecondFactorWith,
  removeSecondFactorWith,
  verifySecondFactorWith,
} from './second-factor.ts';
import { changePasswordWith, getSelf, updateSelf } from './self.ts';
import { endOtherSessions, endSession, listSessions, signOutWith } from './session.ts';
import { createOwnerWith, getSetup } from './setup.ts';
import { signInWith } from './sign-in.ts';

const audited = { audited: true };

/** Bare are those that check a password (not inside a transaction), set a cookie, or answer with a secret that must not be kept. */
export const routesWith = (needs: AccessNeeds, ports: AccessPorts): readonly Route[] => [
  routeBare(access.getSetup, 'open', getSetup),
  routeBare(access.createOwner, 'open', createOwnerWith(needs)),
  routeBare(access.signIn, 'open', signInWith(needs)),
  routeBare(access.verifySecondFactor, 'open', verifySecondFactorWith(needs)),
  route(access.signOut, 'member', signOutWith(needs)),
  route(access.getSelf, 'member', getSelf),
  route(access.updateSelf, 'member', updateSelf),
  routeBare(access.changePassword, 'member', changePasswordWith(needs)),
  route(access.listSessions, 'member', listSessions),
  route(access.endSession, 'member', endSession),
  route(access.endOtherSessions, 'member', endOtherSessions),
  routeBare(access.beginSecondFactor, 'member', beginSecondFactorWith(needs)),
  routeBare(access.confirmSecondFactor, 'member', confirmSecondFactorWith(needs)),
  routeBare(access.removeSecondFactor, 'member', removeSecondFactorWith(needs)),
  route(access.listRoles, 'members.read', listRoles),
  route(access.listMembers, 'members.read', listMembers),
  route(access.changeMemberRole, 'members.manage', changeMemberRole, audited),
  route(access.deactivateMember, 'members.manage', deactivateMember, audited),
  route(access.reactivateMember, 'members.manage', reactivateMember, audited),
  routeBare(access.inviteMember, 'members.invite', inviteMemberWith(needs), audited),
  route(access.listInvitations, 'members.invite', listInvitations),
  route(access.withdrawInvitation, 'members.invite', withdrawInvitation, audited),
  routeBare(access.getInvitation, 'open', getInvitation),
  routeBare(access.acceptInvitation, 'open', acceptInvitationWith(needs)),
  route(access.listApiKeys, 'keys.manage', listApiKeys, audited),
  routeBare(access.createApiKey, 'keys.manage', createApiKeyWith(needs), audited),
  route(access.revokeApiKey, 'keys.manage', revokeApiKey, audited),
  ...authorityRoutes(ports),
];
