import {
  Approval,
  ApprovalReason,
  Delegation,
  LimitAmounts,
  LimitInForce,
  LimitKey,
  LimitRow,
  LimitSubjectKind,
} from './access.authority.shapes.ts';
import { endpoint, Strict } from './endpoint.ts';
import {
  Currency,
  Id,
  Instant,
  Minor,
  Nullable,
  OneOf,
  Page,
  PageQuery,
  Text,
  Type,
} from './schema.ts';

// ── Limits ──────────────────────────────────────────────────────────────────

const limitParams = Strict({
  subjectKind: LimitSubjectKind,
  subjectId: Text(60, 1, 'Name of the role, or id of the member or key.'),
  action: LimitKey,
});

export const StageMinutes = Type.Integer({
  minimum: 5,
  maximum: 10_080,
  description: 'Minutes a request waits for one line of approvers before it goes on or expires.',
});

export const listLimits = endpoint({
  id: 'listLimits',
  method: 'GET',
  path: '/authority/limits',
  summary: 'Limits of every role, and of every person and key with limits of the own.',
  query: Strict({
    currency: Type.Optional(Currency),
    shopId: Type.Optional(Id),
  }),
  reply: Type.Object({
    currency: Currency,
    currencies: Type.Array(Currency, { description: 'Currencies of the shops of the reader.' }),
    shopId: Nullable(Id),
    stageMinutes: StageMinutes,
    rows: Type.Array(LimitRow),
    can: Type.Array(Type.String()),
  }),
  errors: ['shop.not_found'],
});

export const setLimit = endpoint({
  id: 'setLimit',
  method: 'PUT',
  path: '/authority/limits/:subjectKind/:subjectId/:action',
  summary: 'Sets the limit of one action for a role, a person or a key.',
  params: limitParams,
  body: Strict({
    currency: Currency,
    shopId: Type.Optional(Nullable(Id)),
    ...LimitAmounts.properties,
  }),
  reply: LimitRow,
  errors: ['limit.subject_not_found', 'limit.above_own', 'shop.not_found'],
});

export const removeLimit = endpoint({
  id: 'removeLimit',
  method: 'DELETE',
  path: '/authority/limits/:subjectKind/:subjectId/:action',
  summary: 'Takes an own limit off: the role’s, or the default, holds again.',
  params: limitParams,
  query: Strict({ currency: Currency, shopId: Type.Optional(Id) }),
  reply: LimitRow,
  errors: ['limit.subject_not_found', 'limit.above_own', 'shop.not_found'],
});

export const setApprovalTimes = endpoint({
  id: 'setApprovalTimes',
  method: 'PUT',
  path: '/authority/times',
  summary: 'How long a request waits for one line of approvers.',
  body: Strict({ stageMinutes: StageMinutes }),
  reply: Type.Object({ stageMinutes: StageMinutes }),
  errors: [],
});

export const getOwnLimits = endpoint({
  id: 'getOwnLimits',
  method: 'GET',
  path: '/me/limits',
  summary: 'What the reader may give alone in a shop, and how much of it is used today.',
  query: Strict({ shopId: Id }),
  reply: Type.Object({
    currency: Currency,
    day: Type.String({ description: 'Today in the time zone of the shop, YYYY-MM-DD.' }),
    limits: Type.Array(Type.Object({ ...LimitInForce.properties, usedTodayMinor: Minor })),
  }),
  errors: ['shop.not_found'],
});

// ── Approvals ───────────────────────────────────────────────────────────────

const approvalParams = Strict({ approvalId: Id });

export const listApprovals = endpoint({
  id: 'listApprovals',
  method: 'GET',
  path: '/approvals',
  summary:
    'Requests for approval, newest first: waiting for the reader, asked by the reader, or decided.',
  query: Strict({
    view: Type.Optional(OneOf(['waiting', 'mine', 'open', 'decided'] as const)),
    orderId: Type.Optional(Id),
    ...PageQuery,
  }),
  reply: Page(Approval),
  errors: ['list.cursor_invalid'],
});

export const countApprovals = endpoint({
  id: 'countApprovals',
  method: 'GET',
  path: '/approvals/count',
  summary: 'How many requests wait for the reader.',
  reply: Type.Object({ waiting: Type.Integer(), mine: Type.Integer() }),
  errors: [],
});

export const getApproval = endpoint({
  id: 'getApproval',
  method: 'GET',
  path: '/approvals/:approvalId',
  summary: 'One request for approval.',
  params: approvalParams,
  reply: Approval,
  errors: ['approval.not_found'],
});

const decided = Type.Object({
  outcome: OneOf(
    ['done', 'void', 'handed_up'] as const,
    'done: decided, and the command ran. void: something had changed, nothing was carried out. handed_up: above the own limit too, the next in line is asked.',
  ),
  approval: Approval,
});

export const grantApproval = endpoint({
  id: 'grantApproval',
  method: 'POST',
  path: '/approvals/:approvalId/grant',
  summary: 'Approves; the command runs at once, in the name of who asked.',
  params: approvalParams,
  reply: decided,
  errors: [
    'approval.not_found',
    'approval.closed',
    'approval.own',
    'approval.above_own',
    'approval.not_now',
  ],
});

export const refuseApproval = endpoint({
  id: 'refuseApproval',
  method: 'POST',
  path: '/approvals/:approvalId/refusal',
  summary: 'Refuses with a reason.',
  params: approvalParams,
  body: Strict({ reason: ApprovalReason }),
  reply: decided,
  errors: ['approval.not_found', 'approval.closed', 'approval.own'],
});

export const withdrawApproval = endpoint({
  id: 'withdrawApproval',
  method: 'DELETE',
  path: '/approvals/:approvalId',
  summary: 'Takes the own request back.',
  params: approvalParams,
  reply: decided,
  errors: ['approval.not_found', 'approval.closed', 'approval.not_yours'],
});

// ── Deputies ────────────────────────────────────────────────────────────────

export const listDelegations = endpoint({
  id: 'listDelegations',
  method: 'GET',
  path: '/delegations',
  summary: 'Who decides in whose place, running and planned ones.',
  reply: Type.Object({ items: Type.Array(Delegation) }),
  errors: [],
});

export const createDelegation = endpoint({
  id: 'createDelegation',
  method: 'POST',
  path: '/delegations',
  summary: 'Names a deputy until an end. Owners may do so for others.',
  body: Strict({
    fromId: Type.Optional(Id),
    toId: Id,
    startsAt: Type.Optional(Instant),
    endsAt: Instant,
  }),
  reply: Delegation,
  errors: [
    'delegation.to_self',
    'delegation.time_wrong',
    'member.not_found',
    'member.role_above_own',
  ],
});

export const endDelegation = endpoint({
  id: 'endDelegation',
  method: 'DELETE',
  path: '/delegations/:delegationId',
  summary: 'Ends a delegation at once.',
  params: Strict({ delegationId: Id }),
  errors: ['delegation.not_found', 'member.role_above_own'],
});
