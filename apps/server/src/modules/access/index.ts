import { defineModule, type Module } from '../../kernel/module.ts';
import { events } from './events.ts';
import { up } from './migrations/0001-access.ts';
import type { AccessNeeds } from './ports.ts';
import { routesWith } from './routes.ts';

export { can, type Sight, sightOf, type Thing, type Verdict } from '../../kernel/can.ts';
export { authenticateStaff, identifyDesk } from './authenticate.ts';
export {
  memberChanged,
  memberDeactivated,
  memberJoined,
  memberReactivated,
  sessionEnded,
} from './events.ts';
export { findMember, type MemberBrief } from './find-member.ts';
export { addMember, removeMember } from './join.ts';
export { once } from './once.ts';
export { hashPassword } from './password.ts';
export type { AccessNeeds } from './ports.ts';
export { refreshStaff } from './principal.ts';
export { recoverAccount } from './recovery.ts';
export { grantsOfKey, grantsOfRole, keyPermissions, roles } from './roles.rules.ts';
export { hashToken, randomSecret, seal, unseal } from './secrets.ts';
export { createTeam, type NewTeam, offerSetup } from './setup.ts';

export const accessMigrations = [{ id: '0001-access', up }];

/** Accounts, sessions, members, invitations, keys, roles and the first form of authority. */
export const createAccess = (needs: AccessNeeds): Module =>
  defineModule({ name: 'access', migrations: accessMigrations, routes: routesWith(needs), events });
