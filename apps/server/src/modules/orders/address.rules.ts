import type { AddressShape } from '@guitai/contract';

const names = [
  'name',
  'phone',
  'country',
  'province',
  'city',
  'district',
  'street',
  'postcode',
] as const;

/** The address without blanks around its parts. */
export const trimmed = (address: AddressShape): AddressShape =>
  Object.fromEntries(names.map((name) => [name, address[name].trim()])) as AddressShape;

export const sameAddress = (a: AddressShape, b: AddressShape): boolean =>
  names.every((name) => a[name].trim() === b[name].trim());

/** What an address lacks to be delivered to: a street, and whoever the one before it named. */
export const missingIn = (address: AddressShape, before: AddressShape | null): string[] =>
  (['name', 'phone', 'street'] as const).filter(
    (part) => address[part] === '' && (part === 'street' || before === null || before[part] !== ''),
  );

/** Where an address lies, without who lives there. */
export const regionOf = (address: AddressShape): string =>
  [address.country, address.province, address.city, address.district].filter(Boolean).join(' ');
