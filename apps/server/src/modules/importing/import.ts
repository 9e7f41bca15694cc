import { stat } from 'node:fs/promises';
import type { InputOf, importing } from '@guitai/contract';
import type { Actor, StaffActor, SystemActor } from '../../kernel/actor.ts';
import { can, sightOf } from '../../kernel/can.ts';
import { pageOf, readCursor } from '../../kernel/cursor.ts';
import type { Db } from '../../kernel/db.ts';
import { newId } from '../../kernel/ids.ts';
import { isRefusal, refuse } from '../../kernel/refusal.ts';
import type { Tx } from '../../kernel/tx.ts';
import { record } from '../audit/index.ts';
import { findShop } from '../shops/index.ts';
import {
  type ImportRow,
  insertImport,
  readImport,
  readImports,
  type Shops,
} from './import.store.ts';
import { findMapping } from './mapping.ts';
import { barred } from './money-files.ts';
import { readRejects, stopRun } from './run.store.ts';
import { runImport } from './run.ts';
import { shownImport } from './show.ts';

const shopsSeen = (actor: Actor): Shops => (sightOf(actor, 'imports.run') ?? { shops: [] }).shops;

const problemsShown = 50;

/** The run as this reader sees it. */
export async function shown(actor: StaffActor, tx: Tx, row: ImportRow) {
  const rejects = row.rejected > 0 ? await readRejects(tx, row.id, 0, problemsShown) : [];
  return shownImport(row, rejects, actor.locale);
}

/** The run when the actor reaches it. */
export async function reachImport(actor: StaffActor, tx: Tx, importId: string) {
  return (await readImport(tx, importId, shopsSeen(actor))) ?? refuse('import.not_found');
}

/** How far a run is, and what it found. */
export async function getImport(
  actor: StaffActor,
  tx: Tx,
  { importId }: InputOf<typeof importing.getImport>,
) {
  const row = await reachImport(actor, tx, importId);
  return isRefusal(row) ? row : shown(actor, tx, row);
}

/** Runs, newest first; their errors are in the single run. */
export async function listImports(
  actor: StaffActor,
  tx: Tx,
  input: InputOf<typeof importing.listImports>,
) {
  const place = readCursor<[string, string]>('imports', ['instant', 'id'], input.cursor);
  if (isRefusal(place)) return place;
  const limit = input.limit ?? 50;
  const rows = await readImports(tx, shopsSeen(actor), input.shopId ?? null, place, limit + 1);
  const page = pageOf('imports', rows, limit, (row) => [row.at, row.id]);
  const items = page.items.map(({ at: _at, ...row }) => shownImport(row, [], actor.locale));
  return { items, next: page.next };
}

/** Stops a run; what is already in stays. */
export async function cancelImport(
  actor: StaffActor,
  tx: Tx,
  { importId }: InputOf<typeof importing.cancelImport>,
) {
  const row = await reachImport(actor, tx, importId);
  if (isRefusal(row)) return row;
  if (!(await stopRun(tx, row.id))) return refuse('import.already_over');
  record(tx, actor, {
    action: 'import.cancelled',
    subject: { kind: 'import', id: row.id },
    shop: row.shopId,
  });
  return getImport(actor, tx, { importId });
}

export interface Wish {
  readonly shopId: string;
  readonly mapping: string;
  readonly dryRun: boolean;
}

/** The shop and the mapping of a wish, or why it cannot be. */
export async function prepareImport(actor: Actor, tx: Tx, wish: Wish) {
  const shop = await findShop(tx, wish.shopId);
  if (!shop || can(actor, 'imports.run', { shop: wish.shopId }) !== 'yes')
    return refuse('shop.not_found');
  const mapping = await findMapping(tx, wish.mapping);
  if (!mapping) return refuse('import.mapping_not_found', { name: wish.mapping });
  return (await barred(tx, shop, mapping)) ?? mapping;
}

export interface FileImport extends Wish {
  /** Where the file lies on this machine; it is read there and not kept. */
  readonly path: string;
  readonly fileName: string;
  /** Told about once a second how far the run is. */
  readonly onProgress?: (row: ImportRow) => void;
}

/** Reads a file of this machine to its end, for the command line. Resolves to the run as it ended. */
export async function importFile(db: Db, actor: SystemActor, wish: FileImport) {
  const { size } = await stat(wish.path);
  const id = newId();
  const made = await db.write(actor, async (tx) => {
    const mapping = await prepareImport(actor, tx, wish);
    if (isRefusal(mapping)) return mapping;
    const { shopId, dryRun, fileName, mapping: mappingName } = wish;
    await insertImport(actor, tx, {
      id,
      shopId,
      key: null,
      mappingName,
      mapping,
      fileName,
      size,
      dryRun,
    });
    return null;
  });
  if (isRefusal(made)) return made;
  const read = () => db.read(actor, (tx) => readImport(tx, id));
  const timer = setInterval(async () => {
    const row = await read().catch(() => undefined);
    if (row) wish.onProgress?.(row);
  }, 1_000);
  try {
    await runImport(db, actor, id, wish.path);
  } finally {
    clearInterval(timer);
  }
  const row = await read();
  if (!row) throw new Error('an import vanished');
  return row;
}
