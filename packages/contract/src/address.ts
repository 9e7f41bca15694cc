/** Postal addresses, the same in a buyer's profile, on an order and in the buyer's corrections. */
import { Strict } from './endpoint.ts';
import { Nullable, type Static, Text, Type } from './schema.ts';

const parts = {
  name: Text(100, 0, 'Receiver.'),
  phone: Text(40, 0, "Receiver's phone, as given."),
  country: Text(60, 0, 'Country or region as given; empty means the home country of the shop.'),
  province: Text(60, 0, 'Province or state.'),
  city: Text(60),
  district: Text(60, 0, 'District or county.'),
  street: Text(300, 0, 'Street, house, room.'),
  postcode: Text(20),
};

/** An address in parts; what is unknown is empty. */
export const Address = Type.Object(parts);

/** An address as an agent sees it first: name, phone and street are covered until revealed. */
export const MaskedAddress = Type.Object({
  ...parts,
  name: Text(100, 0, 'Covered, e.g. 王*.'),
  phone: Text(40, 0, 'Covered, e.g. 138****4614.'),
  street: Text(300, 0, 'Covered, e.g. 中山****.'),
  masked: Type.Boolean({ description: 'False where the parts stand uncovered.' }),
});

/** An address as somebody writes it; unknown fields are refused. */
export const AddressInput = Strict(parts);

/** An uncovered address with the text the source sent, where it sent one. */
export const RevealedAddress = Type.Object({
  ...parts,
  raw: Nullable(Type.String({ description: 'The whole address in one text, as it came.' })),
});

/** Why somebody looks behind the mask; kept in the audit log. */
export const RevealReason = Text(300, 2, 'Kept in the audit log with the name of the reader.');

export type AddressShape = Static<typeof Address>;
export type MaskedAddressShape = Static<typeof MaskedAddress>;
