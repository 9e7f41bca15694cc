import { now } from '../../kernel/clock.ts';
import { refuse } from '../../kernel/refusal.ts';
import type { Names } from './names.ts';
import { answer, type Placing, type Waiting } from './post.news.ts';
import { barred, crossed, isOrdinary, type Kept, plan, wordsOf } from './post.plan.ts';
import type { Touched } from './post.store.ts';
import { screened, type WordPort } from './screen.ts';

/** What placing a batch asks of its lane. */
export interface PlaceParts {
  readonly names: Names;
  readonly guard: WordPort;
  /** The conversation as it is remembered. */
  readonly knownOf: (conversationId: string) => Kept | undefined;
  /** Whether a message of that id was posted lately. */
  readonly isRecent: (id: string) => boolean;
  /** Takes a message that needs the long way. */
  readonly goAside: (waiting: Waiting) => void;
}

/** A batch ready to be written, and what it does to each conversation. */
export interface Batch {
  readonly placing: readonly Placing[];
  readonly touched: readonly Touched[];
}

const byId = (a: Touched, b: Touched): number => (a.after.id < b.after.id ? -1 : 1);

/** Gives each message its place after the one before it; what cannot go along is answered, or goes the long way. */
export function placeAll(batch: readonly Waiting[], parts: PlaceParts): Batch {
  const at = now().toISOString();
  const placing = new Map<string, Placing>();
  const touched = new Map<string, Touched>();
  const latest = new Map<string, Kept>();
  for (const waiting of batch) {
    const { said, id } = waiting;
    const { conversationId } = said;
    const before = latest.get(conversationId) ?? parts.knownOf(conversationId);
    if (!before) {
      answer(waiting, refuse('conversation.not_found'));
      continue;
    }
    const { standing } = before;
    const refusal = barred(said.actor, standing, said.kind) ?? crossed(said, standing);
    if (refusal) {
      answer(waiting, refusal);
      continue;
    }
    const words = wordsOf(said, id, parts.names.of(said.actor, standing));
    if (placing.has(id) || parts.isRecent(id) || !isOrdinary(words, standing)) {
      parts.goAside(waiting);
      continue;
    }
    const unsaid = screened(parts.guard, said, standing.shopId);
    if (unsaid) {
      answer(waiting, unsaid);
      continue;
    }
    const planned = plan(said.actor, words, before, at);
    placing.set(id, { ...planned, waiting });
    latest.set(conversationId, planned.kept);
    const after = planned.kept.standing;
    const touch = touched.get(conversationId);
    if (touch) touch.after = after;
    else touched.set(conversationId, { version: standing.version, after });
  }
  return { placing: [...placing.values()], touched: [...touched.values()].sort(byId) };
}
