/** The steps of a case, from its approval to its end. */
import { ofCase, Payee, stepErrors, stock } from './aftersales.parts.ts';
import { CaseActed, ParcelWanted } from './aftersales.shapes.ts';
import { InspectionResult } from './aftersales.words.ts';
import { endpoint, Strict } from './endpoint.ts';
import { Above, moneyRefusals } from './orders.acts.parts.ts';
import { actBody } from './orders.acts.shapes.ts';
import { Id, Text, Type } from './schema.ts';

export const approveCase = endpoint({
  id: 'approveCase',
  method: 'PUT',
  path: '/cases/:caseId/approval',
  summary:
    'Accepts a case: a refund or compensation is paid at once, within the own authority; else the goods are awaited or sent.',
  params: ofCase,
  body: actBody({ amountMinor: Type.Optional(Above), to: Type.Optional(Payee) }),
  reply: CaseActed,
  errors: [
    ...stepErrors,
    ...moneyRefusals,
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
    amountMinor: Type.Optional(Above),
    to: Type.Optional(Payee),
    parcel: Type.Optional(Strict(ParcelWanted)),
  }),
  reply: CaseActed,
  errors: [
    ...stepErrors,
    ...moneyRefusals,
    'case.parcel_needed',
    'case.amount_too_high',
    'case.payee_not_allowed',
    ...stock,
  ],
});
