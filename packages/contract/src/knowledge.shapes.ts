import { Can, Id, Instant, Locale, Nullable, OneOf, type Static, Text, Type } from './schema.ts';

export const KnowledgeState = OneOf(
  ['draft', 'waiting', 'scheduled', 'published', 'expired', 'archived'] as const,
  'What buyers can be told: draft and waiting (for approval) were never published.',
);

/** The words of an entry in one language. */
export const KnowledgeWords = Type.Object({
  locale: Locale,
  title: Text(200, 1),
  body: Text(
    12000,
    1,
    'Plain text; line breaks are kept. A card to a buyer shows the first 4,000 characters.',
  ),
});

export const KnowledgeVersion = Type.Object({
  no: Type.Integer({ description: 'From 1.' }),
  state: OneOf(['draft', 'waiting', 'approved', 'refused', 'replaced'] as const),
  words: Type.Array(KnowledgeWords),
  questions: Type.Array(Text(200, 1), {
    description: 'Questions it answers and other words for it; searched like the title.',
  }),
  /** Set where the picture was uploaded here. */
  pictureId: Nullable(Id),
  pictureUrl: Nullable(Type.String({ description: 'Where the picture is; ours or elsewhere.' })),
  validFrom: Nullable(Instant),
  validUntil: Nullable(Instant),
  writerId: Nullable(Type.String({ description: 'Member; null: came in by an import.' })),
  at: Instant,
  deciderId: Nullable(Type.String()),
  decidedAt: Nullable(Instant),
  reason: Type.String({ description: 'Why it was refused; empty otherwise.' }),
});

/** An entry in a list or a search, worded in the reader's language. */
export const KnowledgeSummary = Type.Object({
  id: Id,
  slug: Type.String({ description: 'Readable name, unique in the shop.' }),
  shopId: Id,
  productId: Nullable(Id),
  productExternalId: Nullable(Type.String()),
  productTitle: Type.String(),
  category: Type.String({ description: 'Empty: about one product or the whole shop.' }),
  topic: Type.String(),
  state: KnowledgeState,
  changing: Type.Boolean({ description: 'Published, and a newer draft is at work.' }),
  title: Type.String(),
  excerpt: Type.String(),
  pictureUrl: Nullable(Type.String()),
  locales: Type.Array(Locale),
  validFrom: Nullable(Instant),
  validUntil: Nullable(Instant),
  views: Type.Integer(),
  sends: Type.Integer(),
  helped: Type.Integer({ description: 'Sent, and the buyer did not ask again.' }),
  askedAgain: Type.Integer(),
  updatedAt: Instant,
});

export const KnowledgeEntry = Type.Object({
  ...KnowledgeSummary.properties,
  version: Type.Integer({ description: 'To be given back with a change.' }),
  live: Nullable(KnowledgeVersion),
  draft: Nullable(KnowledgeVersion),
  versions: Type.Array(KnowledgeVersion, { description: 'Newest first.' }),
  can: Can,
});

/** A question without an answer: "to write". */
export const KnowledgeGap = Type.Object({
  id: Id,
  shopId: Id,
  question: Type.String({ description: 'As it was asked last.' }),
  source: OneOf(['search', 'question'] as const),
  count: Type.Integer({ description: 'How often it was asked, in words alike.' }),
  productId: Nullable(Id),
  productExternalId: Nullable(Type.String()),
  productTitle: Type.String(),
  conversationId: Nullable(Id),
  seq: Nullable(Type.Integer({ description: 'Place of the question in that conversation.' })),
  firstAt: Instant,
  lastAt: Instant,
});

export const KnowledgeRules = Type.Object({
  shopId: Id,
  fourEyes: Type.Boolean({ description: 'Whoever wrote it may not approve it.' }),
});

export type KnowledgeWordsShape = Static<typeof KnowledgeWords>;
export type KnowledgeVersionShape = Static<typeof KnowledgeVersion>;
export type KnowledgeSummaryShape = Static<typeof KnowledgeSummary>;
export type KnowledgeEntryShape = Static<typeof KnowledgeEntry>;
export type KnowledgeGapShape = Static<typeof KnowledgeGap>;
export type KnowledgeStateWord = Static<typeof KnowledgeState>;
