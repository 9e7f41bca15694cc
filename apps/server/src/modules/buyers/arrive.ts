import type { Actor } from '../../kernel/actor.ts';
import { newId } from '../../kernel/ids.ts';
import type { Tx } from '../../kernel/tx.ts';
import {
  findVerified,
  insertAccount,
  insertBuyer,
  lockAccount,
  readContact,
} from './arrive.store.ts';
import { buyerChanged, buyerCreated } from './events.ts';
import { readPhone } from './phone.rules.ts';
import { writeFields } from './profile.store.ts';
import { tell } from './tell.ts';

/** What somebody says of themselves, or a shop says of them. */
export interface Contact {
  readonly name?: string | undefined;
  readonly email?: string | undefined;
  readonly phone?: string | undefined;
  readonly locale?: string | undefined;
  /** ISO 3166 code in which a phone number without a country is read; China unless told. */
  readonly country?: string | undefined;
}

const contactColumns = ({ name, email, phone, locale, country }: Contact) => {
  const read = phone === undefined ? null : readPhone(phone, country);
  return {
    ...(name ? { name } : {}),
    ...(email ? { email: email.toLowerCase() } : {}),
    ...(locale ? { locale } : {}),
    ...(read ? { phone: read.number, phone_country: read.country, phone_valid: read.valid } : {}),
  };
};

/**
 * Makes a buyer out of a visitor's first word. What the visitor claims is kept on this buyer alone: it finds nobody,
 * shows nothing of anybody and joins nobody.
 */
export async function createVisitorBuyer(
  actor: Actor,
  tx: Tx,
  input: Contact & { readonly shopId: string },
): Promise<{ buyerId: string }> {
  const buyerId = newId();
  await insertBuyer(tx, buyerId, input.shopId, 'claimed', contactColumns(input));
  await tell(actor, tx, buyerCreated, buyerId, []);
  return { buyerId };
}

/** Keeps what a visitor tells later (the form before the chat); claimed, so it never touches a verified contact. */
export async function claimContact(
  actor: Actor,
  tx: Tx,
  buyerId: string,
  contact: Contact,
): Promise<void> {
  const before = await readContact(tx, buyerId);
  const columns = contactColumns(contact);
  if (!before || before.contact_proof === 'verified' || Object.keys(columns).length === 0) return;
  await writeFields(tx, buyerId, columns);
  await tell(actor, tx, buyerChanged, buyerId, Object.keys(columns));
}

/**
 * The buyer a shop vouches for (a signed token, an order of the shop): found by the shop's own id, or made. What the shop
 * tells fills what is empty. Rivals with the same id get the same buyer.
 */
export async function ensureVerifiedBuyer(
  actor: Actor,
  tx: Tx,
  input: Contact & { readonly shopId: string; readonly externalId: string },
): Promise<{ buyerId: string; created: boolean }> {
  const { shopId, externalId } = input;
  const known = await findVerified(tx, shopId, externalId);
  if (known) {
    await fillEmpty(actor, tx, known, input);
    return { buyerId: known, created: false };
  }
  await lockAccount(tx, shopId, externalId);
  const rival = await findVerified(tx, shopId, externalId);
  if (rival) return { buyerId: rival, created: false };
  const buyerId = newId();
  await insertBuyer(tx, buyerId, shopId, 'verified', contactColumns(input));
  await insertAccount(tx, { buyerId, shopId, externalId, proof: 'verified' });
  await tell(actor, tx, buyerCreated, buyerId, []);
  return { buyerId, created: true };
}

async function fillEmpty(actor: Actor, tx: Tx, buyerId: string, contact: Contact): Promise<void> {
  const before = await readContact(tx, buyerId);
  const wanted = contactColumns(contact);
  const columns = Object.fromEntries(
    Object.entries(wanted).filter(
      ([key]) => !before?.[key as 'name' | 'email' | 'phone' | 'locale'],
    ),
  );
  if (before?.phone) for (const key of ['phone_country', 'phone_valid']) delete columns[key];
  if (Object.keys(columns).length === 0) return;
  await writeFields(tx, buyerId, columns);
  await tell(actor, tx, buyerChanged, buyerId, Object.keys(columns));
}
