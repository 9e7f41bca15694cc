/** Knowledge: written, approved, published, found, sent. */
import { endpoint, Strict } from './endpoint.ts';
import {
  KnowledgeEntry,
  KnowledgeGap,
  KnowledgeRules,
  KnowledgeState,
  KnowledgeSummary,
  KnowledgeWords,
} from './knowledge.shapes.ts';
import { Id, Instant, Nullable, Page, PageQuery, Text, Type, Whole } from './schema.ts';

const ofEntry = Strict({ entryId: Id });
const draftErrors = ['knowledge.not_found', 'knowledge.changed_meanwhile'] as const;

const draft = {
  topic: Type.Optional(Text(80)),
  words: Type.Array(KnowledgeWords, { minItems: 1, maxItems: 3 }),
  questions: Type.Optional(Type.Array(Text(200, 1), { maxItems: 50 })),
  /** Uploaded for this shop; stands instead of an address. */
  pictureId: Type.Optional(Nullable(Id)),
  pictureUrl: Type.Optional(Nullable(Text(2000, 1))),
  validFrom: Type.Optional(Nullable(Instant)),
  validUntil: Type.Optional(Nullable(Instant)),
};

export const listKnowledge = endpoint({
  id: 'listKnowledge',
  method: 'GET',
  path: '/knowledge',
  summary: 'Entries of every state, changed last first',
  query: Strict({
    shopId: Type.Optional(Id),
    productExternalId: Type.Optional(Text(200)),
    category: Type.Optional(Text(80, 1)),
    about: Type.Optional(
      Type.Union([Type.Literal('product'), Type.Literal('category'), Type.Literal('shop')]),
    ),
    state: Type.Optional(KnowledgeState),
    q: Type.Optional(Text(100)),
    ...PageQuery,
  }),
  reply: Page(KnowledgeSummary),
  errors: ['list.cursor_invalid'],
});

export const getKnowledge = endpoint({
  id: 'getKnowledge',
  method: 'GET',
  path: '/knowledge/:entryId',
  summary: 'One entry with its versions',
  params: ofEntry,
  reply: KnowledgeEntry,
  errors: ['knowledge.not_found'],
});

export const createKnowledge = endpoint({
  id: 'createKnowledge',
  method: 'POST',
  path: '/knowledge',
  summary: 'Begin an entry: a draft',
  body: Strict({
    shopId: Id,
    productExternalId: Type.Optional(Nullable(Text(200, 1))),
    category: Type.Optional(Text(80)),
    gapId: Type.Optional(Id),
    ...draft,
  }),
  reply: KnowledgeEntry,
  errors: [
    'knowledge.not_found',
    'knowledge.times_crossed',
    'knowledge.locale_twice',
    'knowledge.picture_not_found',
    'shop.not_found',
  ],
});

export const updateKnowledge = endpoint({
  id: 'updateKnowledge',
  method: 'PUT',
  path: '/knowledge/:entryId/draft',
  summary: 'Write the draft; what is published stays until the draft is approved',
  params: ofEntry,
  body: Strict({ version: Whole(), ...draft }),
  reply: KnowledgeEntry,
  errors: [
    ...draftErrors,
    'knowledge.times_crossed',
    'knowledge.locale_twice',
    'knowledge.picture_not_found',
    'knowledge.archived',
  ],
});

export const submitKnowledge = endpoint({
  id: 'submitKnowledge',
  method: 'POST',
  path: '/knowledge/:entryId/submission',
  summary: 'Hand the draft over for approval',
  params: ofEntry,
  reply: KnowledgeEntry,
  errors: ['knowledge.not_found', 'knowledge.no_draft'],
});

export const approveKnowledge = endpoint({
  id: 'approveKnowledge',
  method: 'POST',
  path: '/knowledge/:entryId/approval',
  summary: 'Approve what waits: it is published in its time',
  params: ofEntry,
  reply: KnowledgeEntry,
  errors: [
    'knowledge.not_found',
    'knowledge.not_waiting',
    'knowledge.own_writing',
    'access.denied',
  ],
});

export const refuseKnowledge = endpoint({
  id: 'refuseKnowledge',
  method: 'POST',
  path: '/knowledge/:entryId/refusal',
  summary: 'Send what waits back to its writer',
  params: ofEntry,
  body: Strict({ reason: Text(500, 1) }),
  reply: KnowledgeEntry,
  errors: ['knowledge.not_found', 'knowledge.not_waiting', 'access.denied'],
});

export const restoreKnowledge = endpoint({
  id: 'restoreKnowledge',
  method: 'POST',
  path: '/knowledge/:entryId/restoration',
  summary: 'Take an earlier version as the draft',
  params: ofEntry,
  body: Strict({ no: Whole() }),
  reply: KnowledgeEntry,
  errors: ['knowledge.not_found', 'knowledge.archived'],
});

export const archiveKnowledge = endpoint({
  id: 'archiveKnowledge',
  method: 'POST',
  path: '/knowledge/:entryId/archive',
  summary: 'Take an entry out of use',
  params: ofEntry,
  reply: KnowledgeEntry,
  errors: ['knowledge.not_found', 'access.denied'],
});

export const unarchiveKnowledge = endpoint({
  id: 'unarchiveKnowledge',
  method: 'DELETE',
  path: '/knowledge/:entryId/archive',
  summary: 'Take it into use again',
  params: ofEntry,
  reply: KnowledgeEntry,
  errors: ['knowledge.not_found', 'access.denied'],
});

export const viewKnowledge = endpoint({
  id: 'viewKnowledge',
  method: 'POST',
  path: '/knowledge/:entryId/views',
  summary: 'A colleague read it',
  params: ofEntry,
  reply: Type.Object({ views: Type.Integer() }),
  errors: ['knowledge.not_found'],
});

export const searchKnowledge = endpoint({
  id: 'searchKnowledge',
  method: 'POST',
  path: '/knowledge-searches',
  summary:
    'Published entries by words, questions, synonyms, pinyin; a search that finds nothing is kept as "to write"',
  body: Strict({
    q: Text(200),
    shopId: Type.Optional(Id),
    productExternalId: Type.Optional(Nullable(Text(200, 1))),
    final: Type.Optional(
      Type.Boolean({
        description: 'The person has finished typing: nothing found is worth keeping.',
      }),
    ),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 50 })),
  }),
  reply: Type.Object({ items: Type.Array(KnowledgeSummary) }),
  errors: [],
});

export const listKnowledgeGaps = endpoint({
  id: 'listKnowledgeGaps',
  method: 'GET',
  path: '/knowledge-gaps',
  summary: 'To write: searches without result and questions without an entry, asked most first',
  query: Strict({ shopId: Type.Optional(Id), ...PageQuery }),
  reply: Page(KnowledgeGap),
  errors: ['list.cursor_invalid'],
});

export const dismissKnowledgeGap = endpoint({
  id: 'dismissKnowledgeGap',
  method: 'POST',
  path: '/knowledge-gaps/:gapId/dismissal',
  summary: 'Not worth writing',
  params: Strict({ gapId: Id }),
  reply: KnowledgeGap,
  errors: ['knowledge.not_found'],
});

export const undismissKnowledgeGap = endpoint({
  id: 'undismissKnowledgeGap',
  method: 'DELETE',
  path: '/knowledge-gaps/:gapId/dismissal',
  summary: 'Worth writing after all',
  params: Strict({ gapId: Id }),
  reply: KnowledgeGap,
  errors: ['knowledge.not_found'],
});

export const getKnowledgeRules = endpoint({
  id: 'getKnowledgeRules',
  method: 'GET',
  path: '/shops/:shopId/knowledge-rules',
  summary: 'How the shop approves knowledge',
  params: Strict({ shopId: Id }),
  reply: KnowledgeRules,
  errors: ['shop.not_found'],
});

export const putKnowledgeRules = endpoint({
  id: 'putKnowledgeRules',
  method: 'PUT',
  path: '/shops/:shopId/knowledge-rules',
  summary: 'Decide whether a writer may approve the own words',
  params: Strict({ shopId: Id }),
  body: Strict({ fourEyes: Type.Boolean() }),
  reply: KnowledgeRules,
  errors: ['shop.not_found', 'access.denied'],
});
