/**
 * After-sales: cases (a refund request is one), small payments of goodwill, price protection, cash-back for reviews.
 * A step on a case is an act on its order: it takes the fields of `ActFields` and answers with the act and the case.
 */
import {
  Case,
  CaseActed,
  CaseLineWanted,
  CaseProposal,
  CaseSheet,
  ChatCase,
  ParcelWanted,
  ProtectedLine,
} from './aftersales.shapes.ts';
import { CaseFault, CaseKind, CaseTab, InspectionResult } from './aftersales.words.ts';
import { endpoint, Strict } from './endpoint.ts';
import { actBody, OrderActed } from './orders.acts.shapes.ts';
import { actRefusals } from './orders.acts.ts';
import { Currency, Id, Minor, Page, PageQuery, Text, Type } from './schema.ts';

export * from './aftersales.errors.ts';
export * from './aftersales.events.ts';
export * from './aftersales.shapes.ts';
export * from './aftersales.words.ts';

const ofOrder = Strict({ orderId: Id });
const ofCase = Strict({ caseId: Id });

const money = [
  'order.refund_above_paid',
  'order.method_foreign',
  'order.method_cannot_bear',
] as const;

const Amount = Type.Integer({ minimum: 1, maximum: 9_007_199_254_740_991 });
const FileIds = Type.Array(Id, { maxItems: 9, description: 'Files of the conversation.' });
const Payee = Type.Union([Type.Literal('original'), Strict({ methodId: Id })], {
  description: 'original: back to every method that paid; else a method of this buyer.',
});
const Lines = Type.Array(CaseLineWanted, { maxItems: 100 });

const opening = {
  kind: CaseKind,
  reasonCode: Text(60, 1, "Code out of the shop's list for this kind."),
  note: Type.Optional(Text(1000)),
  lines: Type.Optional(Lines),
  amountMinor: Type.Optional(Amount),
  fileIds: Type.Optional(FileIds),
};

const openingErrors = [
  'order.reason_unknown',
  'order.window_over',
  'order.line_not_found',
  'order.line_twice',
  'order.variant_same',
  'order.variant_foreign',
  'order.unpaid',
  'variant.not_found',
  'product.not_for_sale',
  'case.lines_needed',
  'case.lines_taken',
  'case.once_per_order',
  'case.open_already',
  'case.amount_needed',
  'case.amount_too_high',
  'case.variant_needed',
  'case.evidence_foreign',
] as const;

export const getCaseProposal = endpoint({
  id: 'getCaseProposal',
  method: 'GET',
  path: '/orders/:orderId/case-proposal',
  summary:
    'What the house principles propose for goods of an order, and which kinds the rules allow.',
  params: ofOrder,
  query: Strict({ lineNo: Type.Optional(Type.Integer({ minimum: 1 })) }),
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

const stepErrors = [...actRefusals, 'case.not_found', 'case.illegal_transition'] as const;
const stock = ['product.sold_out', 'product.not_for_sale', 'variant.not_found'] as const;

export const approveCase = endpoint({
  id: 'approveCase',
  method: 'PUT',
  path: '/cases/:caseId/approval',
  summary:
    'Accepts a case: a refund or compensation is paid at once, within the own authority; else the goods are awaited or sent.',
  params: ofCase,
  body: actBody({ amountMinor: Type.Optional(Amount), to: Type.Optional(Payee) }),
  reply: CaseActed,
  errors: [
    ...stepErrors,
    ...money,
    'case.amount_needed',
    'case.amount_too_high',
    'case.payee_not_allowed',
    ...stock,
  ],
});

export const refuseCase = endpoint({
  id: 'refuseCase',
  method: 'PUT',
  path: '/cases/:caseId/refusal',
  summary: 'Refuses a case with words the buyer reads; its goods are free for another.',
  params: ofCase,
  body: actBody({ decision: Text(500, 2, 'Why; the buyer reads it.') }),
  reply: CaseActed,
  errors: [...stepErrors, ...stock],
});

export const askForEvidence = endpoint({
  id: 'askForEvidence',
  method: 'PUT',
  path: '/cases/:caseId/evidence-request',
  summary: 'Asks the buyer for pictures or words; the clock of the decision waits.',
  params: ofCase,
  body: actBody({ decision: Text(500, 2, 'What is wanted; the buyer reads it.') }),
  reply: CaseActed,
  errors: stepErrors,
});

export const addCaseEvidence = endpoint({
  id: 'addCaseEvidence',
  method: 'POST',
  path: '/cases/:caseId/evidence',
  summary: 'Adds files of the conversation to a case.',
  params: ofCase,
  body: actBody({ fileIds: Type.Array(Id, { minItems: 1, maxItems: 9 }) }),
  reply: CaseActed,
  errors: [...stepErrors, 'case.evidence_foreign'],
});

export const withdrawCase = endpoint({
  id: 'withdrawCase',
  method: 'PUT',
  path: '/cases/:caseId/withdrawal',
  summary:
    'Takes a case back in the name of who opened it, while no goods and no money have moved.',
  params: ofCase,
  body: actBody({}),
  reply: CaseActed,
  errors: [...stepErrors, ...stock],
});

export const noteReturnParcel = endpoint({
  id: 'noteReturnParcel',
  method: 'PUT',
  path: '/cases/:caseId/return-parcel',
  summary: 'Notes carrier and number of the parcel the buyer sent.',
  params: ofCase,
  body: actBody(ParcelWanted),
  reply: CaseActed,
  errors: stepErrors,
});

export const receiveCaseGoods = endpoint({
  id: 'receiveCaseGoods',
  method: 'PUT',
  path: '/cases/:caseId/receipt',
  summary: 'The goods came back.',
  params: ofCase,
  body: actBody({}),
  reply: CaseActed,
  errors: stepErrors,
});

export const inspectCaseGoods = endpoint({
  id: 'inspectCaseGoods',
  method: 'PUT',
  path: '/cases/:caseId/inspection',
  summary: 'Notes what the inspection found; sellable goods go back into stock.',
  params: ofCase,
  body: actBody({ result: InspectionResult, note: Type.Optional(Text(500)) }),
  reply: CaseActed,
  errors: stepErrors,
});

export const settleCase = endpoint({
  id: 'settleCase',
  method: 'PUT',
  path: '/cases/:caseId/settlement',
  summary:
    'Ends a case: a return is paid, an exchange charged or refunded its difference and sent out. Money moves here and once.',
  params: ofCase,
  body: actBody({
    amountMinor: Type.Optional(Amount),
    to: Type.Optional(Payee),
    parcel: Type.Optional(Strict(ParcelWanted)),
  }),
  reply: CaseActed,
  errors: [
    ...stepErrors,
    ...money,
    'case.parcel_needed',
    'case.amount_too_high',
    'case.payee_not_allowed',
    ...stock,
  ],
});

const paying = [
  ...actRefusals,
  ...money,
  'order.unpaid',
  'order.window_over',
  'case.once_per_order',
] as const;

export const payGoodwill = endpoint({
  id: 'payGoodwill',
  method: 'POST',
  path: '/orders/:orderId/goodwill-payments',
  summary: 'Pays a small sum of goodwill, once per order where the shop says so.',
  params: ofOrder,
  body: actBody({ amountMinor: Amount, to: Type.Optional(Payee) }),
  reply: OrderActed,
  errors: paying,
});

export const getPriceProtection = endpoint({
  id: 'getPriceProtection',
  method: 'GET',
  path: '/orders/:orderId/price-protection',
  summary: 'Price paid and price now of every line of an order.',
  params: ofOrder,
  reply: Type.Object({
    currency: Currency,
    lines: Type.Array(ProtectedLine),
    differenceMinor: Minor,
  }),
  errors: ['order.not_found'],
});

export const protectPrice = endpoint({
  id: 'protectPrice',
  method: 'POST',
  path: '/orders/:orderId/price-protections',
  summary: 'Pays back what the price has fallen since the order, per line and once.',
  params: ofOrder,
  body: actBody({
    lineNos: Type.Optional(
      Type.Array(Type.Integer({ minimum: 1 }), { minItems: 1, maxItems: 100 }),
    ),
    to: Type.Optional(Payee),
  }),
  reply: OrderActed,
  errors: [...paying, 'order.line_not_found', 'case.nothing_to_protect'],
});

export const payReviewCashback = endpoint({
  id: 'payReviewCashback',
  method: 'POST',
  path: '/orders/:orderId/review-cashbacks',
  summary: "Pays the shop's cash-back for a review, once per order, with proof.",
  params: ofOrder,
  body: actBody({
    proofUrl: Type.Optional(Text(2000)),
    fileIds: Type.Optional(FileIds),
    to: Type.Optional(Payee),
  }),
  reply: OrderActed,
  errors: [...paying, 'case.proof_needed', 'case.evidence_foreign'],
});

const visitor = [
  'channel.not_found',
  'visitor.identity_needed',
  'visitor.identity_invalid',
] as const;

export const getChatCaseProposal = endpoint({
  id: 'getChatCaseProposal',
  method: 'GET',
  path: '/chat/orders/:orderId/case-proposal',
  summary: 'What a buyer may ask for about an own order.',
  params: ofOrder,
  query: Strict({ lineNo: Type.Optional(Type.Integer({ minimum: 1 })) }),
  reply: CaseProposal,
  errors: [...visitor, 'order.not_found'],
});

export const listChatCases = endpoint({
  id: 'listChatCases',
  method: 'GET',
  path: '/chat/cases',
  summary: "The verified buyer's own cases, newest first.",
  query: Strict({ orderId: Type.Optional(Id) }),
  reply: Type.Object({ items: Type.Array(ChatCase) }),
  errors: visitor,
});

export const openChatCase = endpoint({
  id: 'openChatCase',
  method: 'POST',
  path: '/chat/orders/:orderId/cases',
  summary:
    'The verified buyer asks for a refund, return, exchange, repair or resend of an own order.',
  params: ofOrder,
  body: Strict({ ...opening }),
  reply: ChatCase,
  errors: [
    ...visitor,
    ...actRefusals,
    ...openingErrors,
    'order.method_foreign',
    'case.payee_not_allowed',
  ],
});

const chatStep = [...visitor, ...stepErrors] as const;

export const addChatCaseEvidence = endpoint({
  id: 'addChatCaseEvidence',
  method: 'POST',
  path: '/chat/cases/:caseId/evidence',
  summary: 'The buyer adds files of the chat to an own case.',
  params: ofCase,
  body: Strict({ fileIds: Type.Array(Id, { minItems: 1, maxItems: 9 }) }),
  reply: ChatCase,
  errors: [...chatStep, 'case.evidence_foreign'],
});

export const noteChatReturnParcel = endpoint({
  id: 'noteChatReturnParcel',
  method: 'PUT',
  path: '/chat/cases/:caseId/return-parcel',
  summary: 'The buyer tells carrier and number of the parcel sent back.',
  params: ofCase,
  body: Strict(ParcelWanted),
  reply: ChatCase,
  errors: chatStep,
});

export const withdrawChatCase = endpoint({
  id: 'withdrawChatCase',
  method: 'PUT',
  path: '/chat/cases/:caseId/withdrawal',
  summary: 'The buyer takes an own case back.',
  params: ofCase,
  body: Strict({}),
  reply: ChatCase,
  errors: [...chatStep, ...stock],
});
