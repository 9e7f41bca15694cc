import { MaskedAddress } from './address.ts';
import {
  Attributes,
  Can,
  Id,
  Instant,
  Nullable,
  OneOf,
  type Static,
  Text,
  Type,
} from './schema.ts';

/** A short word by which a team groups its buyers. */
export const BuyerTag = Text(40, 1, 'A short word of the team, e.g. 老客.');

/** How pleasant the buyer is to serve, 1 (hard) to 5 (a joy). */
export const Friendliness = Type.Integer({ minimum: 1, maximum: 5 });

/** An account of the buyer in one shop. */
export const BuyerAccount = Type.Object({
  shopId: Id,
  externalId: Type.String({ description: "The shop's own id of this buyer." }),
  proof: OneOf(
    ['verified', 'claimed'] as const,
    'verified: from the shop itself or a token it signed. claimed: only said so.',
  ),
  linkedAt: Instant,
});

/** Set while the buyer is on the blocklist. */
export const Blocklisting = Type.Object({
  reason: Type.String(),
  byId: Nullable(Id),
  byName: Nullable(Type.String()),
  at: Instant,
});

export const BuyerAddress = Type.Object({
  id: Id,
  main: Type.Boolean({ description: 'The one used when no other is named.' }),
  address: MaskedAddress,
});

/** A colleague said that this visitor and that known buyer are one person. It can be taken back. */
export const BuyerMatch = Type.Object({
  buyerId: Id,
  name: Type.String(),
  reason: Type.String(),
  byId: Nullable(Id),
  byName: Nullable(Type.String()),
  at: Instant,
});

/** A buyer in a list. */
export const BuyerSummary = Type.Object({
  id: Id,
  name: Type.String({ description: 'Empty while unknown.' }),
  phone: Nullable(Type.String({ description: 'Covered.' })),
  email: Nullable(Type.String({ description: 'Covered.' })),
  level: Nullable(Type.String({ description: "The shop's own word, e.g. VIP2, PLUS." })),
  friendliness: Nullable(Friendliness),
  tags: Type.Array(BuyerTag),
  blocked: Type.Boolean(),
  verified: Type.Boolean({ description: 'At least one account is verified.' }),
  shopIds: Type.Array(Id),
  updatedAt: Instant,
});

/** The profile of one buyer; phone, e-mail and addresses are covered. */
export const Buyer = Type.Object({
  ...BuyerSummary.properties,
  locale: Nullable(Type.String({ description: 'Language the buyer writes in.' })),
  remark: Type.String(),
  phoneCountry: Nullable(Type.String({ description: 'ISO 3166 code the phone was read in.' })),
  phoneValid: Nullable(
    Type.Boolean({ description: 'False: kept as written, the numbering plan does not know it.' }),
  ),
  blocklisting: Nullable(Blocklisting),
  accounts: Type.Array(BuyerAccount),
  addresses: Type.Array(BuyerAddress),
  match: Nullable(BuyerMatch),
  attributes: Attributes,
  version: Type.Integer({ description: 'Grows with every change.' }),
  createdAt: Instant,
  mirroredAt: Nullable(Instant),
  can: Can,
});

/** A known buyer who may be the same person as a visitor; only a colleague can confirm it. */
export const BuyerCandidate = Type.Object({
  buyer: BuyerSummary,
  why: Type.Array(OneOf(['phone', 'email', 'name'] as const), {
    description: 'What both have in common. Claimed by the visitor, so it proves nothing.',
  }),
});

export const RevealedField = Type.Object({
  field: OneOf(['phone', 'email', 'address'] as const),
  value: Type.String({ description: 'The uncovered text; an address in one line.' }),
  left: Type.Integer({ description: 'How many more reveals this reader has within the hour.' }),
});

export type BuyerShape = Static<typeof Buyer>;
export type BuyerSummaryShape = Static<typeof BuyerSummary>;
