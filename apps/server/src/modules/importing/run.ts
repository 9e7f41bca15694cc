import type { SystemActor } from '../../kernel/actor.ts';
import { clock } from '../../kernel/clock.ts';
import type { Db } from '../../kernel/db.ts';
import { emit } from '../../kernel/events.ts';
import { newId } from '../../kernel/ids.ts';
import { findShop } from '../shops/index.ts';
import { rejectOf, Seen, type Waiting, type Writing, writeBatch } from './batch.ts';
import { importProgressed } from './events.ts';
import { type ImportRow, readImport } from './import.store.ts';
import { type Reading, Rejection } from './map/convert.rules.ts';
import { recordSpot, recordsBelow } from './map/paths.rules.ts';
import { mapRecord } from './map/record.rules.ts';
import { targets } from './map/targets.ts';
import type { Value } from './map/value.rules.ts';
import { type Unit, UnreadableFile } from './read/unit.ts';
import { splitPath, unitsOf } from './read/units.ts';
import { addProgress, addRejects, claimRun, endRun, type Reject } from './run.store.ts';
import { type Home, type Sink, sinks } from './sink.ts';

/** Entries of the file that go into one transaction. */
const batchSize = 250;

const countries: Readonly<Record<string, string>> = { 'zh-CN': 'CN', 'zh-TW': 'TW', en: 'US' };

interface Task {
  readonly row: ImportRow;
  readonly home: Home;
  readonly reading: Reading;
  readonly sink: Sink;
  readonly after: readonly string[];
  readonly seen: Seen;
}

async function taskOf(db: Db, actor: SystemActor, row: ImportRow): Promise<Task | null> {
  const shop = await db.read(actor, (tx) => findShop(tx, row.shopId));
  if (!shop) return null;
  const { mapping } = row;
  const currency = mapping.currency ?? shop.currency;
  const reading = {
    currency,
    unit: mapping.unit ?? 'major',
    timezone: mapping.timezone ?? shop.timezone,
  };
  const home = { shopId: shop.id, currency, country: countries[shop.locale] ?? 'CN' };
  const { after } = splitPath(mapping.records ?? '*');
  return { row, home, reading, sink: sinks[row.kind], after, seen: new Seen() };
}

/** Maps one entry of the file into records; what does not fit becomes rejects. */
function digest(task: Task, unit: Unit): { waiting: Waiting[]; rejects: Reject[] } {
  const { row, home, reading, sink, after, seen } = task;
  if (unit.fault || unit.value === undefined) {
    return { waiting: [], rejects: [rejectOf(unit, '', unit.fault ?? 'malformed')] };
  }
  const waiting: Waiting[] = [];
  const rejects: Reject[] = [];
  for (const spot of recordsBelow(recordSpot(unit.value as Value, unit.key), after)) {
    try {
      const record = sink.make(mapRecord(spot, row.mapping, targets[row.kind], reading), home);
      const look = seen.look(sink.keyOf(record), sink.hashOf(record));
      if (look === 'new') waiting.push({ record, unit });
      if (look === 'other') rejects.push(rejectOf(unit, 'externalId', 'repeated'));
    } catch (error) {
      if (error instanceof Rejection) rejects.push(rejectOf(unit, error.field, error.reason));
      else if (error instanceof RangeError) rejects.push(rejectOf(unit, '', 'out_of_range'));
      else throw error;
    }
  }
  return { waiting, rejects };
}

/** Sees to one run from where it stands to its end. Safe to call again after a crash: settled entries are passed over. */
export async function runImport(
  db: Db,
  actor: SystemActor,
  importId: string,
  path: string,
): Promise<void> {
  const runner = newId();
  const claimed = await db.write(actor, async (tx) =>
    (await claimRun(tx, importId, runner)) ? readImport(tx, importId) : undefined,
  );
  if (!claimed) return;
  const task = await taskOf(db, actor, claimed);
  if (!task) return;
  try {
    const finished = await readThrough(db, actor, task, runner, path);
    if (finished) await finish(db, actor, task, runner);
  } catch (error) {
    const failure = failureOf(error);
    if (!failure) throw error;
    await db.write(actor, async (tx) => {
      await endRun(tx, importId, runner, 'failed', failure);
      await tell(tx, actor, importId);
    });
  }
}

function failureOf(error: unknown): { code: string; where: string } | null {
  if (error instanceof UnreadableFile) return { code: 'unreadable', where: error.where };
  const missing = (error as NodeJS.ErrnoException).code === 'ENOENT';
  return missing ? { code: 'file_gone', where: '' } : null;
}

/** A batch as it fills, and how far the file is read. */
interface Filling {
  waiting: Waiting[];
  rejects: Reject[];
  bytes: number;
  /** Last entry read, and last entry of which everything is settled. */
  last: number;
  settled: number;
  toldAt: number;
}

function writingOf(
  db: Db,
  actor: SystemActor,
  { row, sink }: Task,
  runner: string,
  filling: Filling,
): Writing {
  return {
    db,
    actor,
    shopId: row.shopId,
    sink,
    dryRun: row.dryRun,
    async settle(tx, { counts, rejects }, all) {
      const before = await addProgress(tx, row.id, runner, {
        ...counts,
        rejected: rejects.length,
        read: all ? filling.last : filling.settled,
        readBytes: Math.min(filling.bytes, row.size),
      });
      if (before === null) return false;
      await addRejects(tx, row.id, before, rejects);
      if (all && clock.now() - filling.toldAt > 1_000) {
        filling.toldAt = clock.now();
        await tell(tx, actor, row.id);
      }
      return true;
    },
  };
}

/** Reads the file to its end, batch by batch; false when the run is not ours any more. */
async function readThrough(
  db: Db,
  actor: SystemActor,
  task: Task,
  runner: string,
  path: string,
): Promise<boolean> {
  const { row } = task;
  const filling: Filling = {
    waiting: [],
    rejects: [],
    bytes: 0,
    last: row.read,
    settled: row.read,
    toldAt: 0,
  };
  const writing = writingOf(db, actor, task, runner, filling);
  const flush = async (): Promise<boolean> => {
    const { waiting, rejects } = filling;
    if (!(await writeBatch(writing, { waiting, rejects, last: true }))) return false;
    Object.assign(filling, { waiting: [], rejects: [], settled: filling.last });
    return true;
  };
  const units = unitsOf(path, row.fileName, row.mapping, (bytes) => {
    filling.bytes += bytes;
  });
  try {
    for await (const unit of units) {
      const { waiting, rejects } = digest(task, unit);
      if (unit.number <= row.read) continue;
      filling.last = unit.number;
      filling.waiting.push(...waiting);
      filling.rejects.push(...rejects);
      const full =
        filling.waiting.length >= batchSize || filling.last - filling.settled >= batchSize;
      if (full && !(await flush())) return false;
    }
  } catch (error) {
    // What could be read before the file broke off is brought in all the same.
    if (error instanceof UnreadableFile && filling.last > filling.settled) await flush();
    throw error;
  }
  return filling.last > filling.settled ? flush() : true;
}

async function finish(
  db: Db,
  actor: SystemActor,
  { row, sink }: Task,
  runner: string,
): Promise<void> {
  if (!row.dryRun) await sink.finish?.(db, actor, row.shopId);
  await db.write(actor, async (tx) => {
    await endRun(tx, row.id, runner, 'done');
    await tell(tx, actor, row.id);
  });
}

/** Tells who watches how far the run is. */
async function tell(
  tx: Parameters<typeof emit>[0],
  actor: SystemActor,
  importId: string,
): Promise<void> {
  const row = await readImport(tx, importId);
  if (!row) return;
  const { id, shopId, state, read, readBytes, size, created, changed, unchanged, rejected } = row;
  const data = {
    importId: id,
    shopId,
    state,
    read,
    readBytes,
    size,
    created,
    changed,
    unchanged,
    rejected,
  };
  emit(tx, importProgressed, { subject: id, reach: { shop: shopId }, actor, data });
}
