/** Buyers to come back to: who asked and did not buy, visits after a purchase, wishes to be told, greetings. */
import { ofConversation } from './conversations.parts.ts';
import { endpoint, Strict } from './endpoint.ts';
import {
  channelsWanted,
  Followup,
  FollowupFunnel,
  FollowupSettings,
  FollowupStep,
  followupSettingsFields,
  listFilter,
} from './followups.shapes.ts';
import { OutreachTopic } from './outreach.words.ts';
import { Id, Instant, Nullable, Page, PageQuery, Text, Type } from './schema.ts';

export * from './followups.advertising.ts';
export * from './followups.errors.ts';
export * from './followups.greetings.ts';
export * from './followups.shapes.ts';
export * from './followups.wishes.ts';
export * from './followups.words.ts';

const one = Strict({ followupId: Id });
const ids = Type.Array(Id, { minItems: 1, maxItems: 200 });

/** What became of each: those done, and those that could not be, with the code of why. */
const Done = Type.Object({
  items: Type.Array(Followup),
  refused: Type.Array(Type.Object({ id: Id, code: Type.String() })),
});

export const listFollowups = endpoint({
  id: 'listFollowups',
  method: 'GET',
  path: '/followups',
  summary: 'Buyers to come back to, by their time; those that are over, the latest first',
  query: Strict({ ...PageQuery, ...listFilter }),
  reply: Type.Object({
    ...Page(Followup).properties,
    counts: Type.Object({
      due: Type.Integer(),
      planned: Type.Integer(),
      underway: Type.Integer(),
      over: Type.Integer(),
      wishes: Type.Integer(),
    }),
  }),
  errors: ['list.cursor_invalid'],
});

export const getFollowup = endpoint({
  id: 'getFollowup',
  method: 'GET',
  path: '/followups/:followupId',
  summary: 'One follow-up',
  params: one,
  reply: Followup,
  errors: ['followup.not_found'],
});

export const planFollowup = endpoint({
  id: 'planFollowup',
  method: 'POST',
  path: '/conversations/:conversationId/followups',
  summary: 'Puts the buyer of a conversation on the list, for a day and with a reason',
  params: ofConversation,
  body: Strict({
    plannedAt: Instant,
    note: Text(500, 1, 'What for.'),
    productId: Type.Optional(Nullable(Id)),
    orderId: Type.Optional(Nullable(Id)),
  }),
  reply: Followup,
  errors: ['conversation.not_found', 'followup.time_past', 'followup.subject_foreign'],
});

export const contactFollowup = endpoint({
  id: 'contactFollowup',
  method: 'POST',
  path: '/followups/:followupId/contact',
  summary: 'Takes it up: the conversation to speak in and words to begin with',
  params: one,
  reply: Type.Object({ followup: Followup, conversationId: Id, text: Type.String() }),
  errors: ['followup.not_found', 'followup.not_now', 'followup.no_conversation'],
});

export const sendFollowups = endpoint({
  id: 'sendFollowups',
  method: 'POST',
  path: '/followup-messages',
  summary: 'Plans a message to each: opt-outs, quiet hours and caps hold',
  body: Strict({
    ids,
    text: Type.Optional(Text(1000, 1, 'Instead of the suggested words; one follow-up only.')),
    topic: Type.Optional({
      ...OutreachTopic,
      description:
        'What the own words are, as their author says; advertising unless said. Words that sell are advertising whatever is said.',
    }),
    channels: Type.Optional(channelsWanted),
    at: Type.Optional(Instant),
  }),
  reply: Done,
  errors: ['followup.time_past', 'message.words_blocked', 'message.words_warned'],
});

export const postponeFollowups = endpoint({
  id: 'postponeFollowups',
  method: 'POST',
  path: '/followup-postponements',
  summary: 'Plans them for another time; one that was contacted is to be contacted again',
  body: Strict({ ids, until: Instant }),
  reply: Done,
  errors: ['followup.time_past'],
});

export const closeFollowups = endpoint({
  id: 'closeFollowups',
  method: 'POST',
  path: '/followup-endings',
  summary: 'Closes them with a result of the shop’s list',
  body: Strict({ ids, result: Text(40, 1), note: Type.Optional(Text(500)) }),
  reply: Done,
});

export const assignFollowups = endpoint({
  id: 'assignFollowups',
  method: 'POST',
  path: '/followup-assignments',
  summary: 'Says who is responsible; null: nobody',
  body: Strict({ ids, memberId: Nullable(Id) }),
  reply: Done,
});

export const undoFollowups = endpoint({
  id: 'undoFollowups',
  method: 'POST',
  path: '/followup-undoings',
  summary: 'Takes back the last step a person took, while nothing came of it',
  body: Strict({ ids }),
  reply: Done,
});

export const fillFollowups = endpoint({
  id: 'fillFollowups',
  method: 'POST',
  path: '/shops/:shopId/followup-fillings',
  summary: 'Looks for buyers now instead of at the next quarter of an hour',
  params: Strict({ shopId: Id }),
  reply: Type.Object({ added: Type.Integer() }),
  errors: ['shop.not_found'],
});

export const getFollowupSettings = endpoint({
  id: 'getFollowupSettings',
  method: 'GET',
  path: '/shops/:shopId/followup-settings',
  summary: 'Which lists fill themselves, and how',
  params: Strict({ shopId: Id }),
  reply: FollowupSettings,
  errors: ['shop.not_found'],
});

export const updateFollowupSettings = endpoint({
  id: 'updateFollowupSettings',
  method: 'PATCH',
  path: '/shops/:shopId/followup-settings',
  summary: 'Changes the given settings',
  params: Strict({ shopId: Id }),
  body: Strict({
    rules: Type.Optional(followupSettingsFields.rules),
    results: Type.Optional(followupSettingsFields.results),
    tips: Type.Optional(followupSettingsFields.tips),
    at: Type.Optional(followupSettingsFields.at),
    creditDays: Type.Optional(followupSettingsFields.creditDays),
    wishFactor: Type.Optional(followupSettingsFields.wishFactor),
    wishHoldHours: Type.Optional(followupSettingsFields.wishHoldHours),
  }),
  reply: FollowupSettings,
  errors: ['shop.not_found'],
});

const span = { from: Instant, to: Instant, shopId: Type.Optional(Id) };

export const getFollowupResults = endpoint({
  id: 'getFollowupResults',
  method: 'GET',
  path: '/followup-results',
  summary:
    'Contacted → replied → ordered → paid of contacts made in a time, by reason, person and day',
  query: Strict(span),
  reply: Type.Object({
    all: FollowupFunnel,
    reasons: Type.Array(FollowupFunnel),
    people: Type.Array(FollowupFunnel),
    steps: Type.Array(FollowupStep, {
      description: 'Day by day, a long time week by week; those without a contact too.',
    }),
  }),
  errors: ['followup.range_invalid'],
});

export const exportFollowups = endpoint({
  id: 'exportFollowups',
  method: 'GET',
  path: '/followup-export',
  summary: 'Contacts made in a time as CSV that no spreadsheet calculates',
  query: Strict(span),
  transfer: 'bytes',
  reply: Type.Unknown(),
  errors: ['followup.range_invalid'],
});
