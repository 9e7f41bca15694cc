import type { InputOf, orders, ReplyOf } from '@guitai/contract';

export type AddressParts = InputOf<typeof orders.changeOrderAddress>['address'];
export type Reading = ReplyOf<typeof orders.readAddress>;
export type Part = keyof AddressParts;

/** Parts of an address in the order in which they are read. */
export const parts: readonly Part[] = [
  'name',
  'phone',
  'country',
  'province',
  'city',
  'district',
  'street',
  'postcode',
];

export const emptyAddress: AddressParts = {
  name: '',
  phone: '',
  country: '',
  province: '',
  city: '',
  district: '',
  street: '',
  postcode: '',
};

const groupOf: Partial<Record<Part, keyof Reading['sure']>> = {
  name: 'name',
  phone: 'phone',
  province: 'region',
  city: 'region',
  district: 'region',
  street: 'street',
};

/** What a person should look at before saving: nobody wrote it, or the reading is not sure of it. */
export function doubtOf(
  part: Part,
  reading: Reading | undefined,
  now: AddressParts,
): 'missing' | 'unsure' | undefined {
  if (!reading || now[part] !== reading.address[part]) return undefined;
  if (now[part] === '') return reading.missing.includes(part) ? 'missing' : undefined;
  const group = groupOf[part];
  return group && !reading.sure[group] ? 'unsure' : undefined;
}

/** Parts worth a row: always those of a home address, country and postcode only where somebody has them. */
export const partsShown = (old: Partial<AddressParts> | null, now: AddressParts): Part[] =>
  parts.filter(
    (part) => (part !== 'country' && part !== 'postcode') || Boolean(old?.[part] || now[part]),
  );
