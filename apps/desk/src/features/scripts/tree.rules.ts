import type { Entry, Folder } from './library.ts';

/** A place of the library that can be looked at: a whole library, or a folder of one. */
export interface Spot {
  /** `own`, `team`, `shop:<id>` or the folder's id. */
  readonly key: string;
  readonly scope: 'own' | 'team' | 'shop';
  readonly shopId: string | null;
  readonly folder: Folder | null;
  readonly depth: number;
}

export const libraryKey = (scope: Spot['scope'], shopId: string | null): string =>
  scope === 'shop' ? `shop:${shopId}` : scope;

const sameLibrary = (folder: Folder, scope: string, shopId: string | null): boolean =>
  folder.scope === scope && folder.shopId === shopId;

/** Every library and its folders, in the order in which they stand below each other. */
export function spotsOf(folders: readonly Folder[], shopIds: readonly string[]): Spot[] {
  const libraries = [
    { scope: 'own', shopId: null },
    { scope: 'team', shopId: null },
    ...shopIds.map((shopId) => ({ scope: 'shop', shopId }) as const),
  ] as const;
  return libraries.flatMap(({ scope, shopId }) => {
    const own = folders.filter((folder) => sameLibrary(folder, scope, shopId));
    const below = (parentId: string | null, depth: number): Spot[] =>
      own
        .filter((folder) => folder.parentId === parentId)
        .sort((a, b) => a.position - b.position || (a.name < b.name ? -1 : 1))
        .flatMap((folder) => [
          { key: folder.id, scope, shopId, folder, depth },
          ...below(folder.id, depth + 1),
        ]);
    const top: Spot = { key: libraryKey(scope, shopId), scope, shopId, folder: null, depth: 0 };
    return [top, ...below(null, 1)];
  });
}

/** Folders under the same parent, in their order. */
const neighbours = (spots: readonly Spot[], spot: Spot): Spot[] =>
  spots.filter(
    (one) =>
      one.folder &&
      one.folder.parentId === spot.folder?.parentId &&
      one.scope === spot.scope &&
      one.shopId === spot.shopId,
  );

type FolderMove = { readonly position: number } | { readonly parentId: string | null };

/**
 * What an arrow does to a folder: up and down among its neighbours, right into the one above it, left out of its parent.
 * `stay`: there is none to go into; undefined: the key means nothing to it.
 */
export function folderMove(
  spots: readonly Spot[],
  spot: Spot,
  key: string,
): FolderMove | 'stay' | undefined {
  const beside = neighbours(spots, spot);
  const place = beside.indexOf(spot);
  if (key === 'ArrowUp' || key === 'ArrowDown')
    return { position: Math.max(0, place + (key === 'ArrowUp' ? -1 : 1)) };
  if (key === 'ArrowRight') {
    const before = beside[place - 1];
    return before ? { parentId: before.key } : 'stay';
  }
  if (key !== 'ArrowLeft' || !spot.folder?.parentId) return undefined;
  const parent = spots.find((one) => one.key === spot.folder?.parentId);
  return { parentId: parent?.folder?.parentId ?? null };
}

/** The entries that lie at a spot or in folders below it. */
export function entriesAt(
  entries: readonly Entry[],
  spots: readonly Spot[],
  key: string | undefined,
): readonly Entry[] {
  const spot = spots.find((one) => one.key === key);
  if (!spot) return entries;
  const ofLibrary = entries.filter((one) => one.scope === spot.scope && one.shopId === spot.shopId);
  if (!spot.folder) return ofLibrary;
  const at = spots.indexOf(spot);
  const end = spots.findIndex((one, n) => n > at && one.depth <= spot.depth);
  const inside = new Set(spots.slice(at, end < 0 ? undefined : end).map((one) => one.key));
  return ofLibrary.filter(({ folderId }) => folderId !== null && inside.has(folderId));
}

/** Groups of entries that begin with the same words, however they are spaced. */
export function duplicates(entries: readonly Entry[]): Entry[] {
  const plain = ({ text }: Entry) => text.replace(/[^\p{L}\p{N}]/gu, '').toLowerCase();
  const groups = Map.groupBy(
    entries.filter((one) => plain(one).length > 3),
    (one) => `${one.scope} ${one.shopId} ${plain(one)}`,
  );
  return [...groups.values()].filter((group) => group.length > 1).flat();
}
