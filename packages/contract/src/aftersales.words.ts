/** The closed vocabularies of after-sales. */
import { OneOf, type Static } from './schema.ts';

/** What a case comes to. A refund request is a case of kind `refund` (money only) or `return` (goods back, then money). */
export const CaseKind = OneOf(
  ['refund', 'return', 'exchange', 'repair', 'resend', 'compensate'] as const,
  'refund: money only. return: goods back, then money. exchange: goods back, then another variant. resend: the same goods again. compensate: money beyond the price of goods.',
);

/** Where a case stands. Which of these a kind passes through is one table in the server. */
export const CaseState = OneOf(
  [
    'asked',
    'evidence_wanted',
    'accepted',
    'waiting_goods',
    'received',
    'inspected',
    'settled',
    'refused',
    'withdrawn',
  ] as const,
  'asked: waits for a decision. evidence_wanted: waits for the buyer. accepted: waits to be sent out. waiting_goods: the buyer sends the goods. settled, refused, withdrawn: over.',
);

/** Whose fault it is; who is at fault pays the postage, and what is unclear is ours. */
export const CaseFault = OneOf(['ours', 'buyer', 'unclear'] as const, 'unclear counts as ours.');

/** Who pays the way back. */
export const PostageBy = OneOf(['shop', 'buyer'] as const);

/** Why a kind is proposed: may be exchanged → exchange; may be returned → return; else ours to mend. */
export const Principle = OneOf(
  ['may_be_exchanged', 'may_be_returned', 'ours_to_mend', 'not_shipped_yet'] as const,
  'The house principle behind the proposal.',
);

/** What the inspection of returned goods found. */
export const InspectionResult = OneOf(
  ['sellable', 'damaged', 'incomplete', 'wrong_item'] as const,
  'sellable goes back into stock.',
);

/** The columns of the queue. */
export const CaseTab = OneOf(
  ['decide', 'goods', 'inspect', 'done'] as const,
  'decide: asked, evidence wanted. goods: waiting for the goods. inspect: received, inspected or to be sent. done: over.',
);

export type CaseKindWord = Static<typeof CaseKind>;
export type CaseStateWord = Static<typeof CaseState>;
export type CaseFaultWord = Static<typeof CaseFault>;
export type PrincipleWord = Static<typeof Principle>;
export type CaseTabWord = Static<typeof CaseTab>;
export type InspectionWord = Static<typeof InspectionResult>;
