/** Saved views: filters of the conversation list under a name, one's own or shared. */
import { endpoint, Strict } from './endpoint.ts';
import { Can, Id, Instant, Nullable, OneOf, type Static, Text, Type } from './schema.ts';

/** Filters of a list of conversations; those given must all fit. */
export const conversationFilters = {
  shopId: Type.Optional(Id),
  buyerId: Type.Optional(Id),
  assigneeId: Type.Optional(Id),
  channelId: Type.Optional(Id),
  tag: Type.Optional(Text(60, 1, 'A tag of the buyer.')),
  orderStatus: Type.Optional(Text(40, 1, 'The buyer has an order in this state in the shop.')),
  since: Type.Optional(Instant),
  until: Type.Optional(Instant),
};

export const ConversationView = OneOf(
  ['mine', 'queue', 'all', 'snoozed', 'resolved', 'spam'] as const,
  'mine, queue, all: longest waiting first, then last word newest first; the others: last word newest first.',
);

export const SavedFilter = Strict({ view: ConversationView, ...conversationFilters });
export const SavedViewScope = OneOf(['personal', 'team', 'shop'] as const);

export const SavedView = Type.Object({
  id: Id,
  name: Type.String(),
  scope: SavedViewScope,
  shopId: Nullable(Id),
  filter: SavedFilter,
  count: Type.Integer({
    description:
      'Conversations in it that this reader may see, counted up to 1,000: what is more is said as 1,000.',
    maximum: 1000,
  }),
  can: Can,
});
export type SavedViewShape = Static<typeof SavedView>;

export const listSavedViews = endpoint({
  id: 'listSavedViews',
  method: 'GET',
  path: '/saved-views',
  summary: "The reader's own views and those shared with them, each with its count",
  reply: Type.Object({ items: Type.Array(SavedView) }),
  errors: [],
});

export const createSavedView = endpoint({
  id: 'createSavedView',
  method: 'POST',
  path: '/saved-views',
  summary: 'Keep filters under a name, for oneself, for the team, for those of a shop',
  body: Strict({
    name: Text(60, 1),
    scope: SavedViewScope,
    shopId: Type.Optional(Id),
    filter: SavedFilter,
  }),
  reply: SavedView,
  errors: [
    'access.denied',
    'saved_view.shop_missing',
    'saved_view.beyond_reach',
    'saved_view.too_many',
    'saved_view.name_taken',
  ],
});

export const deleteSavedView = endpoint({
  id: 'deleteSavedView',
  method: 'DELETE',
  path: '/saved-views/:savedViewId',
  summary: 'Take a view away',
  params: Strict({ savedViewId: Id }),
  reply: Type.Object({ id: Id }),
  errors: ['saved_view.not_found', 'access.denied'],
});
