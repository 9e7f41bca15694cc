import { createHash } from 'node:crypto';

/** One entry as the chain binds it. `at` is ISO 8601 UTC with milliseconds; `before`, `after` are JSON text. */
export interface Chained {
  readonly seq: number;
  readonly at: string;
  readonly actor_kind: string;
  readonly actor_id: string | null;
  readonly action: string;
  readonly subject_kind: string | null;
  readonly subject_id: string | null;
  readonly outcome: 'done' | 'refused';
  readonly reason: string | null;
  readonly before: string | null;
  readonly after: string | null;
  readonly shop_id: string | null;
  readonly address: string | null;
  readonly device: string | null;
}

/** The one written form of an entry: a fixed order of fields, so that equal entries have equal bytes. */
export const canonical = (team: string, entry: Chained): string =>
  JSON.stringify([
    team,
    entry.seq,
    entry.at,
    entry.actor_kind,
    entry.actor_id,
    entry.action,
    entry.subject_kind,
    entry.subject_id,
    entry.outcome,
    entry.reason,
    entry.before,
    entry.after,
    entry.shop_id,
    entry.address,
    entry.device,
  ]);

/** sha256(hash of the entry before ‖ canonical form); the first entry stands on no bytes. */
export const chainHash = (before: Buffer, team: string, entry: Chained): Buffer =>
  createHash('sha256').update(before).update(canonical(team, entry)).digest();

export interface Head {
  readonly seq: number;
  readonly hash: Buffer;
}

export interface Broken {
  readonly seq: number;
  readonly why: 'changed' | 'missing' | 'cut';
}

/** The start of every chain. */
export const nothing: Head = { seq: 0, hash: Buffer.alloc(0) };

/** Follows the chain over the next entries; says where it breaks, or how far it holds. */
export function follow(
  team: string,
  from: Head,
  entries: ReadonlyArray<Chained & { hash: Buffer }>,
): Head | Broken {
  let { seq, hash } = from;
  for (const entry of entries) {
    if (entry.seq !== seq + 1) return { seq: seq + 1, why: 'missing' };
    hash = chainHash(hash, team, entry);
    if (!hash.equals(entry.hash)) return { seq: entry.seq, why: 'changed' };
    seq = entry.seq;
  }
  return { seq, hash };
}

/** Compares the end of the chain with the head that stands beside it. */
export function meets(reached: Head, head: Head): Broken | null {
  if (reached.seq < head.seq) return { seq: reached.seq + 1, why: 'cut' };
  return reached.hash.equals(head.hash) ? null : { seq: head.seq, why: 'changed' };
}
