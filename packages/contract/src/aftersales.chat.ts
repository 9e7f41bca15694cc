/** What buyers do about cases themselves, in the chat. */
import { ofCase, opening, openingErrors, stepErrors, stock } from './aftersales.parts.ts';
import { CaseProposal, ChatCase, ParcelWanted } from './aftersales.shapes.ts';
import { endpoint, Strict } from './endpoint.ts';
import { actRefusals, ofOrder } from './orders.acts.parts.ts';
import { Id, LineNo, Type } from './schema.ts';

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
  query: Strict({ lineNo: Type.Optional(LineNo) }),
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
