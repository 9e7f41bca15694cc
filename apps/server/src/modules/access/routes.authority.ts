import { access } from '@guitai/contract';
import { type Route, route } from '../../kernel/route.ts';
import { grantApprovalWith } from './approval.grant.ts';
import { refuseApproval, withdrawApproval } from './approval.refuse.ts';
import { countApprovals, getApproval, listApprovals } from './approval.ts';
import { createDelegation, endDelegation, listDelegations } from './delegation.ts';
import { getOwnLimits } from './limit.own.ts';
import { listLimits, removeLimit, setApprovalTimes, setLimit } from './limit.ts';
import type { AccessPorts } from './ports.ts';

const audited = { audited: true };

/** Limits, approvals and deputies. */
export const authorityRoutes = ({ commandOf }: AccessPorts): readonly Route[] => [
  route(access.listLimits, 'limits.manage', listLimits),
  route(access.setLimit, 'limits.manage', setLimit, audited),
  route(access.removeLimit, 'limits.manage', removeLimit, audited),
  route(access.setApprovalTimes, 'limits.manage', setApprovalTimes, audited),
  route(access.getOwnLimits, 'member', getOwnLimits),
  route(access.listApprovals, 'approvals.read', listApprovals),
  route(access.countApprovals, 'approvals.read', countApprovals),
  route(access.getApproval, 'approvals.read', getApproval),
  route(access.grantApproval, 'approvals.decide', grantApprovalWith(commandOf), audited),
  route(access.refuseApproval, 'approvals.decide', refuseApproval, audited),
  route(access.withdrawApproval, 'approvals.read', withdrawApproval, audited),
  route(access.listDelegations, 'approvals.read', listDelegations),
  route(access.createDelegation, 'approvals.decide', createDelegation, audited),
  route(access.endDelegation, 'approvals.decide', endDelegation, audited),
];
