/** The sample shop: invented products, buyers, orders and conversations to try the product with, gone by one click. */
import { endpoint } from './endpoint.ts';
import { defineErrors } from './errors.ts';
import { Can, Id, Instant, Nullable, Type } from './schema.ts';

export const SampleShop = Type.Object({
  loaded: Type.Boolean(),
  shopId: Nullable(Id),
  loadedAt: Nullable(Instant),
  counts: Type.Object({
    products: Type.Integer(),
    buyers: Type.Integer(),
    orders: Type.Integer(),
    conversations: Type.Integer(),
    members: Type.Integer(),
  }),
  can: Can,
});

export const getSampleShop = endpoint({
  id: 'getSampleShop',
  method: 'GET',
  path: '/sample-shop',
  summary: 'Whether the sample shop is here, and what it holds.',
  reply: SampleShop,
});

export const loadSampleShop = endpoint({
  id: 'loadSampleShop',
  method: 'PUT',
  path: '/sample-shop',
  summary: 'Brings the sample shop in; a second time changes nothing.',
  reply: SampleShop,
});

export const removeSampleShop = endpoint({
  id: 'removeSampleShop',
  method: 'DELETE',
  path: '/sample-shop',
  summary:
    'Takes the sample shop away with everything in it, also what was added to it by trying; nothing else is touched. The log and the audit stay.',
  reply: SampleShop,
});

export const sampleErrors = defineErrors({});
