import type { InputOf, knowledge } from '@guitai/contract';
import type { StaffActor } from '../../kernel/actor.ts';
import { can } from '../../kernel/can.ts';
import { newId } from '../../kernel/ids.ts';
import { isRefusal, type Refusal, refuse } from '../../kernel/refusal.ts';
import type { Tx } from '../../kernel/tx.ts';
import { record } from '../audit/index.ts';
import { findShop } from '../shops/index.ts';
import * as store from './change.store.ts';
import { eachLocaleOnce, slugOf, timesCrossed, wordsFor } from './entry.rules.ts';
import { type EntryRow, readVersions } from './entry.store.ts';
import { entryFor, getKnowledge } from './entry.ts';
import { closeGap } from './gap.store.ts';
import { leavePicture } from './picture.jobs.ts';
import { choosePicture } from './picture.rules.ts';
import { holdPicture } from './picture.store.ts';
import { tellChanged } from './tell.ts';

type Input = Omit<InputOf<typeof knowledge.updateKnowledge>, 'entryId' | 'version'>;
type Faulty = 'knowledge.times_crossed' | 'knowledge.locale_twice';

/** What is not told stays as it was. */
function writtenOf(
  input: Input,
  before: Partial<store.Written> = {},
): store.Written | Refusal<Faulty> {
  const times = {
    validFrom: input.validFrom === undefined ? (before.validFrom ?? null) : input.validFrom,
    validUntil: input.validUntil === undefined ? (before.validUntil ?? null) : input.validUntil,
  };
  if (timesCrossed(times.validFrom, times.validUntil)) return refuse('knowledge.times_crossed');
  if (!eachLocaleOnce(input.words)) return refuse('knowledge.locale_twice');
  return {
    ...times,
    topic: input.topic ?? before.topic ?? '',
    words: input.words,
    questions: input.questions ?? before.questions ?? [],
    ...choosePicture(input, before),
  };
}

/** What a draft shows must be a picture of its shop. */
async function strange(tx: Tx, shopId: string, { pictureId }: store.Written) {
  if (pictureId === null || (await holdPicture(tx, pictureId, shopId))) return null;
  return refuse('knowledge.picture_not_found');
}

const writerOf = (actor: StaffActor): string | null =>
  actor.kind === 'member' ? actor.member : null;

/** KB-01: begins an entry, also out of a question that had no answer. */
export async function createKnowledge(
  actor: StaffActor,
  tx: Tx,
  input: InputOf<typeof knowledge.createKnowledge>,
) {
  const { shopId } = input;
  const reached = can(actor, 'knowledge.write', { shop: shopId }) === 'yes';
  if (!reached || !(await findShop(tx, shopId))) return refuse('shop.not_found');
  const written = writtenOf(input);
  if (isRefusal(written)) return written;
  const barred = await strange(tx, shopId, written);
  if (barred) return barred;
  const id = newId();
  const { title } = wordsFor(written.words, actor.locale);
  await store.insertEntry(tx, {
    id,
    shopId,
    slug: slugOf(title, id),
    productExternalId: input.productExternalId ?? null,
    category: input.category ?? '',
    topic: written.topic,
  });
  await store.addDraft(tx, id, written, writerOf(actor));
  if (input.gapId) await closeGap(tx, input.gapId, shopId, id);
  tellChanged(actor, tx, { id, shopId }, 'created');
  record(tx, actor, {
    action: 'knowledge.created',
    subject: { kind: 'knowledge', id },
    after: { title },
    shop: shopId,
  });
  return getKnowledge(actor, tx, { entryId: id });
}

async function draftBefore(tx: Tx, row: EntryRow) {
  const versions = await readVersions(tx, row.id);
  const no = row.draftNo ?? row.liveNo;
  return { version: versions.find((one) => one.no === no), topic: row.topic };
}

/** Writes the draft. A refused one stays among the versions: its next form is a new one. */
export async function updateKnowledge(
  actor: StaffActor,
  tx: Tx,
  input: InputOf<typeof knowledge.updateKnowledge>,
) {
  const row = await entryFor(actor, tx, input.entryId, 'knowledge.write');
  if (isRefusal(row)) return refuse('knowledge.not_found');
  if (row.archivedAt !== null) return refuse('knowledge.archived');
  if (row.version !== input.version) return refuse('knowledge.changed_meanwhile');
  const { version, topic } = await draftBefore(tx, row);
  const written = writtenOf(input, { ...version, topic });
  if (isRefusal(written)) return written;
  const barred = await strange(tx, row.shopId, written);
  if (barred) return barred;
  const open = row.draftNo !== null && version?.state !== 'refused';
  if (open) await store.overwriteDraft(tx, row.id, row.draftNo, written, writerOf(actor));
  else await store.addDraft(tx, row.id, written, writerOf(actor));
  const left = open ? version?.pictureId : null;
  if (left && left !== written.pictureId) await leavePicture(tx, left);
  tellChanged(actor, tx, row, 'written');
  return getKnowledge(actor, tx, input);
}

/** Takes an earlier version as the draft; a draft at work makes room for it and stays among the versions, a refused one as refused. */
export async function restoreKnowledge(
  actor: StaffActor,
  tx: Tx,
  { entryId, no }: InputOf<typeof knowledge.restoreKnowledge>,
) {
  const row = await entryFor(actor, tx, entryId, 'knowledge.write');
  if (isRefusal(row)) return refuse('knowledge.not_found');
  if (row.archivedAt !== null) return refuse('knowledge.archived');
  const versions = await readVersions(tx, entryId);
  const version = versions.find((one) => one.no === no);
  if (!version) return refuse('knowledge.not_found');
  const refused = versions.some((one) => one.no === row.draftNo && one.state === 'refused');
  if (!refused) await store.setVersion(tx, entryId, row.draftNo, 'replaced');
  const again = { ...version, ...choosePicture(version), topic: row.topic };
  await store.addDraft(tx, entryId, again, writerOf(actor));
  tellChanged(actor, tx, row, 'restored');
  return getKnowledge(actor, tx, { entryId });
}
