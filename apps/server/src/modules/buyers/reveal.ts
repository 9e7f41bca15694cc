import type { buyers, InputOf } from '@guitai/contract';
import type { StaffActor } from '../../kernel/actor.ts';
import { isRefusal, type Refusal, refuse } from '../../kernel/refusal.ts';
import type { Bare } from '../../kernel/route.ts';
import type { Tx } from '../../kernel/tx.ts';
import { record, recordRefusal } from '../audit/index.ts';
import { spendReveal } from './budget.ts';
import { reachBuyer } from './buyer.ts';
import { readAddressLine, readContactField } from './reveal.store.ts';

type Wish = InputOf<typeof buyers.revealBuyerField>;

const readField = (tx: Tx, buyerId: string, { field, addressId }: Wish): Promise<string | null> =>
  field === 'address'
    ? readAddressLine(tx, buyerId, addressId ?? null)
    : readContactField(tx, buyerId, field);

async function uncover(actor: StaffActor, tx: Tx, input: Wish) {
  const buyer = await reachBuyer(actor, tx, input.buyerId, 'buyers.reveal');
  if (isRefusal(buyer)) return buyer;
  const value = await readField(tx, buyer.id, input);
  if (value === null) return refuse('buyer.field_empty');
  const left = await spendReveal(actor, tx);
  if (isRefusal(left)) return left;
  record(tx, actor, {
    action: 'buyer.field_revealed',
    subject: { kind: 'buyer', id: buyer.id },
    after: { field: input.field },
    reason: input.reason,
    shop: buyer.shop_ids[0] ?? null,
  });
  return { field: input.field, value, left };
}

/** Puts a refused look behind the mask on record, in a transaction of its own. */
export const recordRefusedReveal = (
  actor: StaffActor,
  { db }: Bare,
  subject: { kind: string; id: string },
  refusal: Refusal,
): Promise<void> =>
  recordRefusal(db, actor.team, actor, {
    action: `${subject.kind}.field_revealed`,
    subject,
    reason: refusal.code,
  });

/**
 * Shows one covered field to this reader, with the reason on record. It opens its own transaction so that the uncovered
 * text is not kept beside an idempotency key; a repetition is one more look.
 */
export async function revealBuyerField(actor: StaffActor, bare: Bare, input: Wish) {
  const result = await bare.db.write(actor, (tx) => uncover(actor, tx, input));
  if (isRefusal(result)) {
    await recordRefusedReveal(actor, bare, { kind: 'buyer', id: input.buyerId }, result);
  }
  return result;
}
