import { type BuyerContact, type Kin, readPhone } from '../buyers/index.ts';
import type { Digest } from './digest.rules.ts';

export type Contact = Pick<BuyerContact, 'id' | 'phone' | 'email'>;

/** A number in the one form all its ways of writing come to: `138 1234 5678` and `+86 13812345678` are `8613812345678`. */
const plainPhone = (phone: string): string =>
  (readPhone(phone)?.number ?? phone).replace(/\D/g, '');

/** Digests of the number and the address a buyer is reached by: by them a no is known again when the buyer is not. */
export const contactHashes = (
  team: string,
  { phone, email }: Pick<BuyerContact, 'phone' | 'email'>,
  digest: Digest,
): string[] =>
  [phone === null ? '' : plainPhone(phone), (email ?? '').trim().toLowerCase()]
    .filter((way) => way !== '')
    .map((way) => digest(team, way));

/** Buyers each beside a digest of theirs. */
export const pairsOf = (team: string, contacts: readonly Contact[], digest: Digest) =>
  contacts.flatMap((contact) =>
    contactHashes(team, contact, digest).map((hash) => ({ buyer: contact.id, hash })),
  );

/** Buyers each beside a digest of a row that is them as far as anybody can tell. */
export const kinPairs = (team: string, kin: readonly Kin[], digest: Digest) =>
  kin.flatMap((row) => contactHashes(team, row, digest).map((hash) => ({ buyer: row.of, hash })));
