import { endpoint, Strict } from './endpoint.ts';
import { Id, Instant, Nullable, OneOf, Text, Type } from './schema.ts';

export const mergeFields = ['name', 'phone', 'email', 'level', 'friendliness', 'remark'] as const;
export type MergeField = (typeof mergeFields)[number];

const Side = OneOf(['survivor', 'merged'] as const);
const params = Strict({ buyerId: Id });

const Value = Nullable(Type.String({ description: 'Covered where it is personal.' }));

const Person = Type.Object({
  id: Id,
  name: Type.String(),
  accounts: Type.Integer({ description: "In the reader's shops, like what follows." }),
  orders: Type.Integer(),
  conversations: Type.Integer(),
  elsewhere: Type.Boolean({
    description: 'More hangs on this buyer in shops the reader does not see.',
  }),
  blocked: Type.Boolean(),
});

export const previewMerge = endpoint({
  id: 'previewMerge',
  method: 'GET',
  path: '/buyers/:buyerId/merge-preview',
  summary: 'What would come of making two buyers one: where they differ, what both bring.',
  params,
  query: Strict({ otherId: Id }),
  reply: Type.Object({
    survivor: Person,
    merged: Person,
    fields: Type.Array(
      Type.Object({
        field: OneOf(mergeFields),
        survivor: Value,
        merged: Value,
        conflict: Type.Boolean({ description: 'Both have one, and they differ.' }),
        suggested: Side,
      }),
    ),
    tags: Type.Array(Type.String(), { description: 'Of both together.' }),
  }),
  errors: ['buyer.not_found', 'buyer.merge_impossible'],
});

export const mergeBuyers = endpoint({
  id: 'mergeBuyers',
  method: 'POST',
  path: '/buyers/:buyerId/merges',
  summary:
    'Makes the other buyer part of this one: chats, orders and accounts of both stand together. Nothing is moved, so it can be undone.',
  params,
  body: Strict({
    otherId: Id,
    choose: Type.Partial(
      Type.Object(
        Object.fromEntries(mergeFields.map((field) => [field, Side])) as Record<
          MergeField,
          typeof Side
        >,
      ),
      { additionalProperties: false },
    ),
    reason: Text(300, 2),
  }),
  reply: Type.Object({ mergeId: Id }),
  errors: ['buyer.not_found', 'buyer.merge_impossible'],
});

/** One buyer who became part of another. */
export const Merge = Type.Object({
  id: Id,
  mergedId: Id,
  mergedName: Type.String(),
  reason: Type.String(),
  byName: Nullable(Type.String()),
  at: Instant,
  undoneAt: Nullable(Instant),
  restores: Type.Boolean({
    description:
      'Undoing it now also gives the earlier values back; after 30 days it only parts the two.',
  }),
});

export const listBuyerMerges = endpoint({
  id: 'listBuyerMerges',
  method: 'GET',
  path: '/buyers/:buyerId/merges',
  summary: 'Who became part of this buyer, newest first; undone ones stay as history.',
  params,
  reply: Type.Object({ items: Type.Array(Merge) }),
  errors: ['buyer.not_found'],
});

export const undoMerge = endpoint({
  id: 'undoMerge',
  method: 'DELETE',
  path: '/buyers/:buyerId/merges/:mergeId',
  summary:
    'Parts the two again, each with its own history. Within 30 days the values the merge changed come back, where nobody changed them since.',
  params: Strict({ buyerId: Id, mergeId: Id }),
  reply: Type.Object({ mergedId: Id, restored: Type.Boolean() }),
  errors: ['buyer.not_found', 'buyer.merge_not_found'],
});

/** Data of `buyer.merged` and `buyer.parted`. */
export const BuyersMerged = Type.Object({ buyerId: Id, mergedId: Id });
