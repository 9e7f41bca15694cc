import type { InputOf, outreach, ReplyOf } from '@guitai/contract';
import type { StaffActor } from '../../kernel/actor.ts';
import { can, sightOf } from '../../kernel/can.ts';
import { pageOf, readCursor } from '../../kernel/cursor.ts';
import { isRefusal, refuse } from '../../kernel/refusal.ts';
import type { Tx } from '../../kernel/tx.ts';
import { type ListedRow, listRows } from './list.store.ts';

type Shown = ReplyOf<typeof outreach.getOutreachMessage>;

const iso = (at: Date | null): string | null => at?.toISOString() ?? null;

function allowed(actor: StaffActor, { shopId, state, channel, gatewayId }: ListedRow): string[] {
  if (can(actor, 'outreach.send', { shop: shopId }) !== 'yes' || channel === 'chat') return [];
  if (state === 'unknown') return ['settleOutreachMessage', 'sendOutreachAgain'];
  return state === 'failed' && gatewayId !== null ? ['sendOutreachAgain'] : [];
}

/** A message as people see it. */
export function shownMessage(actor: StaffActor, row: ListedRow): Shown {
  const { key: _key, recheck: _recheck, urgent: _urgent, faults: _faults, ...rest } = row;
  const { card, subject, gatewayId: _gateway, providerId: _provider, ...m } = rest;
  return {
    ...m,
    channels: [...m.channels],
    text: m.text || card?.title || subject || '',
    dueAt: m.dueAt.toISOString(),
    expiresAt: m.expiresAt.toISOString(),
    plannedAt: m.plannedAt.toISOString(),
    sentAt: iso(m.sentAt),
    deliveredAt: iso(m.deliveredAt),
    readAt: iso(m.readAt),
    repliedAt: iso(m.repliedAt),
    convertedAt: iso(m.convertedAt),
    optedOutAt: iso(m.optedOutAt),
    can: allowed(actor, row),
  };
}

const shopsOf = (actor: StaffActor) => sightOf(actor, 'outreach.read')?.shops ?? null;

/** Automatic messages of the reader's shops, newest first. */
export async function listOutreachMessages(
  actor: StaffActor,
  tx: Tx,
  input: InputOf<typeof outreach.listOutreachMessages>,
) {
  const { cursor, limit = 50, ...query } = input;
  const place = readCursor<[string]>('outreach', ['id'], cursor);
  if (isRefusal(place)) return place;
  const after = place?.[0] ?? null;
  const rows = await listRows(tx, query, { shops: shopsOf(actor), after, limit: limit + 1 });
  const page = pageOf('outreach', rows, limit, (row) => [row.id]);
  return { items: page.items.map((row) => shownMessage(actor, row)), next: page.next };
}

/** One message as this reader sees it. */
export async function showMessage(actor: StaffActor, tx: Tx, id: string) {
  const [row] = await listRows(tx, { id }, { shops: shopsOf(actor), after: null, limit: 1 });
  return row ? shownMessage(actor, row) : refuse('outreach.not_found');
}

/** One automatic message. */
export const getOutreachMessage = (
  actor: StaffActor,
  tx: Tx,
  { messageId }: InputOf<typeof outreach.getOutreachMessage>,
) => showMessage(actor, tx, messageId);
