/** Where an order goes, and where the buyer's orders go by default. */
import { Address, AddressInput } from './address.ts';
import { endpoint, Strict } from './endpoint.ts';
import { actRefusals, ofOrder } from './orders.acts.parts.ts';
import { actBody, OrderActed } from './orders.acts.shapes.ts';
import { Id, OneOf, Text, Type } from './schema.ts';

export const changeOrderAddress = endpoint({
  id: 'changeOrderAddress',
  method: 'PUT',
  path: '/orders/:orderId/address',
  summary:
    "Changes where an order goes, until it is handed over. The buyer's default address stays as it is.",
  params: ofOrder,
  body: actBody({ address: AddressInput }),
  reply: OrderActed,
  errors: [...actRefusals, 'order.address_same', 'order.address_incomplete'],
});

export const AddressReading = Type.Object({
  address: Address,
  region: OneOf(
    ['checked', 'unknown', 'contradictory', 'foreign'] as const,
    'checked: the parts of the region belong together. foreign: outside of the known regions.',
  ),
  missing: Type.Array(Type.String(), { description: 'Parts nobody wrote: name, phone, …' }),
  sure: Type.Object(
    {
      name: Type.Boolean(),
      phone: Type.Boolean(),
      region: Type.Boolean(),
      street: Type.Boolean(),
    },
    { description: 'What may be taken over without a look.' },
  ),
  problems: Type.Array(Type.String(), { description: 'Why a person should look at it.' }),
  choices: Type.Array(
    Type.Object({ province: Type.String(), city: Type.String(), district: Type.String() }),
    { description: 'Regions it might be, where the text leaves it open; at most five.' },
  ),
  rest: Type.String({ description: 'What could not be placed.' }),
});

export const readAddress = endpoint({
  id: 'readAddress',
  method: 'POST',
  path: '/address-readings',
  summary: 'Reads pasted text into the parts of an address and checks the region. Keeps nothing.',
  body: Strict({
    text: Text(2000, 1),
    country: Type.Optional(Text(60, 0, 'Where nothing in the text says otherwise.')),
  }),
  reply: AddressReading,
  errors: [],
});

export const changeDefaultAddress = endpoint({
  id: 'changeDefaultAddress',
  method: 'PUT',
  path: '/buyers/:buyerId/default-address',
  summary: "Changes the buyer's default address. No order's address changes with it.",
  params: Strict({ buyerId: Id }),
  body: Strict({ address: AddressInput }),
  errors: ['buyer.not_found', 'order.address_same', 'order.address_incomplete'],
});
