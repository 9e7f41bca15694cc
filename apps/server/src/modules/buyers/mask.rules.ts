import type { AddressShape, MaskedAddressShape } from '@guitai/contract';

/** What is shown of personal data before somebody reveals it; the database covers screens by the same rules. */

/** `+8613812344614` → `138****4614`. */
export function maskPhone(phone: string): string {
  const digits = phone.replace(/^\+86/, '').replace(/[^0-9]/g, '');
  if (digits.length < 7) return '*'.repeat(digits.length);
  return `${digits.slice(0, 3)}****${digits.slice(-Math.min(4, digits.length - 6))}`;
}

/** `li@example.com` → `l***@example.com`. */
export function maskEmail(email: string): string {
  const at = email.indexOf('@');
  return at > 0 ? `${[...email][0]}***${email.slice(at)}` : '***';
}

/** `王晓敏` → `王**`. */
export const maskName = (name: string): string => (name === '' ? '' : `${[...name][0]}**`);

/** `中山北路231号` → `中山北****`. */
export function maskStreet(street: string): string {
  const characters = [...street];
  if (characters.length === 0) return '';
  return `${characters.slice(0, Math.min(4, Math.floor(characters.length / 3))).join('')}****`;
}

/** Covers name, phone and street; the region stays. */
export const maskAddress = (address: AddressShape): MaskedAddressShape => ({
  ...address,
  name: maskName(address.name),
  phone: maskPhone(address.phone),
  street: maskStreet(address.street),
  masked: true,
});
