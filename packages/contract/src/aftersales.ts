/**
 * After-sales: cases (a refund request is one), small payments of goodwill, price protection, cash-back for reviews.
 * A step on a case is an act on its order: it takes the fields of `ActFields` and answers with the act and the case.
 */
import { ofCase, opening, openingErrors, Payee } from './aftersales.parts.ts';
import { Case, CaseActed, CaseProposal, CaseSheet } from './aftersales.shapes.ts';
import { CaseFault, CaseKind, CaseTab } from './aftersales.words.ts';
import { endpoint, Strict } from './endpoint.ts';
import { actRefusals, ofOrder } from './orders.acts.parts.ts';
import { actBody } from './orders.acts.shapes.ts';
import { Id, LineNo, Page, PageQuery, Type } from './schema.ts';

export * from './aftersales.chat.ts';
export * from './aftersales.errors.ts';
export * from './aftersales.events.ts';
export * from './aftersales.giving.ts';
export * from './aftersales.shapes.ts';
export * from './aftersales.steps.ts';
export * from './aftersales.words.ts';

export const getCaseProposal = endpoint({
  id: 'getCaseProposal',
  method: 'GET',
  path: '/orders/:orderId/case-proposal',
  summary:
    'What the house principles propose for goods of an order, and which kinds the rules allow.',
  params: ofOrder,
  query: Strict({ lineNo: Type.Optional(LineNo) }),
  reply: CaseProposal,
  errors: ['order.not_found'],
});

export const openCase = endpoint({
  id: 'openCase',
  method: 'POST',
  path: '/orders/:orderId/cases',
  summary: 'Opens a case; a refund request is one of kind refund or return. No money moves yet.',
  params: ofOrder,
  body: actBody({ ...opening, to: Type.Optional(Payee), fault: Type.Optional(CaseFault) }),
  reply: CaseActed,
  errors: [...actRefusals, ...openingErrors, 'order.method_foreign', 'case.payee_not_allowed'],
});

export const listCases = endpoint({
  id: 'listCases',
  method: 'GET',
  path: '/cases',
  summary: 'Cases, the nearest deadline first; done ones newest first.',
  query: Strict({
    tab: Type.Optional(CaseTab),
    kind: Type.Optional(CaseKind),
    shopId: Type.Optional(Id),
    buyerId: Type.Optional(Id),
    orderId: Type.Optional(Id),
    overdue: Type.Optional(Type.Boolean()),
    ...PageQuery,
  }),
  reply: Type.Object({
    ...Page(Case).properties,
    counts: Type.Object(
      { decide: Type.Integer(), goods: Type.Integer(), inspect: Type.Integer() },
      { description: 'Open cases the reader may see, by tab.' },
    ),
  }),
  errors: ['list.cursor_invalid'],
});

export const getCase = endpoint({
  id: 'getCase',
  method: 'GET',
  path: '/cases/:caseId',
  summary: 'One case with its whole way.',
  params: ofCase,
  reply: CaseSheet,
  errors: ['case.not_found'],
});
