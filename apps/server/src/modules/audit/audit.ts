import type { audit, InputOf, ReplyOf } from '@guitai/contract';
import type { Locale, StaffActor } from '../../kernel/actor.ts';
import { pageOf, readCursor } from '../../kernel/cursor.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import { errorText } from '../../kernel/texts.ts';
import type { Tx } from '../../kernel/tx.ts';
import { type EntryRow, readChain, readEntries, readHead } from './audit.store.ts';
import { follow, type Head, meets, nothing } from './chain.rules.ts';

const parsed = (text: string | null): unknown => (text === null ? null : JSON.parse(text));

/** A refusal as it was told, without what stood in it: codes of permissions go, sums become dots. */
function saidOf({ outcome, reason }: EntryRow, locale: Locale): string | null {
  if (outcome !== 'refused' || reason === null) return null;
  const text = errorText(reason.split(' ')[0] ?? '')?.[locale];
  return text?.replace(/\s?[(（]\{permission\}[)）]/, '').replace(/\{\w+\}/g, '…') ?? null;
}

const shown = (row: EntryRow, locale: Locale) => ({
  seq: row.seq,
  at: row.at,
  actor: { kind: row.actor_kind as 'member', id: row.actor_id, name: row.actor_name },
  action: row.action,
  subject:
    row.subject_kind && row.subject_id ? { kind: row.subject_kind, id: row.subject_id } : null,
  outcome: row.outcome,
  reason: row.reason,
  said: saidOf(row, locale),
  before: parsed(row.before),
  after: parsed(row.after),
  shopId: row.shop_id,
  address: row.address,
  device: row.device,
});

/** Shops whose acts the reader may see; null for all, with the acts that belong to no shop. */
const shopsSeen = (actor: StaffActor): readonly string[] | null =>
  actor.grants.get('audit.read') === 'all' ? null : actor.shops;

/** Who did what, newest first. A reader limited to shops sees the acts of those shops. */
export async function listAuditEntries(
  actor: StaffActor,
  tx: Tx,
  input: InputOf<typeof audit.listAuditEntries>,
) {
  const place = readCursor<[number]>('audit', ['integer'], input.cursor);
  if (isRefusal(place)) return place;
  const limit = input.limit ?? 50;
  const rows = await readEntries(tx, actor.team, {
    ...input,
    below: place?.[0],
    shops: shopsSeen(actor),
    limit: limit + 1,
  });
  const page = pageOf('audit', rows, limit, (row) => [row.seq]);
  return { items: page.items.map((row) => shown(row, actor.locale)), next: page.next };
}

const stretch = 5_000;

/** Walks a team's chain from its first entry to its head in stretches, so that memory stays small. */
export async function walkChain(
  tx: Tx,
  team: string,
): Promise<ReplyOf<typeof audit.verifyAuditChain>> {
  const head = (await readHead(tx, team)) ?? nothing;
  const verdict = (
    entries: number,
    firstBroken: { seq: number; why: 'changed' | 'missing' | 'cut' } | null,
  ) => ({
    entries,
    intact: firstBroken === null,
    firstBroken,
    head: head.hash.toString('hex'),
  });
  let reached: Head = nothing;
  while (reached.seq < head.seq) {
    const entries = await readChain(tx, team, reached.seq, head.seq, stretch);
    if (entries.length === 0) break;
    const next = follow(team, reached, entries);
    if ('why' in next) return verdict(next.seq - 1, next);
    reached = next;
  }
  return verdict(reached.seq, meets(reached, head));
}

/** Reads the whole chain again and names the first entry that does not hold. */
export const verifyAuditChain = (actor: StaffActor, tx: Tx) => walkChain(tx, actor.team);
