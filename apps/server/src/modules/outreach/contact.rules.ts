import { type BuyerContact, readPhone } from '../buyers/index.ts';
import { recipientHash } from './roads.ts';

/** A number in the one form all its ways of writing come to: `138 1234 5678` and `+86 13812345678` are `8613812345678`. */
const plainPhone = (phone: string): string =>
  (readPhone(phone)?.number ?? phone).replace(/\D/g, '');

/** Digests of the number and the address a buyer is reached by: by them a no is known again when the buyer is not. */
export const contactHashes = (
  team: string,
  { phone, email }: Pick<BuyerContact, 'phone' | 'email'>,
): string[] =>
  [phone === null ? '' : plainPhone(phone), (email ?? '').trim().toLowerCase()]
    .filter((way) => way !== '')
    .map((way) => recipientHash(team, way));
