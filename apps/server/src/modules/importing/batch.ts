import { createHash } from 'node:crypto';
import type { importing } from '@guitai/contract';
import pg from 'pg';
import type { TeamActor } from '../../kernel/actor.ts';
import type { Db } from '../../kernel/db.ts';
import { isRefusal, refuse } from '../../kernel/refusal.ts';
import type { Tx } from '../../kernel/tx.ts';
import type { Unit } from './read/unit.ts';
import type { Reject } from './run.store.ts';
import type { Mirrored, Sink } from './sink.ts';

/** A record that waits for its batch, with the entry it came from. */
export interface Waiting {
  readonly record: unknown;
  readonly unit: Unit;
}

/** Why a record was not written, by what became of it. */
const refused = { handled: 'handled_here', foreign: 'not_from_file' } as const;

export interface BatchResult {
  readonly counts: Readonly<Record<Exclude<Mirrored, keyof typeof refused>, number>>;
  readonly rejects: readonly Reject[];
}

export const rejectOf = (unit: Unit, field: string, reason: importing.ImportReason): Reject => ({
  record: unit.number,
  line: unit.line,
  key: unit.key,
  field,
  reason,
  // What could not be kept as a record cannot be kept as its source either.
  source: unit.text.replaceAll('\0', '␀').toWellFormed(),
});

/** Remembers every key of a file, so that a thing standing in it twice with other content is told and not flip-flopped. */
export class Seen {
  readonly #hashes = new Map<string, string>();

  /** `new`, `same` as before in this file, or `other` than before. */
  look(key: string, hash: string): 'new' | 'same' | 'other' {
    const short = createHash('sha256').update(key).digest('base64').slice(0, 16);
    const before = this.#hashes.get(short);
    if (before === undefined) this.#hashes.set(short, hash.slice(0, 12));
    return before === undefined ? 'new' : before === hash.slice(0, 12) ? 'same' : 'other';
  }
}

const refusedOf = (waiting: readonly Waiting[], results: readonly Mirrored[]): Reject[] =>
  waiting.flatMap(({ unit }, n) => {
    const result = results[n];
    return result === 'handled' || result === 'foreign'
      ? [rejectOf(unit, '', refused[result])]
      : [];
  });

const count = (results: readonly Mirrored[]) => ({
  created: results.filter((one) => one === 'created').length,
  changed: results.filter((one) => one === 'changed').length,
  unchanged: results.filter((one) => one === 'unchanged').length,
});

const add = (a: BatchResult, b: BatchResult): BatchResult => ({
  counts: {
    created: a.counts.created + b.counts.created,
    changed: a.counts.changed + b.counts.changed,
    unchanged: a.counts.unchanged + b.counts.unchanged,
  },
  rejects: [...a.rejects, ...b.rejects],
});

/** Data the database will not take, as against a database that is not there. */
const isDataError = (error: unknown): boolean =>
  error instanceof pg.DatabaseError && /^(22|23|54)/.test(error.code ?? '');

export interface Writing {
  readonly db: Db;
  readonly actor: TeamActor;
  readonly shopId: string;
  readonly sink: Sink;
  readonly dryRun: boolean;
  /**
   * Keeps count in the same transaction as the effect; `all` once every part of the batch is written. False: the run is
   * not ours any more.
   */
  readonly settle: (tx: Tx, result: BatchResult, all: boolean) => Promise<boolean>;
}

interface Part {
  readonly waiting: readonly Waiting[];
  readonly rejects: readonly Reject[];
  /** The last part of its batch. */
  readonly last: boolean;
}

/** The refusal that rolls a transaction back; nobody reads its code. */
const undo = refuse('server.busy');

/** Writes a part in one transaction with its counts; null when the run is not ours any more. */
async function attempt(writing: Writing, part: Part): Promise<BatchResult | null> {
  const { db, actor, shopId, sink, dryRun, settle } = writing;
  const records = part.waiting.map(({ record }) => record);
  let counts = count([]);
  let { rejects } = part;
  const write = async (tx: Tx) => {
    if (records.length === 0) return;
    const results = await sink.write(actor, tx, shopId, records);
    counts = count(results);
    rejects = [...part.rejects, ...refusedOf(part.waiting, results)];
  };
  const keep = async (tx: Tx) => ((await settle(tx, { counts, rejects }, part.last)) ? null : undo);
  if (dryRun) {
    await db.write(actor, async (tx) => {
      await write(tx);
      return undo;
    });
  }
  const outcome = await db.write(actor, async (tx) => {
    if (!dryRun) await write(tx);
    return keep(tx);
  });
  return isRefusal(outcome) ? null : { counts, rejects };
}

/**
 * Writes a batch. Where the database will not take it, it is halved until the records are found that are to blame; those are
 * rejected and the others stay. Resolves to null when the run is not ours any more.
 */
export async function writeBatch(writing: Writing, part: Part): Promise<BatchResult | null> {
  try {
    return await attempt(writing, part);
  } catch (error) {
    if (!isDataError(error)) throw error;
    const { waiting, rejects, last } = part;
    const [only] = waiting;
    if (waiting.length === 1 && only) {
      const blamed = [...rejects, rejectOf(only.unit, '', 'out_of_range')];
      return attempt(writing, { waiting: [], rejects: blamed, last });
    }
    const half = waiting.length >> 1;
    const one = await writeBatch(writing, {
      waiting: waiting.slice(0, half),
      rejects,
      last: false,
    });
    const two =
      one && (await writeBatch(writing, { waiting: waiting.slice(half), rejects: [], last }));
    return one && two ? add(one, two) : null;
  }
}
