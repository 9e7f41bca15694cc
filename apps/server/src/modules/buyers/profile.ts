import type { buyers, InputOf } from '@guitai/contract';
import type { StaffActor, TeamActor } from '../../kernel/actor.ts';
import { isRefusal, refuse } from '../../kernel/refusal.ts';
import type { Tx } from '../../kernel/tx.ts';
import { record } from '../audit/index.ts';
import { getBuyer, reachBuyer } from './buyer.ts';
import { buyerChanged } from './events.ts';
import { readPhone } from './phone.rules.ts';
import { readFields, replaceMainAddress, writeFields, writeTags } from './profile.store.ts';
import { tell } from './tell.ts';

type Changes = InputOf<typeof buyers.updateBuyer>;

const emailPattern = /^[^\s@<>"]+@[^\s@<>"]+$/;

/** The columns a change sets, or why it cannot be made. */
function columnsOf(input: Changes, country: string) {
  const { name, level, friendliness, remark } = input;
  const columns: Record<string, unknown> = {};
  for (const [key, value] of Object.entries({ name, level, friendliness, remark })) {
    if (value !== undefined) columns[key] = value;
  }
  if (input.email !== undefined) {
    if (input.email !== null && !emailPattern.test(input.email))
      return refuse('buyer.email_invalid');
    columns.email = input.email?.toLowerCase() ?? null;
  }
  if (input.phone !== undefined) {
    const phone = input.phone === null ? null : readPhone(input.phone, country);
    if (input.phone !== null && phone === null) return refuse('buyer.phone_invalid');
    columns.phone = phone?.number ?? null;
    columns.phone_country = phone?.country ?? null;
    columns.phone_valid = phone?.valid ?? null;
  }
  return columns;
}

/** Changes the given fields of a profile and puts before and after on record. */
export async function updateBuyer(actor: StaffActor, tx: Tx, input: Changes) {
  const buyer = await reachBuyer(actor, tx, input.buyerId, 'buyers.edit');
  if (isRefusal(buyer)) return buyer;
  const columns = columnsOf(input, buyer.phone_country ?? 'CN');
  if (isRefusal(columns)) return columns;
  const names = Object.keys(columns);
  const before = await readFields(tx, buyer.id, names);
  if (names.length > 0) await writeFields(tx, buyer.id, columns);
  if (input.address) await replaceMainAddress(tx, buyer.id, input.address);
  const fields = [...names, ...(input.address ? ['address'] : [])];
  if (fields.length === 0) return getBuyer(actor, tx, input);
  record(tx, actor, {
    action: 'buyer.changed',
    subject: { kind: 'buyer', id: buyer.id },
    before,
    after: { ...columns, ...(input.address ? { address: input.address } : {}) },
    shop: buyer.shop_ids[0] ?? null,
  });
  await tell(actor, tx, buyerChanged, buyer.id, fields);
  return getBuyer(actor, tx, input);
}

const mostTags = 50;

/** Adds and removes tags; two people doing so at once keep both changes. */
export async function setBuyerTags(
  actor: StaffActor,
  tx: Tx,
  input: InputOf<typeof buyers.setBuyerTags>,
) {
  const tagged = await tagBuyer(actor, tx, input);
  return tagged === null ? getBuyer(actor, tx, input) : tagged;
}

/** The same for whoever may; a rule too. */
export async function tagBuyer(
  actor: TeamActor,
  tx: Tx,
  input: InputOf<typeof buyers.setBuyerTags>,
) {
  const buyer = await reachBuyer(actor, tx, input.buyerId, 'buyers.edit');
  if (isRefusal(buyer)) return buyer;
  const changed = await writeTags(tx, buyer.id, input.add ?? [], input.remove ?? []);
  if (changed.after.length > mostTags) return refuse('buyer.too_many_tags', { limit: mostTags });
  if (changed.before.join('\n') === changed.after.join('\n')) return null;
  record(tx, actor, {
    action: 'buyer.tagged',
    subject: { kind: 'buyer', id: buyer.id },
    before: { tags: changed.before },
    after: { tags: changed.after },
    shop: buyer.shop_ids[0] ?? null,
  });
  await tell(actor, tx, buyerChanged, buyer.id, ['tags']);
  return null;
}
