import type { InputOf, scripts } from '@guitai/contract';
import type { StaffActor } from '../../kernel/actor.ts';
import { newId } from '../../kernel/ids.ts';
import { isRefusal, refuse } from '../../kernel/refusal.ts';
import type { Tx } from '../../kernel/tx.ts';
import { record } from '../audit/index.ts';
import { insertScripts, knownHashes, type NewScript, readFolders } from './bulk.store.ts';
import { contentHash, plainContent } from './content.rules.ts';
import { tellFolder } from './events.ts';
import { type FileRow, readFile } from './file.rules.ts';
import { unknownNames } from './fill.rules.ts';
import { insertFolder } from './folder.store.ts';
import { type Home, libraryOf } from './reach.ts';
import { askReview, importOf } from './review.ts';
import { needsApproval } from './rule.store.ts';
import { countScripts } from './script.store.ts';
import { mostScripts } from './script.ts';
import { spell } from './spell.ts';
import { readWords } from './word.store.ts';
import { compileWords, type Matcher } from './words.rules.ts';

type Why = 'empty' | 'variable' | 'word' | 'long';

/** What keeps a row out of the library; null when nothing does. */
function faultOf({ text }: FileRow, forbidden: Matcher): Why | null {
  if (text === '') return 'empty';
  if (text.length > 4_000) return 'long';
  if (unknownNames(text).length > 0) return 'variable';
  return forbidden.find(text).length > 0 ? 'word' : null;
}

async function blockedWords(tx: Tx, { shopId }: Home): Promise<Matcher> {
  const words = await readWords(tx);
  return compileWords(
    words.filter(
      (word) => word.level === 'block' && (word.shopId === null || word.shopId === shopId),
    ),
  );
}

/** Finds folders by their way, and makes those that are not there. */
async function folderMaker(tx: Tx, home: Home) {
  const known = new Map(
    (await readFolders(tx, home)).map(({ id, parentId, name }) => [`${parentId} ${name}`, id]),
  );
  let made = 0;
  const find = async (path: readonly string[], write: boolean): Promise<string | null> => {
    let parentId: string | null = null;
    for (const name of path) {
      const key: string = `${parentId} ${name}`;
      let id = known.get(key);
      if (id === undefined) {
        id = newId();
        made += 1;
        known.set(key, id);
        const row = { ...home, id, parentId, name, position: known.size, playbook: null };
        if (write) await insertFolder(tx, row);
      }
      parentId = id;
    }
    return parentId;
  };
  return { find, made: () => made };
}

/** Reads scripts out of a file into a library; what it says already is left out. */
export async function importScripts(
  actor: StaffActor,
  tx: Tx,
  { text, dryRun, ...library }: InputOf<typeof scripts.importScripts>,
) {
  const home = await libraryOf(actor, tx, library);
  if (isRefusal(home)) return home;
  const rows = readFile(text);
  if (typeof rows === 'string')
    return refuse('script.file_unreadable', { why: rows.slice(0, 200) });
  const forbidden = await blockedWords(tx, home);
  const known = await knownHashes(tx, home);
  const folders = await folderMaker(tx, home);
  const skipped: { line: number; title: string; why: Why }[] = [];
  const added: NewScript[] = [];
  let duplicates = 0;
  for (const row of rows) {
    const why = faultOf(row, forbidden);
    if (why) {
      if (skipped.length < 200) skipped.push({ line: row.line, title: row.title, why });
      continue;
    }
    const content = plainContent(row.text, actor.locale);
    const hash = contentHash(content).toString('hex');
    if (known.has(hash)) {
      duplicates += 1;
      continue;
    }
    known.add(hash);
    const folderId = await folders.find(row.folder, !dryRun);
    const { code, title } = row;
    const spelled = dryRun ? { pinyin: '', initials: '' } : await spell(title, content);
    added.push({ id: newId(), folderId, code, title, content, ...spelled });
  }
  if ((await countScripts(tx, home)) + added.length > mostScripts)
    return refuse('script.too_many', { limit: mostScripts });
  if (!dryRun) await keep(actor, tx, home, added);
  return {
    added: added.length,
    duplicates,
    folders: folders.made(),
    skipped,
    examples: rows
      .filter((row) => row.text !== '')
      .slice(0, 5)
      .map(({ folder, title, text: words }) => ({ folder: folder.join('/'), title, text: words })),
  };
}

async function keep(
  actor: StaffActor,
  tx: Tx,
  home: Home,
  added: readonly NewScript[],
): Promise<void> {
  if (added.length === 0) return;
  const state = (await needsApproval(tx, home)) ? 'waiting' : 'published';
  const authorId = actor.kind === 'member' ? actor.member : null;
  await insertScripts(tx, home, added, { authorId, state });
  // One word for all of them: who has the library open fetches it anew.
  tellFolder(actor, tx, { id: home.shopId ?? actor.team, shopId: home.shopId });
  if (home.scope === 'own') return;
  if (state === 'waiting') {
    const title = added[0]?.title ?? '';
    await askReview(actor, tx, { subject: importOf(actor.team, home), home, title });
  }
  record(tx, actor, {
    action: 'scripts.imported',
    subject: home.shopId ? { kind: 'shop', id: home.shopId } : null,
    after: { added: added.length },
    shop: home.shopId,
  });
}
