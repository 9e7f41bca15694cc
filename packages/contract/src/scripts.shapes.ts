import {
  Can,
  Id,
  Instant,
  Locale,
  Minor,
  Nullable,
  OneOf,
  type Static,
  Text,
  Type,
} from './schema.ts';

/** Whose a script is: one person's, everybody's, or those of one shop. */
export const scriptScopes = ['own', 'team', 'shop'] as const;
export const ScriptScope = OneOf(scriptScopes);
export type ScriptScopeWord = (typeof scriptScopes)[number];

/** What a script may say of the buyer, the order in hand and the shop; never a phone number or an address. */
export const scriptVariables = [
  'buyer.name',
  'order.number',
  'order.total',
  'order.due',
  'order.product',
  'order.status',
  'order.date',
  'logistics.carrier',
  'logistics.number',
  'logistics.status',
  'logistics.latest',
  'agent.name',
  'shop.name',
  'today',
] as const;
export type ScriptVariable = (typeof scriptVariables)[number];

/** One text in up to three languages; at least one is given. */
export const ScriptText = Type.Object(
  {
    'zh-CN': Type.Optional(Text(4000)),
    'zh-TW': Type.Optional(Text(4000)),
    en: Type.Optional(Text(4000)),
  },
  { additionalProperties: false },
);
export type ScriptTextShape = Static<typeof ScriptText>;

/** One message of a script. A coupon or another card of a module that can make one joins here. */
export const ScriptPart = Type.Union([
  Type.Object(
    { kind: Type.Literal('text'), text: ScriptText },
    { additionalProperties: false, title: 'ScriptTextPart' },
  ),
  Type.Object(
    { kind: Type.Literal('picture'), pictureId: Id },
    { additionalProperties: false, title: 'ScriptPicturePart' },
  ),
  Type.Object(
    { kind: Type.Literal('product'), productId: Id },
    { additionalProperties: false, title: 'ScriptProductPart' },
  ),
  Type.Object(
    {
      kind: Type.Literal('order', { description: 'The order in hand when it is sent.' }),
    },
    { additionalProperties: false, title: 'ScriptOrderPart' },
  ),
  Type.Object(
    {
      kind: Type.Literal('coupon', {
        description: 'A coupon of this kind is given when it is sent, within the own authority.',
      }),
      templateId: Id,
    },
    { additionalProperties: false, title: 'ScriptCouponPart' },
  ),
]);
export type ScriptPartShape = Static<typeof ScriptPart>;

export const PartKind = OneOf(['text', 'picture', 'product', 'order', 'coupon'] as const);
export type PartKindWord = Static<typeof PartKind>;

/** What a script says: one variant, or several that are split among buyers. */
export const ScriptContent = Type.Object(
  {
    variants: Type.Array(
      Type.Object(
        { parts: Type.Array(ScriptPart, { minItems: 1, maxItems: 8 }) },
        { additionalProperties: false },
      ),
      { minItems: 1, maxItems: 4, description: 'A, B … in this order.' },
    ),
  },
  { additionalProperties: false },
);
export type ScriptContentShape = Static<typeof ScriptContent>;

export const ScriptState = OneOf(
  ['draft', 'waiting', 'published'] as const,
  'waiting: a supervisor has to decide before it can be used.',
);

export const ScriptFolder = Type.Object({
  id: Id,
  scope: ScriptScope,
  shopId: Nullable(Id),
  parentId: Nullable(Id),
  name: Text(60, 1),
  position: Type.Integer(),
  playbook: Nullable(Text(40)),
  can: Can,
});
export type ScriptFolderShape = Static<typeof ScriptFolder>;

/** A script as the library's list and the search beside the chat hold it: small, all of them at once. */
export const ScriptEntry = Type.Object({
  id: Id,
  scope: ScriptScope,
  shopId: Nullable(Id),
  folderId: Nullable(Id),
  code: Type.String({ description: 'What one types after `/` to have it first; may be empty.' }),
  title: Type.String(),
  text: Type.String({
    description: 'The beginning of its first text in the language of the reader.',
  }),
  pinyin: Type.String({ description: 'Title, spelled.' }),
  initials: Type.String({ description: 'Title and beginning of the text in pinyin initials.' }),
  learned: Type.String({
    description: 'Pairs of characters of questions it answered, most frequent first.',
  }),
  kinds: Type.Array(PartKind),
  variants: Type.Integer(),
  state: ScriptState,
  usable: Type.Boolean({ description: 'A published version is there.' }),
  version: Type.Integer(),
  playbook: Nullable(Text(40)),
  step: Nullable(Type.Integer()),
  favourite: Type.Boolean(),
  uses: Type.Integer({ description: 'How often the reader used it in the last 30 days.' }),
  usedAt: Nullable(Instant),
  updatedAt: Instant,
});
export type ScriptEntryShape = Static<typeof ScriptEntry>;

export const Script = Type.Object({
  ...ScriptEntry.properties,
  content: ScriptContent,
  publishedVersion: Nullable(Type.Integer()),
  publishedContent: Nullable(ScriptContent),
  authorId: Nullable(Id),
  authorName: Type.String(),
  refusedWhy: Nullable(Text(500)),
  approval: Type.Boolean({ description: 'A supervisor has to approve versions of this scope.' }),
  can: Can,
});
export type ScriptShape = Static<typeof Script>;

export const ScriptVersion = Type.Object({
  version: Type.Integer(),
  title: Type.String(),
  content: ScriptContent,
  state: OneOf(['draft', 'waiting', 'published', 'refused', 'replaced'] as const),
  authorId: Nullable(Id),
  authorName: Type.String(),
  at: Instant,
  decidedName: Nullable(Type.String()),
  decidedAt: Nullable(Instant),
  reason: Nullable(Text(500)),
});
export type ScriptVersionShape = Static<typeof ScriptVersion>;

/** A version that waits for a supervisor, beside what is published now. */
export const ScriptApproval = Type.Object({
  scriptId: Id,
  scope: ScriptScope,
  shopId: Nullable(Id),
  title: Type.String(),
  version: Type.Integer(),
  content: ScriptContent,
  before: Nullable(ScriptContent),
  authorName: Type.String(),
  at: Instant,
  can: Can,
});

/** A variable that has no value now, at its place in the filled text. */
export const MissingValue = Type.Object({
  name: Type.String(),
  start: Type.Integer({ description: 'UTF-16 units from the beginning of the filled text.' }),
  end: Type.Integer(),
});

/** A forbidden word that was found, at its place. */
export const FoundWord = Type.Object({
  word: Type.String(),
  level: OneOf(['warn', 'block'] as const),
  start: Type.Integer(),
  end: Type.Integer(),
});
export type FoundWordShape = Static<typeof FoundWord>;

/** One message of a script as it would go out now. */
export const FilledPart = Type.Object({
  part: Type.Integer({ description: 'Its place in the script, from 0.' }),
  kind: PartKind,
  text: Type.String({ description: 'Filled; what is missing stands as it was written.' }),
  missing: Type.Array(MissingValue),
  words: Type.Array(FoundWord),
  pictureId: Nullable(Id),
  productId: Nullable(Id),
  orderId: Nullable(Id),
  templateId: Nullable(
    Type.Unsafe<string>({
      ...Id,
      description: 'Of a coupon; null where the reader may not give it to this buyer.',
    }),
  ),
  label: Type.String({
    description: 'Name of the product or coupon, number of the order; empty otherwise.',
  }),
});
export type FilledPartShape = Static<typeof FilledPart>;

export const FilledScript = Type.Object({
  scriptId: Id,
  title: Type.String(),
  version: Type.Integer(),
  variant: Type.Integer({ description: 'From 0; the same buyer always has the same.' }),
  locale: Locale,
  parts: Type.Array(FilledPart),
  missing: Type.Boolean({ description: 'Something has no value: it cannot be sent like this.' }),
  playbook: Nullable(Text(40)),
  step: Nullable(Type.Integer()),
});
export type FilledScriptShape = Static<typeof FilledScript>;

/** How often something came of a number of uses, with the range in which the true share lies (95 %, Wilson). */
export const ScriptShare = Type.Object({
  count: Type.Integer(),
  share: Type.Number(),
  low: Type.Number(),
  high: Type.Number(),
});

export const ScriptOutcome = Type.Object({
  used: Type.Integer(),
  edited: Type.Integer({ description: 'Sent with more than a twentieth of the text changed.' }),
  editedShare: Type.Number({
    description: 'Of all text, the part that was changed before sending.',
  }),
  replied: ScriptShare,
  ordered: ScriptShare,
  paid: ScriptShare,
  paidMinor: Minor,
  currency: Type.String(),
  enough: Type.Boolean({ description: 'False: too few uses to say anything.' }),
});
export type ScriptOutcomeShape = Static<typeof ScriptOutcome>;

export const ScriptFigure = Type.Object({
  scriptId: Id,
  title: Type.String(),
  ...ScriptOutcome.properties,
  variants: Type.Array(Type.Object({ variant: Type.Integer(), ...ScriptOutcome.properties })),
  better: Nullable(
    Type.Integer({
      description: 'The variant that is paid for more often beyond chance; null: cannot be said.',
    }),
  ),
});
export type ScriptFigureShape = Static<typeof ScriptFigure>;

export const ForbiddenWord = Type.Object({
  id: Id,
  shopId: Nullable(Id),
  word: Text(100, 1),
  level: OneOf(['warn', 'block'] as const),
  reason: Text(200),
  at: Instant,
  can: Can,
});
export type ForbiddenWordShape = Static<typeof ForbiddenWord>;

/** A sequence of scripts for one situation, written by people who have stood at many counters. */
export const Playbook = Type.Object({
  id: Type.String(),
  name: Type.String(),
  when: Type.String(),
  steps: Type.Array(
    Type.Object({ title: Type.String(), when: Type.String(), text: Type.String() }),
  ),
  adopted: Type.Array(Type.Object({ folderId: Id, scope: ScriptScope, shopId: Nullable(Id) })),
});
export type PlaybookShape = Static<typeof Playbook>;
