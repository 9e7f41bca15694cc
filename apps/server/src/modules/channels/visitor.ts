import type { BuyerActor } from '../../kernel/actor.ts';
import { clock } from '../../kernel/clock.ts';
import { emit } from '../../kernel/events.ts';
import { newId } from '../../kernel/ids.ts';
import { type Refusal, refuse } from '../../kernel/refusal.ts';
import type { Tx } from '../../kernel/tx.ts';
import { hashToken, randomSecret } from '../access/index.ts';
import {
  type Contact,
  claimContact,
  createVisitorBuyer,
  ensureVerifiedBuyer,
} from '../buyers/index.ts';
import { visitorEntered, visitorIdentified, visitorSignedOut } from './events.ts';
import type { Identity } from './identity.ts';
import type { VisitorRow } from './tables.ts';
import {
  bindBuyer,
  hashOfVisitor,
  insertVisitor,
  isSpent,
  lockSecret,
  rotate,
  signOut,
  visitorOfHash,
} from './visitor.store.ts';

/** So long the shop's word for a visitor holds after it was given. */
const vouchedMs = 12 * 3_600_000;
/** So old a secret may become before the next visit replaces it. */
const rotateAfterMs = 24 * 3_600_000;

const identities = new WeakMap<BuyerActor, Identity>();

/** Remembers what the shop said of the one who asks, for the moment a visitor is made of them. */
export const vouchFor = (actor: BuyerActor, identity: Identity): void =>
  void identities.set(actor, identity);

/** A visitor who is known to exist. */
export type KnownVisitor = BuyerActor & { readonly visitor: string; readonly buyer: string };

export const isKnown = (actor: BuyerActor): actor is KnownVisitor =>
  actor.visitor !== null && actor.buyer !== null;

/**
 * The visitor behind the first word: made now, with a buyer, unless a rival request of the same browser just did.
 * Refuses a secret that was signed out, and a request without one.
 */
export async function enterVisitor(
  actor: BuyerActor,
  tx: Tx,
  contact: Contact,
  locale: BuyerActor['locale'] = actor.locale,
): Promise<KnownVisitor | Refusal<'visitor.unknown'>> {
  if (isKnown(actor)) {
    if (Object.keys(contact).length > 0) await claimContact(actor, tx, actor.buyer, contact);
    return actor;
  }
  if (actor.visitorSecret === null) return refuse('visitor.unknown');
  const hash = hashToken(actor.visitorSecret);
  await lockSecret(tx, hash);
  const rival = await visitorOfHash(tx, actor.channel, hash);
  if (rival) return { ...actor, visitor: rival.id, buyer: rival.buyerId, verified: rival.verified };
  if (await isSpent(tx, actor.channel, hash)) return refuse('visitor.unknown');
  const buyer = await buyerFor(actor, tx, { ...contact, locale });
  const visitor = newId();
  const verified = identities.has(actor);
  const verifiedUntil = verified ? new Date(clock.now() + vouchedMs) : null;
  await insertVisitor(tx, {
    id: visitor,
    channelId: actor.channel,
    buyerId: buyer,
    hash,
    locale,
    verifiedUntil,
  });
  const entered: KnownVisitor = { ...actor, visitor, buyer, verified };
  const data = { visitorId: visitor, channelId: actor.channel, buyerId: buyer };
  const reach = { shop: actor.shop };
  emit(tx, visitorEntered, { subject: visitor, reach, actor: entered, data });
  return entered;
}

/** What two sockets of one browser have in common before it is a visitor; null without a secret. */
export const markOf = ({ channel, visitorSecret }: BuyerActor): string | null =>
  visitorSecret === null ? null : `${channel} ${hashToken(visitorSecret).toString('hex')}`;

/** The same of a visitor who has just entered; null when they are gone already. */
export async function markOfVisitor(tx: Tx, channel: string, id: string): Promise<string | null> {
  const hash = await hashOfVisitor(tx, id);
  return hash ? `${channel} ${hash.toString('hex')}` : null;
}

/** Who has come to be behind the secret of an actor nobody was behind; null when there still is nobody. */
export async function knownSince(actor: BuyerActor, tx: Tx): Promise<KnownVisitor | null> {
  if (actor.visitorSecret === null) return null;
  const row = await visitorOfHash(tx, actor.channel, hashToken(actor.visitorSecret));
  return row ? { ...actor, visitor: row.id, buyer: row.buyerId, verified: row.verified } : null;
}

async function buyerFor(actor: BuyerActor, tx: Tx, contact: Contact): Promise<string> {
  const identity = identities.get(actor);
  const said = { ...contact, shopId: actor.shop };
  if (!identity) return (await createVisitorBuyer(actor, tx, said)).buyerId;
  const { externalId, name, email, phone } = identity;
  const vouched = { shopId: actor.shop, externalId, name, email, phone, locale: contact.locale };
  return (await ensureVerifiedBuyer(actor, tx, vouched)).buyerId;
}

/** The shop vouches for a visitor who already writes: they become that buyer, on this browser. */
export async function identifyVisitorAs(
  actor: BuyerActor,
  tx: Tx,
  visitor: VisitorRow,
  identity: Identity,
): Promise<string> {
  const { externalId, name, email, phone } = identity;
  const vouched = { shopId: actor.shop, externalId, name, email, phone, locale: actor.locale };
  const { buyerId } = await ensureVerifiedBuyer(actor, tx, vouched);
  await bindBuyer(tx, visitor.id, buyerId, new Date(clock.now() + vouchedMs));
  if (buyerId !== visitor.buyerId) {
    const data = {
      visitorId: visitor.id,
      channelId: actor.channel,
      fromBuyerId: visitor.buyerId,
      toBuyerId: buyerId,
      // A word that ran out still named a person: what they wrote is not the next one's on this browser.
      wasVerified: visitor.proven,
    };
    emit(tx, visitorIdentified, { subject: visitor.id, reach: { shop: actor.shop }, actor, data });
  }
  return buyerId;
}

/** WID-04: a secret older than a day is replaced; the old one stays good for ten minutes. Null when there is no need. */
export async function renewSecret(
  tx: Tx,
  visitor: VisitorRow,
  secret: string,
): Promise<string | null> {
  if (!visitor.current || clock.now() - visitor.rotatedAt.getTime() < rotateAfterMs) return null;
  const fresh = randomSecret();
  return (await rotate(tx, visitor.id, hashToken(secret), hashToken(fresh))) ? fresh : null;
}

/** Forgets the browser: its secret opens nothing any more, here or on an open socket. */
export async function signOutVisitor(actor: BuyerActor, tx: Tx): Promise<void> {
  if (actor.visitor === null || !(await signOut(tx, actor.visitor))) return;
  const data = { visitorId: actor.visitor, buyerId: actor.buyer };
  emit(tx, visitorSignedOut, { subject: actor.visitor, reach: { shop: actor.shop }, actor, data });
}
