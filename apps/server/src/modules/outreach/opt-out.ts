import type { InputOf, outreach, ReplyOf } from '@guitai/contract';
import { sql } from 'kysely';
import type { Actor, StaffActor } from '../../kernel/actor.ts';
import { can, sightOf } from '../../kernel/can.ts';
import { now } from '../../kernel/clock.ts';
import { pageOf, readCursor } from '../../kernel/cursor.ts';
import { emit } from '../../kernel/events.ts';
import { newId } from '../../kernel/ids.ts';
import { isRefusal, refuse } from '../../kernel/refusal.ts';
import type { Tx } from '../../kernel/tx.ts';
import { record } from '../audit/index.ts';
import { buyerFacts, contactsOf } from '../buyers/index.ts';
import type { Digest } from './digest.rules.ts';
import { outreachOptedOut } from './events.ts';
import { circleOf, noteHeld } from './held.store.ts';
import {
  insertOptOut,
  type ListedOptOut,
  type OptOutRow,
  optOutRows,
  undo,
} from './opt-out.store.ts';
import { changeMessage } from './outbox.store.ts';
import { followContacts, holdsFor } from './refused.store.ts';
import type { OutreachRow } from './tables.ts';

/** A no as it is said. */
export interface No {
  readonly buyerId: string;
  readonly shopId: string;
  readonly channel: OptOutRow['channel'];
  readonly topic: OptOutRow['topic'];
  readonly source: OptOutRow['source'];
  /** The message it answers. */
  readonly message: Pick<OutreachRow, 'id' | 'cause'> | null;
}

/** Notes a no from now on, for the buyer and for their number and address; null when the same stands already. */
export async function optOut(
  actor: Actor,
  tx: Tx,
  no: No,
  digest: Digest,
): Promise<OptOutRow | null> {
  const { message, ...said } = no;
  const row: OptOutRow = {
    ...said,
    ...{ id: newId(), messageId: message?.id ?? null, at: now(), undoneAt: null },
    byMember: actor.kind === 'member' ? actor.member : null,
  };
  if (!(await insertOptOut(tx, row))) return null;
  const contacts = await contactsOf(tx, [no.buyerId]);
  await followContacts(tx, contacts, digest);
  await noteHeld(tx, await circleOf(tx, contacts), digest);
  if (message) await changeMessage(tx, message.id, { opted_out_at: now(), moved_at: now() });
  tellOptOut(actor, tx, row, message?.cause ?? null);
  return row;
}

function tellOptOut(actor: Actor, tx: Tx, row: OptOutRow, cause: OutreachRow['cause'] | null) {
  const { id, buyerId, shopId, channel, topic, source, messageId, undoneAt } = row;
  emit(tx, outreachOptedOut, {
    subject: id,
    reach: { shop: shopId },
    actor,
    data: {
      ...{ optOutId: id, buyerId, shopId, channel, topic, source, cause, messageId },
      undone: undoneAt !== null,
    },
  });
}

/** Takes a no back and says so. */
export async function takeBack(actor: Actor, tx: Tx, id: string): Promise<OptOutRow | null> {
  const row = await undo(tx, id, actor.kind === 'member' ? actor.member : null, now());
  if (!row) return null;
  tellOptOut(actor, tx, row, null);
  return row;
}

const shown = (
  actor: StaffActor,
  { byMember: _by, messageId: _message, ...row }: ListedOptOut,
): ReplyOf<typeof outreach.listOptOuts>['items'][number] => ({
  ...row,
  at: row.at.toISOString(),
  undoneAt: row.undoneAt?.toISOString() ?? null,
  can:
    row.undoneAt === null && can(actor, 'outreach.opt_out', { shop: row.shopId }) === 'yes'
      ? ['undoOptOut']
      : [],
});

/** Noes that hold for a buyer: whoever said them, when it was under the same number or address. */
async function saidBy(tx: Tx, buyerId: string, shops: readonly string[] | null, digest: Digest) {
  const buyer = await buyerFacts(tx, buyerId);
  if (!buyer?.shopIds.some((id) => shops === null || shops.includes(id))) return sql`false`;
  const [contact] = await contactsOf(tx, [buyerId]);
  return contact ? holdsFor(tx, contact, digest) : sql`false`;
}

/** Buyers of the reader's shops who said no, newest first. */
export const listOptOutsWith =
  (digest: Digest) =>
  async (actor: StaffActor, tx: Tx, input: InputOf<typeof outreach.listOptOuts>) => {
    const place = readCursor<[string]>('opt-outs', ['id'], input.cursor);
    if (isRefusal(place)) return place;
    const limit = input.limit ?? 50;
    const shops = sightOf(actor, 'outreach.read')?.shops ?? null;
    const where = [
      ...(input.buyerId ? [await saidBy(tx, input.buyerId, shops, digest)] : []),
      ...(input.standing ? [sql`o.undone_at is null`] : []),
    ];
    const rows = await optOutRows(tx, {
      shops,
      after: place?.[0] ?? null,
      limit: limit + 1,
      where,
    });
    const page = pageOf('opt-outs', rows, limit, (row) => [row.id]);
    return { items: page.items.map((row) => shown(actor, row)), next: page.next };
  };

/** Notes a no a buyer said to a colleague; said twice it is the first one. */
export const createOptOutWith =
  (digest: Digest) =>
  async (actor: StaffActor, tx: Tx, input: InputOf<typeof outreach.createOptOut>) => {
    const buyer = await buyerFacts(tx, input.buyerId);
    const mine = can(actor, 'outreach.opt_out', { shop: input.shopId }) === 'yes';
    if (!mine || !buyer?.shopIds.includes(input.shopId)) return refuse('outreach.buyer_not_found');
    const made = await optOut(actor, tx, { ...input, source: 'person', message: null }, digest);
    if (made) recordOptOut(actor, tx, 'opt_out.noted', made);
    const where = [
      sql`o.buyer_id = ${input.buyerId} and o.shop_id = ${input.shopId} and o.channel = ${input.channel}
      and o.topic = ${input.topic} and o.undone_at is null`,
    ];
    const [row] = await optOutRows(tx, { shops: null, after: null, limit: 1, where });
    if (!row) throw new Error('an opt-out that stands was not found');
    return shown(actor, row);
  };

/** Takes a no back at the wish of the buyer. */
export async function undoOptOut(
  actor: StaffActor,
  tx: Tx,
  { optOutId }: InputOf<typeof outreach.undoOptOut>,
) {
  const where = [sql`o.id = ${optOutId}`];
  const [row] = await optOutRows(tx, { shops: null, after: null, limit: 1, where });
  if (!row || can(actor, 'outreach.opt_out', { shop: row.shopId }) !== 'yes')
    return refuse('outreach.opt_out_not_found');
  const undone = await takeBack(actor, tx, optOutId);
  if (undone) recordOptOut(actor, tx, 'opt_out.undone', undone);
  return undefined;
}

function recordOptOut(actor: Actor, tx: Tx, action: string, row: OptOutRow): void {
  const { id, buyerId, shopId, channel, topic, source } = row;
  record(tx, actor, {
    action,
    subject: buyerId === null ? { kind: 'opt_out', id } : { kind: 'buyer', id: buyerId },
    after: { optOutId: id, channel, topic, source },
    shop: shopId,
  });
}
