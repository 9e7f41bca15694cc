import type { scripts } from '@guitai/contract';
import type { StaffActor } from '../../kernel/actor.ts';
import type { Tx } from '../../kernel/tx.ts';
import { readEntry } from './entry.store.ts';
import { approves, manages } from './reach.ts';
import { needsApproval } from './rule.store.ts';
import { readVersions, type ScriptRow, type VersionRow } from './script.store.ts';

const writing = ['saveScript', 'moveScript', 'removeScript'];

/** What the reader may do with a script as it stands. */
function canOf(actor: StaffActor, row: ScriptRow, newest: VersionRow | undefined): string[] {
  const writes = manages(actor, row);
  const own = actor.kind === 'member' && newest?.authorId === actor.member;
  const decides = newest?.state === 'waiting' && approves(actor, row) && !own;
  return [...(writes ? writing : []), ...(decides ? ['decideScript'] : [])];
}

/** A script with its newest words, for who edits it. */
export async function shownScript(
  actor: StaffActor,
  tx: Tx,
  row: ScriptRow,
): Promise<scripts.ScriptShape> {
  const [newest] = await readVersions(tx, row.id);
  const entry = await readEntry(tx, actor, row.id);
  return {
    ...entry,
    title: newest?.title ?? row.title,
    content: newest?.content ?? row.content,
    publishedVersion: row.publishedVersion,
    publishedContent: row.publishedVersion === null ? null : row.content,
    authorId: newest?.authorId ?? null,
    authorName: newest?.authorName ?? '',
    refusedWhy: newest?.state === 'refused' ? (newest.reason ?? '') : null,
    approval: await needsApproval(tx, row),
    can: canOf(actor, row, newest),
  };
}
