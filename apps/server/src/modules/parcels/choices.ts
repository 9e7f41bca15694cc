import type { InputOf, parcels } from '@guitai/contract';
import type { StaffActor } from '../../kernel/actor.ts';
import { can } from '../../kernel/can.ts';
import type { Tx } from '../../kernel/tx.ts';
import { type Carrier, carrierNamed, carriersLike, carriersOfNumber } from './carriers.rules.ts';
import { usedCarriers } from './choices.store.ts';

/** Carriers a shop ships with, the most used first. */
async function ownOf(tx: Tx, shopId: string): Promise<Carrier[]> {
  const named = (await usedCarriers(tx, shopId)).map(
    ({ carrier, name }) =>
      carrierNamed(carrier) ??
      carrierNamed(name) ?? { code: carrier || name, name: name || carrier },
  );
  return [...new Map(named.map((one) => [one.code, one])).values()];
}

/**
 * Which carrier a parcel goes with: by its number those that fit, the shop's own before others; then the rest of the shop's own.
 * By words: those that are called so.
 */
export async function listCarriers(
  actor: StaffActor,
  tx: Tx,
  { text = '', number = '', shopId }: InputOf<typeof parcels.listCarriers>,
) {
  const seen = shopId !== undefined && can(actor, 'parcels.read', { shop: shopId }) === 'yes';
  const own = seen ? await ownOf(tx, shopId) : [];
  const rank = ({ code }: Carrier) => {
    const at = own.findIndex((one) => one.code === code);
    return at < 0 ? own.length : at;
  };
  const fitting = number === '' ? [] : carriersOfNumber(number);
  const byWords = number === '' ? (text === '' && own.length > 0 ? own : carriersLike(text)) : own;
  const all = [...fitting.toSorted((a, b) => rank(a) - rank(b)), ...byWords];
  const items = [...new Map(all.map((one) => [one.code, one])).values()];
  return {
    items: items.slice(0, 12).map((one) => ({
      ...one,
      fits: fitting.some(({ code }) => code === one.code),
      own: rank(one) < own.length,
    })),
  };
}
