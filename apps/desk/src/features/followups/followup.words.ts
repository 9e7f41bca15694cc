import type { followups } from '@guitai/contract';
import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { Tone } from '../../ui/Word.tsx';

/** Why somebody stands there. */
export const reasonNames: Readonly<Record<followups.FollowupReasonWord, MessageDescriptor>> = {
  asked: msg({ message: 'Asked, did not buy', context: 'followup' }),
  lapsed: msg({ message: 'Let an order lapse', context: 'followup' }),
  settled: msg({ message: 'After a complaint', context: 'followup' }),
  received: msg({ message: 'Got the goods', context: 'followup' }),
  idle: msg({ message: 'Bought nothing for long', context: 'followup' }),
  hand: msg({ message: 'Put there by hand', context: 'followup' }),
  back: msg({ message: 'Tell when back', context: 'followup' }),
  cheaper: msg({ message: 'Tell when cheaper', context: 'followup' }),
  greeting: msg({ message: 'Greeting', context: 'followup' }),
};

export const reasons = Object.keys(reasonNames) as followups.FollowupReasonWord[];

interface Named {
  readonly word: MessageDescriptor;
  readonly tone: Tone;
}

export const stateNames: Readonly<Record<followups.FollowupStateWord, Named>> = {
  waiting: { word: msg({ message: 'Waiting', context: 'followup' }), tone: 'plain' },
  open: { word: msg({ message: 'To contact', context: 'followup' }), tone: 'strong' },
  talking: { word: msg({ message: 'Taken up', context: 'followup' }), tone: 'soon' },
  sending: { word: msg({ message: 'Message planned', context: 'followup' }), tone: 'soon' },
  contacted: { word: msg({ message: 'Contacted', context: 'followup' }), tone: 'good' },
  closed: { word: msg({ message: 'Closed', context: 'followup' }), tone: 'quiet' },
  dropped: { word: msg({ message: 'Fell away', context: 'followup' }), tone: 'quiet' },
};

export const tabNames: Readonly<Record<followups.FollowupTabWord, MessageDescriptor>> = {
  due: msg({ message: 'Due', context: 'followup' }),
  planned: msg({ message: 'Later', context: 'followup' }),
  underway: msg({ message: 'Under way', context: 'followup' }),
  wishes: msg({ message: 'Wishes', context: 'followup' }),
  over: msg({ message: 'Over', context: 'followup' }),
};

/** Ready results; own ones carry their name. */
const resultNames: Readonly<Record<string, MessageDescriptor>> = {
  reached: msg({ message: 'Reached', context: 'followup' }),
  interested: msg({ message: 'Interested', context: 'followup' }),
  bought: msg({ message: 'Bought', context: 'followup' }),
  content: msg({ message: 'Content', context: 'followup' }),
  refused: msg({ message: 'Not wanted', context: 'followup' }),
  no_answer: msg({ message: 'No answer', context: 'followup' }),
};

/** What a result is called: by the shop, else by the reader’s language. */
export const resultName = (
  id: string,
  own: string | undefined,
  say: (word: MessageDescriptor) => string,
): string => own || (resultNames[id] ? say(resultNames[id]) : id);

/** Why it fell away, or why its message was not sent. */
export const whys: Readonly<Record<string, MessageDescriptor>> = {
  bought: msg({ message: 'bought meanwhile', context: 'followup' }),
  withdrawn: msg({ message: 'no longer wanted', context: 'followup' }),
  no_longer: msg({ message: 'it was no longer so when it was to be sent', context: 'followup' }),
  expired: msg({ message: 'it would have come too late', context: 'followup' }),
  stopped: msg({ message: 'switched off meanwhile', context: 'followup' }),
  blocked: msg({ message: 'the buyer is blocked', context: 'followup' }),
  opted_out: msg({ message: 'the buyer opted out', context: 'followup' }),
  cap_day: msg({ message: 'enough messages for one day', context: 'followup' }),
  cap_week: msg({ message: 'enough messages for one week', context: 'followup' }),
  no_chat: msg({ message: 'there is no chat with the buyer', context: 'followup' }),
  no_phone: msg({ message: 'there is no usable phone number', context: 'followup' }),
  no_gateway: msg({ message: 'there is no gateway for it', context: 'followup' }),
};

export const channelNames: Readonly<Record<'chat' | 'sms' | 'mail', MessageDescriptor>> = {
  chat: msg({ message: 'Chat', context: 'followup' }),
  sms: msg({ message: 'Text message', context: 'followup' }),
  mail: msg({ message: 'E-mail', context: 'followup' }),
};

export const stageNames: Readonly<Record<followups.FollowupStageWord, MessageDescriptor>> = {
  contacted: msg({ message: 'Contacted', context: 'followup stage' }),
  replied: msg({ message: 'Replied', context: 'followup stage' }),
  ordered: msg({ message: 'Ordered', context: 'followup stage' }),
  paid: msg({ message: 'Paid and kept', context: 'followup stage' }),
};

/** Ready days of the calendar. */
export const dayNames: Readonly<Record<string, MessageDescriptor>> = {
  new_year: msg({ message: 'New Year', context: 'greeting' }),
  spring_festival: msg({ message: 'Spring Festival', context: 'greeting' }),
  lantern: msg({ message: 'Lantern Festival', context: 'greeting' }),
  womens_day: msg({ message: 'Women’s Day', context: 'greeting' }),
  labour_day: msg({ message: 'Labour Day', context: 'greeting' }),
  dragon_boat: msg({ message: 'Dragon Boat Festival', context: 'greeting' }),
  sale_618: msg({ message: '6.18 sale', context: 'greeting' }),
  qixi: msg({ message: 'Qixi', context: 'greeting' }),
  mid_autumn: msg({ message: 'Mid-Autumn Festival', context: 'greeting' }),
  double_ninth: msg({ message: 'Double Ninth', context: 'greeting' }),
  national_day: msg({ message: 'National Day', context: 'greeting' }),
  sale_1111: msg({ message: '11.11 sale', context: 'greeting' }),
  sale_1212: msg({ message: '12.12 sale', context: 'greeting' }),
  birthday: msg({ message: 'Birthday of the buyer', context: 'greeting' }),
};

/** What each rule waits for, before its number of hours. */
export const ruleNames: Readonly<Record<followups.FollowupRuleWord, MessageDescriptor>> = {
  asked: msg({ message: 'Asked about something and did not order', context: 'followup rule' }),
  lapsed: msg({ message: 'Placed an order and let it lapse unpaid', context: 'followup rule' }),
  settled: msg({ message: 'A refund, return or complaint was settled', context: 'followup rule' }),
  received: msg({ message: 'Received the goods (care tips)', context: 'followup rule' }),
  idle: msg({ message: 'Bought nothing any more', context: 'followup rule' }),
};
