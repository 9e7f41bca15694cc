import type { buyers, InputOf } from '@guitai/contract';
import type { StaffActor } from '../../kernel/actor.ts';
import { pageOf, readCursor } from '../../kernel/cursor.ts';
import { isRefusal, refuse } from '../../kernel/refusal.ts';
import type { Tx } from '../../kernel/tx.ts';
import { readHistory, type Told } from '../audit/index.ts';
import { seesBuyer } from './buyer.ts';

const actions = [
  'buyer.changed',
  'buyer.tagged',
  'buyer.blocked',
  'buyer.unblocked',
  'buyer.matched',
  'buyer.unmatched',
  'buyer.merged',
  'buyer.parted',
];

/** Fields of a profile a history tells the values of; of the others only that they changed. */
const spoken = ['name', 'level', 'friendliness', 'remark', 'tags', 'phone', 'email'] as const;

const textOf = (value: unknown): string | null =>
  [value]
    .flat()
    .filter((one) => one !== null && one !== undefined)
    .join(' · ') || null;

interface Change {
  readonly field: (typeof spoken)[number] | 'address';
  readonly before: string | null;
  readonly after: string | null;
}

/** What of the profile an act changed; contacts are covered as the record has them. */
function changesOf({ before, after }: Told): Change[] {
  const fields = new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})]);
  return [...fields].flatMap((field): Change[] => {
    const known = spoken.find((one) => one === field);
    if (field === 'address') return [{ field: 'address', before: null, after: null }];
    if (!known) return [];
    const change = { field: known, before: textOf(before?.[known]), after: textOf(after?.[known]) };
    return change.before === change.after ? [] : [change];
  });
}

/** A15: what was changed of a profile, by whom and why, newest first. */
export async function listBuyerHistory(
  actor: StaffActor,
  tx: Tx,
  input: InputOf<typeof buyers.listBuyerHistory>,
) {
  const place = readCursor<[number]>('buyer-history', ['integer'], input.cursor);
  if (isRefusal(place)) return place;
  if (!(await seesBuyer(actor, tx, input.buyerId))) return refuse('buyer.not_found');
  const limit = input.limit ?? 20;
  const rows = await readHistory(tx, {
    ...{ subjectId: input.buyerId, actions },
    ...{ below: place?.[0] ?? null, limit: limit + 1 },
  });
  const page = pageOf('buyer-history', rows, limit, (row) => [row.seq]);
  return {
    items: page.items.map((row) => ({
      ...{ id: String(row.seq), at: row.at, action: row.action, byName: row.byName },
      byRule: row.actorKind === 'system',
      reason: row.reason,
      changes: changesOf(row),
    })),
    next: page.next,
  };
}
