import type { InputOf, knowledge } from '@guitai/contract';
import type { StaffActor } from '../../kernel/actor.ts';
import { isRefusal, refuse } from '../../kernel/refusal.ts';
import type { Tx } from '../../kernel/tx.ts';
import { record } from '../audit/index.ts';
import { membersWith, notify } from '../notices/index.ts';
import * as store from './change.store.ts';
import { wordsFor } from './entry.rules.ts';
import { type EntryRow, readVersions } from './entry.store.ts';
import { entryFor, getKnowledge } from './entry.ts';
import { planExpiry } from './expiry.ts';
import { fourEyesOf } from './rules.store.ts';
import { dropFromSearch, putIntoSearch } from './search.index.ts';
import { tellChanged } from './tell.ts';

type OfEntry = { readonly entryId: string };

const onRecord = (actor: StaffActor, tx: Tx, action: string, row: EntryRow, reason?: string) =>
  record(tx, actor, {
    action,
    subject: { kind: 'knowledge', id: row.id },
    after: { slug: row.slug },
    shop: row.shopId,
    ...(reason ? { reason } : {}),
  });

/** Hands the draft over; who may approve it hears of it. */
export async function submitKnowledge(actor: StaffActor, tx: Tx, { entryId }: OfEntry) {
  const row = await entryFor(actor, tx, entryId, 'knowledge.write');
  if (isRefusal(row)) return refuse('knowledge.not_found');
  if (row.draftNo === null || row.archivedAt !== null) return refuse('knowledge.no_draft');
  await store.setVersion(tx, entryId, row.draftNo, 'waiting');
  await store.setWaiting(tx, entryId);
  const approvers = await membersWith(tx, 'knowledge.approve', row.shopId);
  await notify(tx, {
    to: approvers.filter((id) => actor.kind !== 'member' || id !== actor.member),
    kind: 'knowledge_review',
    shopId: row.shopId,
    subject: { kind: 'knowledge', id: entryId },
    path: `/library/knowledge/${entryId}`,
    params: { title: wordsFor(row.words, actor.locale).title },
    key: `knowledge_review:${entryId}:${row.version + 1}`,
  });
  tellChanged(actor, tx, row, 'submitted');
  return getKnowledge(actor, tx, { entryId });
}

/** KB-01: publishes what waits, in its time; the writer may not where the shop wants four eyes. */
export async function approveKnowledge(actor: StaffActor, tx: Tx, { entryId }: OfEntry) {
  const row = await entryFor(actor, tx, entryId, 'knowledge.approve');
  if (isRefusal(row)) return row;
  if (!row.waiting) return refuse('knowledge.not_waiting');
  const draft = (await readVersions(tx, entryId)).find((one) => one.no === row.draftNo);
  const by = actor.kind === 'member' ? actor.member : null;
  const own = by !== null && draft?.writerId === by;
  if (own && (await fourEyesOf(tx, row.shopId))) return refuse('knowledge.own_writing');
  await store.setVersion(tx, entryId, row.liveNo, 'replaced');
  await store.setVersion(tx, entryId, row.draftNo, 'approved', { by });
  const published = await store.publishDraft(tx, entryId);
  await putIntoSearch(tx, [entryId]);
  await planExpiry(tx, entryId, published?.validUntil ?? null);
  tellChanged(actor, tx, row, 'published');
  onRecord(actor, tx, 'knowledge.published', row);
  return getKnowledge(actor, tx, { entryId });
}

/** Sends the draft back with a reason; what is live stays. */
export async function refuseKnowledge(
  actor: StaffActor,
  tx: Tx,
  { entryId, reason }: InputOf<typeof knowledge.refuseKnowledge>,
) {
  const row = await entryFor(actor, tx, entryId, 'knowledge.approve');
  if (isRefusal(row)) return row;
  if (!row.waiting) return refuse('knowledge.not_waiting');
  const by = actor.kind === 'member' ? actor.member : null;
  await store.setVersion(tx, entryId, row.draftNo, 'refused', { by, reason });
  await store.dropDraft(tx, entryId);
  tellChanged(actor, tx, row, 'refused');
  onRecord(actor, tx, 'knowledge.refused', row, reason);
  return getKnowledge(actor, tx, { entryId });
}

async function setArchived(actor: StaffActor, tx: Tx, entryId: string, archived: boolean) {
  const row = await entryFor(actor, tx, entryId, 'knowledge.approve');
  if (isRefusal(row)) return row;
  if ((row.archivedAt !== null) !== archived) {
    await store.setArchived(tx, entryId, archived);
    if (archived) await dropFromSearch(tx, entryId);
    else await putIntoSearch(tx, [entryId]);
    tellChanged(actor, tx, row, archived ? 'archived' : 'unarchived');
    onRecord(actor, tx, archived ? 'knowledge.archived' : 'knowledge.unarchived', row);
  }
  return getKnowledge(actor, tx, { entryId });
}

export const archiveKnowledge = (actor: StaffActor, tx: Tx, { entryId }: OfEntry) =>
  setArchived(actor, tx, entryId, true);

export const unarchiveKnowledge = (actor: StaffActor, tx: Tx, { entryId }: OfEntry) =>
  setArchived(actor, tx, entryId, false);
