import type { Actor } from '../../kernel/actor.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import type { Tx } from '../../kernel/tx.ts';
import { returnStock, takeStock } from '../catalog/index.ts';
import { freesGoods, type State } from './case.rules.ts';
import { freeOnce, freePieces } from './claim.store.ts';
import type { CaseLineRow, CaseRow } from './tables.ts';

interface Held {
  readonly row: Pick<CaseRow, 'id' | 'kind' | 'state' | 'shop_id' | 'order_id' | 'inspection'>;
  readonly lines: readonly CaseLineRow[];
}

const old = (lines: readonly CaseLineRow[]) =>
  lines.flatMap(({ variantId, quantity }) => (variantId ? [{ variantId, quantity }] : []));

const instead = (lines: readonly CaseLineRow[]) =>
  lines.flatMap(({ newVariantId, quantity }) =>
    newVariantId ? [{ variantId: newVariantId, quantity }] : [],
  );

/** What goes out with the case: the new goods of an exchange, the same once more of a resend. */
const outgoing = ({ row, lines }: Held) => {
  if (row.kind === 'exchange') return instead(lines);
  return row.kind === 'resend' ? old(lines) : [];
};

/** Takes out of stock what will be sent, as soon as the case is accepted. */
export const reserve = async (actor: Actor, tx: Tx, held: Held) => {
  const wanted = outgoing(held);
  if (wanted.length === 0) return null;
  const taken = await takeStock(actor, tx, held.row.shop_id, wanted);
  return isRefusal(taken) ? taken : null;
};

/** Goods that came back and can be sold again. */
export const putBack = (actor: Actor, tx: Tx, { row, lines }: Held) =>
  row.kind === 'repair' ? undefined : returnStock(actor, tx, row.shop_id, old(lines), 'sold');

const accepted: readonly State[] = ['accepted', 'waiting_goods', 'received', 'inspected'];

/**
 * A case that comes to nothing: its goods are free for another, what was to be sent goes back into stock, and goods that
 * had come back sellable leave stock again, for they return to the buyer.
 */
export async function release(actor: Actor, tx: Tx, held: Held) {
  const { row, lines } = held;
  await freePieces(tx, row.order_id, lines);
  await freeOnce(tx, row.order_id, row.id);
  if (accepted.includes(row.state)) await returnStock(actor, tx, row.shop_id, outgoing(held));
  const wasSellable = row.state === 'inspected' && row.inspection?.result === 'sellable';
  if (!wasSellable || row.kind === 'repair') return null;
  const taken = await takeStock(actor, tx, row.shop_id, old(lines));
  return isRefusal(taken) ? taken : null;
}

/** A settled case whose goods stay with the buyer: they may stand in another case later. */
export const freeAfter = async (tx: Tx, { row, lines }: Held): Promise<void> => {
  if (freesGoods(row.kind)) await freePieces(tx, row.order_id, lines);
};
