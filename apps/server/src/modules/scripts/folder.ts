import type { InputOf, scripts } from '@guitai/contract';
import type { StaffActor } from '../../kernel/actor.ts';
import { newId } from '../../kernel/ids.ts';
import { isRefusal, type Refusal, refuse } from '../../kernel/refusal.ts';
import type { Tx } from '../../kernel/tx.ts';
import { tellFolder } from './events.ts';
import {
  dissolve,
  type FolderRow,
  insertFolder,
  pathUp,
  readFolder,
  saveFolder,
  shownFolder,
  siblings,
} from './folder.store.ts';
import { type Home, libraryOf, manages } from './reach.ts';

const sameLibrary = (a: Home, b: Home): boolean =>
  a.scope === b.scope && a.shopId === b.shopId && a.ownerId === b.ownerId;

/** A folder of that library one may lay things into. */
export async function folderIn(
  tx: Tx,
  home: Home,
  id: string,
): Promise<FolderRow | Refusal<'script.folder_not_found'>> {
  const folder = await readFolder(tx, id);
  return folder && sameLibrary(folder, home) ? folder : refuse('script.folder_not_found');
}

/** A folder the actor may change, locked. */
async function reachFolder(actor: StaffActor, tx: Tx, id: string) {
  const folder = await readFolder(tx, id, true);
  return folder && manages(actor, folder) ? folder : refuse('script.folder_not_found');
}

/** Makes a folder, the last among its neighbours. */
export async function createScriptFolder(
  actor: StaffActor,
  tx: Tx,
  {
    parentId = null,
    name,
    ...library
  }: Omit<InputOf<typeof scripts.createScriptFolder>, 'parentId'> & {
    parentId?: string | null | undefined;
  },
) {
  const home = await libraryOf(actor, tx, library);
  if (isRefusal(home)) return home;
  const parent = parentId === null ? null : await folderIn(tx, home, parentId);
  if (isRefusal(parent)) return parent;
  const last = (await siblings(tx, home, parentId)).at(-1);
  const row: FolderRow = {
    ...home,
    id: newId(),
    parentId,
    name: name.trim(),
    position: (last?.position ?? 0) + 1,
    playbook: null,
  };
  await insertFolder(tx, row);
  tellFolder(actor, tx, row);
  return shownFolder(row);
}

/** Renames or moves a folder; its neighbours make room. */
export async function updateScriptFolder(
  actor: StaffActor,
  tx: Tx,
  { folderId, name, parentId, position }: InputOf<typeof scripts.updateScriptFolder>,
) {
  const before = await reachFolder(actor, tx, folderId);
  if (isRefusal(before)) return before;
  const into = parentId === undefined ? before.parentId : parentId;
  if (into !== null) {
    const parent = await folderIn(tx, before, into);
    if (isRefusal(parent)) return parent;
    if ((await pathUp(tx, into)).includes(folderId)) return refuse('script.folder_loop');
  }
  const others = (await siblings(tx, before, into)).filter(({ id }) => id !== folderId);
  const moved = position !== undefined || into !== before.parentId;
  const place = Math.min(position ?? others.length, others.length);
  const row = { ...before, name: name?.trim() || before.name, parentId: into };
  const ordered = moved ? [...others.slice(0, place), row, ...others.slice(place)] : [row];
  for (const [n, one] of ordered.entries())
    await saveFolder(tx, moved ? { ...one, position: n + 1 } : one);
  tellFolder(actor, tx, row);
  return shownFolder(moved ? { ...row, position: place + 1 } : row);
}

/** Removes a folder; nothing in it is lost. */
export async function removeScriptFolder(
  actor: StaffActor,
  tx: Tx,
  { folderId }: InputOf<typeof scripts.removeScriptFolder>,
) {
  const folder = await reachFolder(actor, tx, folderId);
  if (isRefusal(folder)) return folder;
  await dissolve(tx, folder);
  tellFolder(actor, tx, folder);
}
