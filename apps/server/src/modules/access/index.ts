import { defineModule, type Module } from '../../kernel/module.ts';
import { approvalDue } from './approval.due.ts';
import { events } from './events.ts';
import { up } from './migrations/0001-access.ts';
import { up as authority } from './migrations/0002-authority.ts';
import { type AccessNeeds, type AccessPorts, noPorts } from './ports.ts';
import { reactionsWith } from './reactions.ts';
import { routesWith } from './routes.ts';

export { can, type Sight, sightOf, type Thing, type Verdict } from '../../kernel/can.ts';
export { requestApproval, type Wish } from './approval.request.ts';
export { getApproval, listApprovals } from './approval.ts';
export { authenticateStaff, identifyDesk } from './authenticate.ts';
export { forgetAuthorityOf } from './authority.forget.ts';
export {
  countOnOrder,
  type GivenOn,
  givenOnOrder,
  type LaterBounds,
  laterBounds,
} from './authority.later.ts';
export {
  type Authority,
  approvalOf,
  type LimitedAct,
  type LimitedAction,
  type LimitReached,
  spend,
  weigh,
} from './authority.ts';
export { beyondAuthority } from './authority.words.ts';
export {
  approvalApproved,
  approvalEscalated,
  approvalExpired,
  approvalRefused,
  approvalRequested,
  approvalVoid,
  approvalWithdrawn,
  keyRevoked,
  memberChanged,
  memberDeactivated,
} from './events.ts';
export { findMember, type MailAddress, type MemberBrief, mailAddresses } from './find-member.ts';
export { addMember, removeMember } from './join.ts';
export { getOwnLimits } from './limit.own.ts';
export { once } from './once.ts';
export { hashPassword } from './password.ts';
export type { AccessNeeds, AccessPorts, CommandOf } from './ports.ts';
export { refreshStaff } from './principal.ts';
export { recoverAccount } from './recovery.ts';
export { grantsOfRole, roles } from './roles.rules.ts';
export { hashToken, randomSecret, seal, unseal } from './secrets.ts';
export { createTeam, type NewTeam, offerSetup } from './setup.ts';
export { staffById } from './staff-by-id.ts';

export const accessMigrations = [
  { id: '0001-access', up },
  { id: '0002-authority', up: authority },
];

/** Accounts, sessions, members, invitations, keys, roles and the first form of authority. */
export const createAccess = (needs: AccessNeeds, ports: AccessPorts = noPorts): Module =>
  defineModule({
    name: 'access',
    migrations: accessMigrations,
    routes: routesWith(needs, ports),
    events,
    reactions: reactionsWith(ports),
    jobs: [approvalDue],
  });
