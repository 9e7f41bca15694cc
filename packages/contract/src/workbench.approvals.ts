import { Approval } from './access.authority.shapes.ts';
import { endpoint, Strict } from './endpoint.ts';
import { OrderSummary } from './orders.shapes.ts';
import { Id, Minor, Nullable, OneOf, Page, PageQuery, type Static, Type } from './schema.ts';

/** What somebody who decides looks at. */
export const ApprovalCase = Type.Object({
  approval: Approval,
  order: Nullable(OrderSummary),
  buyer: Nullable(
    Type.Object({
      id: Id,
      name: Type.String(),
      orderCount: Type.Integer({ description: 'In the currency of the request.' }),
      paidMinor: Minor,
      refundedMinor: Minor,
      refundedOrders: Type.Integer({
        description: 'refundedOrders / orderCount is the refund rate.',
      }),
      refunds90Days: Type.Integer({
        description: 'Times money went back to this buyer in the last 90 days.',
      }),
    }),
  ),
  margin: Nullable(
    Type.Object(
      { beforeMinor: Minor, afterMinor: Minor },
      {
        description:
          'What is earned on the goods. Null: a cost is not known, or the reader does not decide.',
      },
    ),
  ),
  flags: Type.Array(
    OneOf(
      ['address_and_refund'] as const,
      'address_and_refund: another address and money back on one order within a day.',
    ),
  ),
});
export type ApprovalCaseShape = Static<typeof ApprovalCase>;

export const openApprovals = endpoint({
  id: 'openApprovals',
  method: 'GET',
  path: '/approval-cases',
  summary: 'Requests for approval with order, margin and history of the buyer, in one answer.',
  query: Strict({
    view: Type.Optional(OneOf(['waiting', 'mine', 'open', 'decided'] as const)),
    orderId: Type.Optional(Id),
    ...PageQuery,
  }),
  reply: Page(ApprovalCase),
  errors: ['list.cursor_invalid'],
});

export const openApproval = endpoint({
  id: 'openApproval',
  method: 'GET',
  path: '/approval-cases/:approvalId',
  summary: 'One request for approval with order, margin and history of the buyer.',
  params: Strict({ approvalId: Id }),
  reply: ApprovalCase,
  errors: ['approval.not_found'],
});
