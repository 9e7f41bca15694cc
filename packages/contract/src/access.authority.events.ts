import { ApprovalBrief } from './access.authority.shapes.ts';
import { Id, Type } from './schema.ts';

/** Events of requests for approval; each carries the request as it is now. */
export const approvalEvents = {
  'approval.requested': ApprovalBrief,
  'approval.escalated': ApprovalBrief,
  'approval.approved': ApprovalBrief,
  'approval.refused': ApprovalBrief,
  'approval.void': ApprovalBrief,
  'approval.expired': ApprovalBrief,
  'approval.withdrawn': ApprovalBrief,
} as const;

/** Limits or deputies changed: what one may decide may be another thing now. */
export const AuthorityChanged = Type.Object({
  what: Type.Union([Type.Literal('limits'), Type.Literal('delegations')]),
  memberId: Type.Union([Id, Type.Null()]),
});
