import type { StaffActor } from '../../kernel/actor.ts';
import { can } from '../../kernel/can.ts';
import { refuse } from '../../kernel/refusal.ts';
import type { Tx } from '../../kernel/tx.ts';
import { record } from '../audit/index.ts';
import { findShop } from './find-shop.ts';

/** Settings another module has of each shop. */
export interface OwnSettings<S extends object> {
  /** Permissions that let them be seen, and changed. */
  readonly seenBy: string;
  readonly changedBy: string;
  /** What the audit calls a change. */
  readonly action: string;
  readonly inForce: (tx: Tx, shopId: string) => Promise<S>;
  /** Sets the given ones and leaves the others. */
  readonly write: (tx: Tx, shopId: string, change: Partial<S>) => Promise<unknown>;
}

const reaches = async (actor: StaffActor, tx: Tx, permission: string, shopId: string) =>
  can(actor, permission, { shop: shopId }) === 'yes' && (await findShop(tx, shopId)) !== null;

/** The settings in force of a shop the reader sees. */
export const getOwnSettings = async <S extends object>(
  actor: StaffActor,
  tx: Tx,
  { shopId, own }: { readonly shopId: string; readonly own: OwnSettings<S> },
) =>
  (await reaches(actor, tx, own.seenBy, shopId))
    ? own.inForce(tx, shopId)
    : refuse('shop.not_found');

/** Changes the given settings; two people who change different ones at once both keep theirs. */
export async function changeOwnSettings<S extends object>(
  actor: StaffActor,
  tx: Tx,
  input: { readonly shopId: string; readonly own: OwnSettings<S>; readonly change: Partial<S> },
) {
  const { shopId, own, change } = input;
  if (!(await reaches(actor, tx, own.changedBy, shopId))) return refuse('shop.not_found');
  const before = await own.inForce(tx, shopId);
  await own.write(tx, shopId, change);
  const names = Object.keys(change) as (keyof S)[];
  record(tx, actor, {
    action: own.action,
    subject: { kind: 'shop', id: shopId },
    before: Object.fromEntries(names.map((name) => [name, before[name]])),
    after: change,
    shop: shopId,
  });
  return own.inForce(tx, shopId);
}
