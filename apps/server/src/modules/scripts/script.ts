import type { InputOf, scripts } from '@guitai/contract';
import type { StaffActor } from '../../kernel/actor.ts';
import { newId } from '../../kernel/ids.ts';
import { isRefusal, type Refusal, refuse } from '../../kernel/refusal.ts';
import type { Tx } from '../../kernel/tx.ts';
import { record } from '../audit/index.ts';
import { type Content, contentFault, textsOf } from './content.rules.ts';
import { tellScript } from './events.ts';
import { folderIn } from './folder.ts';
import { noteUses, picturesIn } from './picture.store.ts';
import { seenPicture } from './picture.ts';
import { type Home, libraryOf, manages, sees } from './reach.ts';
import { askReview, endReview } from './review.ts';
import { needsApproval } from './rule.store.ts';
import {
  addVersion,
  countScripts,
  readScript,
  type ScriptRow,
  saveScriptRow,
  setRemoved,
} from './script.store.ts';
import { shownScript } from './shown.ts';
import { spell } from './spell.ts';
import { readWords } from './word.store.ts';
import { compileWords } from './words.rules.ts';

/** A library holds so many. */
export const mostScripts = 20_000;

/** A script in sight; a removed one only where asked for. */
export async function reachScript(
  actor: StaffActor,
  tx: Tx,
  id: string,
  { lock = false, removed = false, write = false } = {},
): Promise<ScriptRow | Refusal<'script.not_found' | 'access.denied'>> {
  const row = await readScript(tx, id, lock);
  if (!row || row.removed !== removed || !sees(actor, row)) return refuse('script.not_found');
  if (!write || manages(actor, row)) return row;
  const permission = row.scope === 'own' ? 'scripts.write' : 'scripts.manage';
  return refuse('access.denied', { permission });
}

/** What keeps these words from being saved; a word that only warns does not. */
export async function barredContent(actor: StaffActor, tx: Tx, { shopId }: Home, content: Content) {
  const fault = contentFault(content);
  if (fault?.code === 'script.empty') return refuse('script.empty');
  if (fault) return refuse('script.variable_unknown', { name: fault.name });
  for (const id of picturesIn(content))
    if (!(await seenPicture(actor, tx, id))) return refuse('file.not_found');
  const words = await readWords(tx);
  const matcher = compileWords(
    words.filter(
      (word) => word.level === 'block' && (word.shopId === null || word.shopId === shopId),
    ),
  );
  const found = textsOf(content).flatMap((text) => matcher.find(text));
  if (found.length === 0) return null;
  return refuse('message.words_blocked', { words: [...new Set(found.map(({ word }) => word))] });
}

const authorOf = (actor: StaffActor): string | null =>
  actor.kind === 'member' ? actor.member : null;

/** Writes the next version and what follows from it for the script's row. */
async function write(
  actor: StaffActor,
  tx: Tx,
  row: Omit<ScriptRow, 'removed' | 'pinyin' | 'initials' | 'state'>,
  words: { readonly title: string; readonly content: Content; readonly publish: boolean },
): Promise<ScriptRow> {
  const { title, content, publish } = words;
  const waits = publish && (await needsApproval(tx, row));
  const state = !publish ? 'draft' : waits ? 'waiting' : 'published';
  const shows = state === 'published' || row.publishedVersion === null;
  const shown = shows ? { title, content } : { title: row.title, content: row.content };
  const saved: ScriptRow = {
    ...row,
    ...shown,
    ...(await spell(shown.title, shown.content)),
    state,
    publishedVersion: state === 'published' ? row.version : row.publishedVersion,
    removed: false,
  };
  await saveScriptRow(tx, saved);
  const version = { scriptId: row.id, version: row.version, title, content, state } as const;
  await addVersion(tx, { ...version, authorId: authorOf(actor) });
  await noteUses(tx, row.id, content);
  tellScript(actor, tx, saved);
  await tellReview(actor, tx, saved, title);
  return saved;
}

/** Who decides hears of what waits; what was waiting before this version no longer does. */
const tellReview = (actor: StaffActor, tx: Tx, row: ScriptRow, title: string): Promise<void> => {
  const subject = { kind: 'script', id: row.id } as const;
  return row.state === 'waiting'
    ? askReview(actor, tx, { subject, home: row, title })
    : endReview(tx, subject);
};

/** Writes a new script. */
export async function createScript(
  actor: StaffActor,
  tx: Tx,
  input: InputOf<typeof scripts.createScript>,
) {
  const { folderId = null, code = '', title, content, publish } = input;
  const home = await libraryOf(actor, tx, input);
  if (isRefusal(home)) return home;
  const folder = folderId === null ? null : await folderIn(tx, home, folderId);
  if (isRefusal(folder)) return folder;
  const barred = await barredContent(actor, tx, home, content);
  if (barred) return barred;
  if ((await countScripts(tx, home)) >= mostScripts)
    return refuse('script.too_many', { limit: mostScripts });
  const fresh = {
    ...home,
    id: newId(),
    folderId,
    code: code.trim(),
    title: title.trim(),
    content,
    version: 1,
    publishedVersion: null,
    playbook: null,
    step: null,
  };
  const row = await write(actor, tx, fresh, { title: fresh.title, content, publish });
  recordOf(actor, tx, 'script.created', row);
  return shownScript(actor, tx, row);
}

function recordOf(actor: StaffActor, tx: Tx, action: string, row: ScriptRow): void {
  if (row.scope === 'own') return;
  const { id, title, version, state, shopId } = row;
  record(tx, actor, {
    action,
    subject: { kind: 'script', id },
    after: { title, version, state },
    shop: shopId,
  });
}

/** Saves new words as the next version. */
export async function saveScript(
  actor: StaffActor,
  tx: Tx,
  input: InputOf<typeof scripts.saveScript>,
) {
  const { scriptId, code, title, content, publish, from } = input;
  const before = await reachScript(actor, tx, scriptId, { lock: true, write: true });
  if (isRefusal(before)) return before;
  if (before.version !== from) return refuse('script.changed_meanwhile');
  const barred = await barredContent(actor, tx, before, content);
  if (barred) return barred;
  const next = { ...before, code: code?.trim() ?? before.code, version: before.version + 1 };
  const row = await write(actor, tx, next, { title: title.trim(), content, publish });
  recordOf(actor, tx, 'script.saved', row);
  return shownScript(actor, tx, row);
}

/** Lays a script into another folder of its library. */
export async function moveScript(
  actor: StaffActor,
  tx: Tx,
  { scriptId, folderId }: InputOf<typeof scripts.moveScript>,
) {
  const before = await reachScript(actor, tx, scriptId, { lock: true, write: true });
  if (isRefusal(before)) return before;
  const folder = folderId === null ? null : await folderIn(tx, before, folderId);
  if (isRefusal(folder)) return folder;
  const row = { ...before, folderId };
  await saveScriptRow(tx, row);
  tellScript(actor, tx, row);
  return shownScript(actor, tx, row);
}

/** One script. */
export async function getScript(
  actor: StaffActor,
  tx: Tx,
  { scriptId }: InputOf<typeof scripts.getScript>,
) {
  const row = await reachScript(actor, tx, scriptId);
  return isRefusal(row) ? row : shownScript(actor, tx, row);
}

/** Takes a script out of the library; what it brought stays counted. */
export async function removeScript(
  actor: StaffActor,
  tx: Tx,
  { scriptId }: InputOf<typeof scripts.removeScript>,
) {
  const row = await reachScript(actor, tx, scriptId, { lock: true, write: true });
  if (isRefusal(row)) return row;
  await setRemoved(tx, scriptId, true);
  await endReview(tx, { kind: 'script', id: scriptId });
  tellScript(actor, tx, row);
  recordOf(actor, tx, 'script.removed', row);
}

/** Undoes a removal. */
export async function bringBackScript(
  actor: StaffActor,
  tx: Tx,
  { scriptId }: InputOf<typeof scripts.bringBackScript>,
) {
  const row = await reachScript(actor, tx, scriptId, { lock: true, removed: true, write: true });
  if (isRefusal(row)) return row;
  await setRemoved(tx, scriptId, false);
  await tellReview(actor, tx, row, row.title);
  tellScript(actor, tx, row);
  recordOf(actor, tx, 'script.brought_back', row);
  return shownScript(actor, tx, { ...row, removed: false });
}
