import type { TeamActor } from '../../kernel/actor.ts';
import { emit } from '../../kernel/events.ts';
import type { Tx } from '../../kernel/tx.ts';
import { messagePosted } from './events.ts';
import { signature } from './names.ts';
import { messageId } from './post.id.ts';
import { messageJson, postedJson } from './post.json.ts';
import { insertPosts, lockStandings, saveStandings } from './post.many.store.ts';
import { reachOf } from './post.plan.ts';
import type { Card, Standing, Words } from './post.rules.ts';
import { place, type Step } from './say.ts';

/** One message among many: a card, or else words. */
export interface ManyPost {
  readonly conversationId: string;
  readonly text: string;
  readonly card: Card | null;
  /** Within the conversation; whoever posts by the batch sees to it that a key comes once. */
  readonly key: string;
}

const wordsFor = (actor: TeamActor, name: string, post: ManyPost): Words => ({
  id: messageId(actor, post.conversationId, post.key),
  kind: post.card ? 'card' : 'text',
  authorKind: actor.kind === 'member' ? 'member' : 'system',
  authorId: actor.kind === 'member' ? actor.member : null,
  authorName: name,
  text: post.card ? '' : post.text,
  card: post.card,
  file: null,
  line: null,
  clientKey: null,
});

/**
 * Posts many messages in a handful of statements, inside the caller's transaction. The conversations stay in the state they
 * are in: what nobody typed opens nothing and ends no waiting. Ids by key; absent where the conversation is not there or is
 * spam. A key that was posted before throws.
 */
export async function postMany(
  actor: TeamActor,
  tx: Tx,
  posts: readonly ManyPost[],
): Promise<Map<string, string>> {
  if (posts.length === 0) return new Map();
  const standings = await lockStandings(tx, [...new Set(posts.map((p) => p.conversationId))]);
  const name = await signature(tx, actor);
  const steps: Step[] = [];
  const ids = new Map<string, string>();
  for (const post of posts) {
    const before: Standing | undefined = standings.get(post.conversationId);
    if (!before || before.state === 'spam') continue;
    const step = place(before, wordsFor(actor, name, post));
    standings.set(post.conversationId, step.after);
    steps.push(step);
    ids.set(post.key, step.placed.id);
  }
  await insertPosts(tx, steps);
  await saveStandings(tx, [...new Map(steps.map(({ after }) => [after.id, after])).values()]);
  for (const step of steps) tellPosted(tx, actor, step);
  return ids;
}

function tellPosted(tx: Tx, actor: TeamActor, { before, after, placed }: Step): void {
  const data = JSON.parse(postedJson(messageJson(after.id, placed), before, after));
  emit(tx, messagePosted, {
    subject: placed.id,
    topic: after.id,
    reach: reachOf(after),
    actor,
    data,
  });
}
