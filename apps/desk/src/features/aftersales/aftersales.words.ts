import type { aftersales } from '@guitai/contract';
import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { Tone } from '../../ui/Word.tsx';

/** What a case comes to, in the words of the trade. */
export const kindWords: Record<aftersales.CaseKindWord, MessageDescriptor> = {
  refund: msg({ message: 'Refund only', context: 'case' }),
  return: msg({ message: 'Return and refund', context: 'case' }),
  exchange: msg({ message: 'Exchange', context: 'case' }),
  repair: msg({ message: 'Repair', context: 'case' }),
  resend: msg({ message: 'Send again', context: 'case' }),
  compensate: msg({ message: 'Compensation', context: 'case' }),
};

/** Where a case stands. */
export const stateWords: Record<aftersales.CaseStateWord, MessageDescriptor> = {
  asked: msg({ message: 'To decide', context: 'case' }),
  evidence_wanted: msg({ message: 'Evidence asked for', context: 'case' }),
  accepted: msg({ message: 'To send', context: 'case' }),
  waiting_goods: msg({ message: 'Waiting for the goods', context: 'case' }),
  received: msg({ message: 'To inspect', context: 'case' }),
  inspected: msg({ message: 'To settle', context: 'case' }),
  settled: msg({ message: 'Settled', context: 'case' }),
  refused: msg({ message: 'Refused', context: 'case' }),
  withdrawn: msg({ message: 'Withdrawn', context: 'case' }),
};

/** What has happened when a case came to a state, for its timeline. */
export const stepWords: Record<aftersales.CaseStateWord, MessageDescriptor> = {
  asked: msg({ message: 'Asked for', context: 'case step' }),
  evidence_wanted: msg({ message: 'Evidence asked for', context: 'case step' }),
  accepted: msg({ message: 'Accepted', context: 'case step' }),
  waiting_goods: msg({ message: 'Accepted, the goods come back', context: 'case step' }),
  received: msg({ message: 'Goods received', context: 'case step' }),
  inspected: msg({ message: 'Inspected', context: 'case step' }),
  settled: msg({ message: 'Settled', context: 'case step' }),
  refused: msg({ message: 'Refused', context: 'case step' }),
  withdrawn: msg({ message: 'Withdrawn', context: 'case step' }),
};

/** The same state once more: what was added to the case. */
export const againWords: Partial<Record<aftersales.CaseStateWord, MessageDescriptor>> = {
  asked: msg({ message: 'Evidence added', context: 'case step' }),
  waiting_goods: msg({ message: 'Sent back by the buyer', context: 'case step' }),
};

export const tabWords: Record<aftersales.CaseTabWord, MessageDescriptor> = {
  decide: msg({ message: 'To decide', context: 'cases' }),
  goods: msg({ message: 'Waiting for goods', context: 'cases' }),
  inspect: msg({ message: 'To inspect and settle', context: 'cases' }),
  done: msg({ message: 'Done', context: 'cases' }),
};

export const inspectionWords: Record<aftersales.InspectionWord, MessageDescriptor> = {
  sellable: msg({ message: 'Fit for sale', context: 'inspection' }),
  damaged: msg({ message: 'Damaged', context: 'inspection' }),
  incomplete: msg({ message: 'Incomplete', context: 'inspection' }),
  wrong_item: msg({ message: 'Not our goods', context: 'inspection' }),
};

/** Why a kind is proposed. */
export const principleWords: Record<aftersales.PrincipleWord, MessageDescriptor> = {
  may_be_exchanged: msg`What may be exchanged is exchanged.`,
  may_be_returned: msg`What may be returned is returned.`,
  ours_to_mend: msg`Where the fault is unclear it is ours to mend.`,
  not_shipped_yet: msg`Nothing has left yet: the money goes back.`,
};

/** Colour of a state: what waits for us is strong, what is over is quiet. */
export const toneOf = (state: aftersales.CaseStateWord): Tone => {
  if (state === 'settled') return 'good';
  if (state === 'refused' || state === 'withdrawn') return 'quiet';
  return state === 'waiting_goods' || state === 'evidence_wanted' ? 'plain' : 'strong';
};

export const tabs = Object.keys(tabWords) as aftersales.CaseTabWord[];
export const inspections = Object.keys(inspectionWords) as aftersales.InspectionWord[];
