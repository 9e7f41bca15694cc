import type { buyers, InputOf } from '@guitai/contract';
import type { StaffActor } from '../../kernel/actor.ts';
import { emit } from '../../kernel/events.ts';
import { isRefusal, refuse } from '../../kernel/refusal.ts';
import type { Tx } from '../../kernel/tx.ts';
import { record } from '../audit/index.ts';
import { shopsSeen } from './acts.ts';
import { getBuyer, reachBuyer } from './buyer.ts';
import { buyerMatched, buyerUnmatched } from './events.ts';
import { deleteMatch, insertMatch, readCandidates } from './match.store.ts';

/** Verified buyers who share the phone, e-mail or full name a visitor claims; a colleague decides. */
export async function listBuyerCandidates(
  actor: StaffActor,
  tx: Tx,
  { buyerId }: InputOf<typeof buyers.listBuyerCandidates>,
) {
  const seen = await getBuyer(actor, tx, { buyerId });
  if (isRefusal(seen)) return seen;
  return { items: await readCandidates(tx, buyerId, shopsSeen(actor, 'buyers.read')) };
}

const tellOf = (
  actor: StaffActor,
  tx: Tx,
  event: typeof buyerMatched | typeof buyerUnmatched,
  shops: readonly string[],
  data: { buyerId: string; matchedBuyerId: string },
) => {
  for (const shop of shops)
    emit(tx, event, { subject: data.buyerId, reach: { shop }, actor, data });
};

/** States that a visitor is a known buyer. The visitor gains nothing by it: only colleagues see both together. */
export async function confirmBuyerMatch(
  actor: StaffActor,
  tx: Tx,
  input: InputOf<typeof buyers.confirmBuyerMatch>,
) {
  const buyer = await reachBuyer(actor, tx, input.buyerId, 'buyers.edit');
  if (isRefusal(buyer)) return buyer;
  const known = await reachBuyer(actor, tx, input.matchedBuyerId, 'buyers.edit');
  if (isRefusal(known)) return known;
  const stated = await insertMatch(tx, {
    buyerId: buyer.id,
    matchedId: known.id,
    reason: input.reason,
    by: actor.kind === 'member' ? actor.member : null,
  });
  if (!stated) return refuse('buyer.match_impossible');
  record(tx, actor, {
    action: 'buyer.matched',
    subject: { kind: 'buyer', id: buyer.id },
    after: { matchedBuyerId: known.id },
    reason: input.reason,
    shop: buyer.shop_ids[0] ?? null,
  });
  const data = { buyerId: buyer.id, matchedBuyerId: known.id };
  tellOf(actor, tx, buyerMatched, buyer.shop_ids, data);
  return getBuyer(actor, tx, input);
}

/** Takes the statement back; nothing was moved, so nothing is lost. */
export async function removeBuyerMatch(
  actor: StaffActor,
  tx: Tx,
  input: InputOf<typeof buyers.removeBuyerMatch>,
) {
  const buyer = await reachBuyer(actor, tx, input.buyerId, 'buyers.edit');
  if (isRefusal(buyer)) return buyer;
  const matchedBuyerId = await deleteMatch(tx, buyer.id);
  if (matchedBuyerId === null) return refuse('buyer.not_matched');
  record(tx, actor, {
    action: 'buyer.unmatched',
    subject: { kind: 'buyer', id: buyer.id },
    before: { matchedBuyerId },
    shop: buyer.shop_ids[0] ?? null,
  });
  tellOf(actor, tx, buyerUnmatched, buyer.shop_ids, { buyerId: buyer.id, matchedBuyerId });
  return getBuyer(actor, tx, input);
}
