import type { InputOf, orders, ReplyOf } from '@guitai/contract';
import type { StaffActor } from '../../kernel/actor.ts';
import { isRefusal, refuse } from '../../kernel/refusal.ts';
import type { Tx } from '../../kernel/tx.ts';
import { type AddressReading, readAddressText, updateBuyer } from '../buyers/index.ts';
import { missingIn, trimmed } from './address.rules.ts';

type Reply = ReplyOf<typeof orders.readAddress>;

function regionWord({ sure, problems, choices }: AddressReading): Reply['region'] {
  if (problems.includes('foreign')) return 'foreign';
  if (sure.region) return 'checked';
  return choices.length > 0 ? 'contradictory' : 'unknown';
}

/** Reads pasted text into the parts of an address. */
export async function readAddress(
  _actor: StaffActor,
  _tx: Tx,
  { text, country }: InputOf<typeof orders.readAddress>,
): Promise<Reply> {
  const reading = readAddressText(text, country);
  return {
    address: reading.address,
    region: regionWord(reading),
    missing: missingIn(reading.address, null),
    sure: reading.sure,
    problems: [...reading.problems],
    choices: reading.choices.map((choice) => ({ ...choice })),
    rest: reading.rest,
  };
}

/** Changes the buyer's default address; orders keep theirs. */
export async function changeDefaultAddress(
  actor: StaffActor,
  tx: Tx,
  input: InputOf<typeof orders.changeDefaultAddress>,
) {
  const address = trimmed(input.address);
  if (address.street === '') return refuse('order.address_incomplete', { missing: ['street'] });
  const changed = await updateBuyer(actor, tx, { buyerId: input.buyerId, address });
  // An address alone has neither e-mail nor phone to be wrong.
  if (isRefusal(changed)) return refuse('buyer.not_found');
}
