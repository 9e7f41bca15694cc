/**
 * Parcels on their way: who is asked where they are, what they tell, and which of them need a hand.
 *
 * A parcel itself belongs to its order (`orders`); here stand the carriers' aggregators, what is asked of them and what went wrong.
 */

import { endpoint, Strict } from './endpoint.ts';
import { ofOrder } from './orders.acts.parts.ts';
import { ParcelCause } from './parcels.events.ts';
import {
  Carrier,
  ParcelProvider,
  ParcelRoute,
  ParcelSettings,
  ProblemParcel,
  ProviderKind,
  Secrets,
} from './parcels.shapes.ts';
import { Id, Nullable, OneOf, Page, PageQuery, Text, Type } from './schema.ts';

export * from './parcels.errors.ts';
export * from './parcels.events.ts';
export * from './parcels.shapes.ts';

const provider = Strict({ providerId: Id });

export const listParcelProviders = endpoint({
  id: 'listParcelProviders',
  method: 'GET',
  path: '/parcel-providers',
  summary: 'Who is asked where parcels are, and how each is',
  reply: Type.Object({ items: Type.Array(ParcelProvider) }),
});

export const createParcelProvider = endpoint({
  id: 'createParcelProvider',
  method: 'POST',
  path: '/parcel-providers',
  summary: 'Adds an account at an aggregator; parcels under way are asked of it from then on',
  body: Strict({ kind: ProviderKind, shopId: Nullable(Id), secrets: Secrets }),
  reply: ParcelProvider,
  errors: ['shop.not_found', 'parcel.provider_exists', 'parcel.secret_missing'],
});

export const updateParcelProvider = endpoint({
  id: 'updateParcelProvider',
  method: 'PATCH',
  path: '/parcel-providers/:providerId',
  summary: 'Changes credentials, or switches the provider off and on',
  params: provider,
  body: Strict({ secrets: Type.Optional(Secrets), enabled: Type.Optional(Type.Boolean()) }),
  reply: ParcelProvider,
  errors: ['parcel.provider_not_found'],
});

export const removeParcelProvider = endpoint({
  id: 'removeParcelProvider',
  method: 'DELETE',
  path: '/parcel-providers/:providerId',
  summary: 'Removes a provider with its credentials; what it told stays with the orders',
  params: provider,
  errors: ['parcel.provider_not_found'],
});

export const receiveParcelCallback = endpoint({
  id: 'receiveParcelCallback',
  method: 'POST',
  path: '/parcel-callbacks/:teamId/:providerId',
  summary:
    'Where a provider tells by itself. Verified by its signature and kept before it is answered.',
  params: Strict({ teamId: Id, providerId: Id }),
  transfer: 'raw',
  errors: ['parcel.callback_refused'],
});

export const getParcelSettings = endpoint({
  id: 'getParcelSettings',
  method: 'GET',
  path: '/shops/:shopId/parcel-settings',
  summary: 'When a parcel of the shop needs a hand; what was never set has its default',
  params: Strict({ shopId: Id }),
  reply: ParcelSettings,
  errors: ['shop.not_found'],
});

export const updateParcelSettings = endpoint({
  id: 'updateParcelSettings',
  method: 'PATCH',
  path: '/shops/:shopId/parcel-settings',
  summary: 'Changes the given settings; parcels under way go by them at once',
  params: Strict({ shopId: Id }),
  body: Type.Partial(Strict(ParcelSettings.properties), { additionalProperties: false }),
  reply: ParcelSettings,
  errors: ['shop.not_found'],
});

export const getParcelRoutes = endpoint({
  id: 'getParcelRoutes',
  method: 'GET',
  path: '/orders/:orderId/parcel-routes',
  summary: 'How far each parcel of an order is, how old that is, and what is wrong',
  params: ofOrder,
  reply: Type.Object({ items: Type.Array(ParcelRoute) }),
  errors: ['order.not_found'],
});

export const refreshParcel = endpoint({
  id: 'refreshParcel',
  method: 'POST',
  path: '/parcels/:parcelId/refresh',
  summary: 'Asks the provider now where a parcel is; at most once a minute',
  params: Strict({ parcelId: Id }),
  reply: ParcelRoute,
  errors: [
    'parcel.not_found',
    'parcel.no_provider',
    'parcel.carrier_unknown',
    'parcel.asked_just_now',
    'parcel.not_told',
  ],
});

export const listProblemParcels = endpoint({
  id: 'listProblemParcels',
  method: 'GET',
  path: '/problem-parcels',
  summary:
    'Parcels that need a hand, the longest waiting first; or those that needed one, the latest first',
  query: Strict({
    ...PageQuery,
    state: Type.Optional(OneOf(['open', 'closed'] as const)),
    cause: Type.Optional(ParcelCause),
    shopId: Type.Optional(Id),
  }),
  reply: Type.Object({
    ...Page(ProblemParcel).properties,
    counts: Type.Record(Type.String(), Type.Integer(), { description: 'Open ones by cause.' }),
  }),
  errors: ['list.cursor_invalid'],
});

export const writeToParcelBuyers = endpoint({
  id: 'writeToParcelBuyers',
  method: 'POST',
  path: '/problem-parcels/messages',
  summary:
    'Says the same to the buyers of several problem parcels, each in the own chat; {order}, {carrier} and {number} are filled in. Said once per problem and key.',
  body: Strict({
    problemIds: Type.Array(Id, { minItems: 1, maxItems: 100, uniqueItems: true }),
    text: Text(2000, 1),
  }),
  reply: Type.Object({
    items: Type.Array(
      Type.Object({
        problemId: Id,
        state: OneOf(['sent', 'no_chat', 'refused', 'gone'] as const),
        conversationId: Nullable(Id),
      }),
    ),
  }),
  errors: ['parcel.words_unknown'],
});

export const closeProblemParcel = endpoint({
  id: 'closeProblemParcel',
  method: 'POST',
  path: '/problem-parcels/:problemId/closure',
  summary: 'Says that somebody has seen to it; the parcel is watched on',
  params: Strict({ problemId: Id }),
  reply: ProblemParcel,
  errors: ['parcel.problem_not_found'],
});

export const reopenProblemParcel = endpoint({
  id: 'reopenProblemParcel',
  method: 'DELETE',
  path: '/problem-parcels/:problemId/closure',
  summary: 'Takes that back',
  params: Strict({ problemId: Id }),
  reply: ProblemParcel,
  errors: ['parcel.problem_not_found'],
});

/** A carrier that can be meant. */
const CarrierChoice = Type.Composite([
  Carrier,
  Type.Object({
    fits: Type.Boolean({ description: 'The number has the shape of its numbers.' }),
    own: Type.Boolean({ description: 'The shop ships with it.' }),
  }),
]);

export const listCarriers = endpoint({
  id: 'listCarriers',
  method: 'GET',
  path: '/carriers',
  summary:
    "Carriers by name or code, or those a tracking number could be of; a shop's own come first",
  query: Strict({
    text: Type.Optional(Text(60)),
    number: Type.Optional(Text(60)),
    shopId: Type.Optional(Id),
  }),
  reply: Type.Object({ items: Type.Array(CarrierChoice) }),
});
