import type { InputOf, outreach, ReplyOf } from '@guitai/contract';
import type { StaffActor } from '../../kernel/actor.ts';
import { sightOf } from '../../kernel/can.ts';
import { pageOf, readCursor } from '../../kernel/cursor.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import type { Tx } from '../../kernel/tx.ts';
import { type ListedRow, listRows } from './list.store.ts';

type Shown = ReplyOf<typeof outreach.listOutreachMessages>['items'][number];

const iso = (at: Date | null): string | null => at?.toISOString() ?? null;

/** A message as people see it. */
export function shownMessage(row: ListedRow): Shown {
  const { key: _key, recheck: _recheck, card, urgent: _urgent, subject: _subject, ...m } = row;
  return {
    ...m,
    channels: [...m.channels],
    text: m.text || (card?.title ?? ''),
    dueAt: m.dueAt.toISOString(),
    expiresAt: m.expiresAt.toISOString(),
    plannedAt: m.plannedAt.toISOString(),
    sentAt: iso(m.sentAt),
    deliveredAt: iso(m.deliveredAt),
    repliedAt: iso(m.repliedAt),
    convertedAt: iso(m.convertedAt),
    optedOutAt: iso(m.optedOutAt),
    can: [],
  };
}

/** Automatic messages of the reader's shops, newest first. */
export async function listOutreachMessages(
  actor: StaffActor,
  tx: Tx,
  input: InputOf<typeof outreach.listOutreachMessages>,
) {
  const { cursor, limit = 50, ...query } = input;
  const place = readCursor<[string]>('outreach', ['id'], cursor);
  if (isRefusal(place)) return place;
  const shops = sightOf(actor, 'outreach.read')?.shops ?? null;
  const rows = await listRows(tx, query, { shops, after: place?.[0] ?? null, limit: limit + 1 });
  const page = pageOf('outreach', rows, limit, (row) => [row.id]);
  return { items: page.items.map(shownMessage), next: page.next };
}
