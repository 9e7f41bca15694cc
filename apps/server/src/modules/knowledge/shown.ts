import type { knowledge } from '@guitai/contract';
import type { Locale, StaffActor } from '../../kernel/actor.ts';
import { can } from '../../kernel/can.ts';
import { clock } from '../../kernel/clock.ts';
import type { Tx } from '../../kernel/tx.ts';
import { mayDo, stateOf, wordsFor } from './entry.rules.ts';
import { type EntryRow, readVersions } from './entry.store.ts';
import { fourEyesOf } from './rules.store.ts';

const excerptLength = 160;

/** An entry as a list shows it, in the reader's language. */
export function summaryOf(row: EntryRow, locale: Locale): knowledge.KnowledgeSummaryShape {
  const { place: _place, words, liveNo, draftNo, waiting, archivedAt, version: _v, ...rest } = row;
  const shown = wordsFor(words, locale);
  const body = [...shown.body.replace(/\s+/g, ' ')];
  return {
    ...rest,
    state: stateOf({ liveNo, draftNo, waiting, archivedAt, ...rest }, clock.now()),
    changing: liveNo !== null && draftNo !== null,
    title: shown.title,
    excerpt: body.slice(0, excerptLength).join('') + (body.length > excerptLength ? '…' : ''),
    locales: words.map((one) => one.locale),
  };
}

const memberOf = (actor: StaffActor): string | null =>
  actor.kind === 'member' ? actor.member : null;

/** An entry with its versions and what the reader may do. */
export async function wholeOf(
  actor: StaffActor,
  tx: Tx,
  row: EntryRow,
): Promise<knowledge.KnowledgeEntryShape> {
  const versions = await readVersions(tx, row.id);
  const byNo = (no: number | null) => versions.find((one) => one.no === no) ?? null;
  const draft = byNo(row.draftNo);
  const shop = { shop: row.shopId };
  const who = {
    write: can(actor, 'knowledge.write', shop) === 'yes',
    approve: can(actor, 'knowledge.approve', shop) === 'yes',
    own: draft !== null && draft.writerId !== null && draft.writerId === memberOf(actor),
  };
  const acts = mayDo(row, who, await fourEyesOf(tx, row.shopId));
  return {
    ...summaryOf(row, actor.locale),
    version: row.version,
    live: byNo(row.liveNo),
    draft,
    versions,
    can: acts,
  };
}
