import { buyers, type InputOf } from '@guitai/contract';
import type { StaffActor } from '../../kernel/actor.ts';
import { now } from '../../kernel/clock.ts';
import { emit } from '../../kernel/events.ts';
import { newId } from '../../kernel/ids.ts';
import { isRefusal, refuse } from '../../kernel/refusal.ts';
import type { Tx } from '../../kernel/tx.ts';
import { record } from '../audit/index.ts';
import { shopsSeen } from './acts.ts';
import { reachBuyer } from './buyer.ts';
import { buyerChanged, buyerMerged, buyerParted } from './events.ts';
import { maskEmail, maskPhone } from './mask.rules.ts';
import { isConflict, mergedPerson, type Person, restored, suggested } from './merge.rules.ts';
import {
  copyBlock,
  dropCopiedBlock,
  endMerge,
  insertMerge,
  lockMerge,
  lockPersons,
  mergesOf,
  type PersonRow,
  readPersons,
  rootOf,
} from './merge.store.ts';
import { writeFields } from './profile.store.ts';
import { tell } from './tell.ts';

const restoredForMs = 30 * 86_400_000;
const me = (actor: StaffActor) => (actor.kind === 'member' ? actor.member : null);

/** Both as they are, in the order asked for; whoever is part of another cannot be merged again. */
function pairOf<P extends PersonRow>(rows: readonly P[], survivor: string, merged: string) {
  const [a, b] = [survivor, merged].map((id) => rows.find((row) => row.id === id));
  if (!a || !b) return refuse('buyer.not_found');
  if (a.id === b.id || a.part || b.part) return refuse('buyer.merge_impossible');
  return { survivor: a, merged: b };
}

const shown = (field: buyers.MergeField, person: Person): string | null => {
  const value = person[field];
  if (value === null || value === '') return null;
  if (field === 'phone') return maskPhone(String(value));
  return field === 'email' ? maskEmail(String(value)) : String(value);
};

/** CON-03: where two buyers differ, and what each brings. */
export async function previewMerge(
  actor: StaffActor,
  tx: Tx,
  { buyerId, otherId }: InputOf<typeof buyers.previewMerge>,
) {
  const rows = await readPersons(tx, [buyerId, otherId], shopsSeen(actor, 'buyers.edit'));
  const pair = pairOf(rows, buyerId, otherId);
  if (isRefusal(pair)) return pair;
  const { survivor, merged } = pair;
  const person = ({
    id,
    name,
    accounts,
    orders,
    conversations,
    elsewhere,
    blocked,
  }: (typeof rows)[number]) => ({
    ...{ id, name, accounts, orders, conversations, elsewhere, blocked },
  });
  return {
    survivor: person(survivor),
    merged: person(merged),
    fields: buyers.mergeFields.map((field) => ({
      field,
      survivor: shown(field, survivor),
      merged: shown(field, merged),
      conflict: isConflict(field, survivor, merged),
      suggested: suggested(field, survivor, merged),
    })),
    tags: [...mergedPerson(survivor, merged, {}).tags],
  };
}

const columnsOf = ({ tags, shop_ids, ...rest }: Person) => ({
  ...rest,
  tags: [...tags],
  shop_ids: [...shop_ids],
});

const asPerson = (row: PersonRow): Person => ({
  name: row.name,
  phone: row.phone,
  phone_country: row.phone_country,
  phone_valid: row.phone_valid,
  email: row.email,
  level: row.level,
  friendliness: row.friendliness,
  remark: row.remark,
  tags: row.tags,
  shop_ids: row.shop_ids,
});

/** Says it in every shop the two stand in. */
function tellBoth(
  actor: StaffActor,
  tx: Tx,
  event: typeof buyerMerged,
  data: { buyerId: string; mergedId: string },
  shops: readonly string[],
): void {
  for (const shop of shops)
    emit(tx, event, { subject: data.buyerId, reach: { shop }, actor, data });
}

/** CON-03: makes the other part of this one. Only these two rows are locked, for a moment; nothing that hangs on them moves. */
export async function mergeBuyers(
  actor: StaffActor,
  tx: Tx,
  { buyerId, otherId, choose, reason }: InputOf<typeof buyers.mergeBuyers>,
) {
  const rows = await lockPersons(tx, [buyerId, otherId], shopsSeen(actor, 'buyers.edit'));
  const pair = pairOf(rows, buyerId, otherId);
  if (isRefusal(pair)) return pair;
  const { survivor, merged } = pair;
  const before = asPerson(survivor);
  const after = mergedPerson(before, asPerson(merged), choose);
  const blocked = survivor.blocked || merged.blocked;
  const mergeId = newId();
  await insertMerge(tx, {
    id: mergeId,
    survivor: buyerId,
    merged: otherId,
    before: { ...before, blocked: survivor.blocked },
    after: { ...after, blocked },
    reason,
    by: me(actor),
    at: now(),
  });
  await writeFields(tx, buyerId, columnsOf(after));
  if (blocked && !survivor.blocked) await copyBlock(tx, otherId, buyerId);
  record(tx, actor, {
    action: 'buyer.merged',
    subject: { kind: 'buyer', id: buyerId },
    before: columnsOf(before),
    after: { ...columnsOf(after), mergedBuyerId: otherId },
    reason,
    shop: survivor.shop_ids[0] ?? null,
  });
  tellBoth(actor, tx, buyerMerged, { buyerId, mergedId: otherId }, after.shop_ids);
  await tell(actor, tx, buyerChanged, buyerId, ['merged']);
  return { mergeId };
}

export async function listBuyerMerges(
  actor: StaffActor,
  tx: Tx,
  { buyerId }: InputOf<typeof buyers.listBuyerMerges>,
) {
  const root = await rootOf(tx, buyerId);
  const seen = await readPersons(tx, [root], shopsSeen(actor, 'buyers.read'));
  if (seen.length === 0) return refuse('buyer.not_found');
  const since = new Date(now().getTime() - restoredForMs);
  return { items: await mergesOf(tx, root, since) };
}

/** CON-03, CON-04: parts two again. What each had stays with it; within 30 days the values the merge changed come back. */
export async function undoMerge(
  actor: StaffActor,
  tx: Tx,
  { buyerId, mergeId }: InputOf<typeof buyers.undoMerge>,
) {
  const reached = await reachBuyer(actor, tx, buyerId, 'buyers.edit');
  if (isRefusal(reached)) return reached;
  const merge = await lockMerge(tx, mergeId);
  if (!merge || (await rootOf(tx, merge.survivor_id)) !== reached.id)
    return refuse('buyer.merge_not_found');
  const { survivor_id: survivor, merged_id: merged, before, after } = merge;
  const [row] = await lockPersons(tx, [survivor], null);
  if (!row) return refuse('buyer.not_found');
  await endMerge(tx, merge, me(actor), now());
  const back = now().getTime() - new Date(merge.at).getTime() <= restoredForMs;
  const fields = back ? restored(asPerson(row), before, after) : {};
  await writeFields(tx, survivor, fields as Record<string, unknown>);
  if (back && after.blocked && !before.blocked) await dropCopiedBlock(tx, merged, survivor);
  record(tx, actor, {
    action: 'buyer.parted',
    subject: { kind: 'buyer', id: survivor },
    before: { mergedBuyerId: merged },
    after: fields,
    shop: row.shop_ids[0] ?? null,
  });
  tellBoth(actor, tx, buyerParted, { buyerId: survivor, mergedId: merged }, row.shop_ids);
  await tell(actor, tx, buyerChanged, survivor, ['merged']);
  return { mergedId: merged, restored: back };
}
