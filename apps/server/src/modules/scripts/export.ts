import type { InputOf, scripts } from '@guitai/contract';
import type { StaffActor } from '../../kernel/actor.ts';
import { refuse } from '../../kernel/refusal.ts';
import type { Tx } from '../../kernel/tx.ts';
import { readFolders, readLibrary } from './bulk.store.ts';
import { firstText } from './content.rules.ts';
import { writeCsv } from './file.rules.ts';
import { type Home, sees } from './reach.ts';

/** The scripts of a library one sees, as a file; each text in the reader's language or the nearest there is. */
export async function exportScripts(
  actor: StaffActor,
  tx: Tx,
  { scope, shopId, format }: InputOf<typeof scripts.exportScripts>,
) {
  const ownerId = scope === 'own' && actor.kind === 'member' ? actor.member : null;
  const home: Home = { scope, ownerId, shopId: scope === 'shop' ? (shopId ?? null) : null };
  if (!sees(actor, home)) return refuse('shop.not_found');
  const folders = new Map((await readFolders(tx, home)).map((folder) => [folder.id, folder]));
  const wayTo = (id: string | null): string[] => {
    const folder = id === null ? undefined : folders.get(id);
    return folder ? [...wayTo(folder.parentId), folder.name] : [];
  };
  const library = await readLibrary(tx, home);
  const rows = library.map(({ folderId, code, title, content }) => ({
    folder: wayTo(folderId),
    code,
    title,
    text: firstText(content, actor.locale),
  }));
  const whole = library.map(({ folderId, code, title, content }, n) => ({
    folder: wayTo(folderId).join('/'),
    code,
    title,
    text: rows[n]?.text ?? '',
    content,
  }));
  const text = format === 'csv' ? writeCsv(rows) : `${JSON.stringify(whole, null, 2)}\n`;
  return { name: `scripts-${scope}.${format}`, text, count: rows.length };
}
