import type { conversations, Static } from '@guitai/contract';
import { actorRef, type TeamActor } from '../../kernel/actor.ts';
import { now } from '../../kernel/clock.ts';
import { type EventType, emit } from '../../kernel/events.ts';
import { newId } from '../../kernel/ids.ts';
import type { Tx } from '../../kernel/tx.ts';
import { messageHidden, messagePosted } from './events.ts';
import { messageJson, postedJson, summaryJson } from './post.json.ts';
import { reachOf } from './post.plan.ts';
import {
  afterMessage,
  type Card,
  type Line,
  notBefore,
  type Placed,
  type Standing,
  type Words,
} from './post.rules.ts';
import { insertMessage, saveStanding } from './standing.store.ts';

/** A message with its place, and the conversation before and after it. */
export interface Step {
  readonly before: Standing;
  readonly after: Standing;
  readonly placed: Placed;
}

/** Gives a message its place in a conversation whose lock the transaction holds. */
export function place(before: Standing, words: Words): Step {
  const at = now().toISOString();
  const after = afterMessage(before, words, at);
  const hidden = before.blocked && words.authorKind === 'buyer';
  const placed = { ...words, seq: after.lastSeq, at: notBefore(at, before.lastAt), hidden };
  return { before, after, placed };
}

/** Writes the message and its conversation, and says so. */
export async function write(
  tx: Tx,
  actor: TeamActor,
  { before, after, placed }: Step,
): Promise<string> {
  await insertMessage(tx, after, placed);
  await saveStanding(tx, after);
  const json = messageJson(after.id, placed);
  const said = { subject: placed.id, topic: after.id, reach: reachOf(after), actor };
  if (placed.hidden) emit(tx, messageHidden, { ...said, data: { message: JSON.parse(json) } });
  else emit(tx, messagePosted, { ...said, data: JSON.parse(postedJson(json, before, after)) });
  return json;
}

/** The conversation for readers who see it alike. */
export const summaryOf = (s: Standing): conversations.ConversationSummary =>
  JSON.parse(summaryJson(s));

const wasOf = (s: Standing | null) => s && { state: s.state, assigneeId: s.assigneeId };

/** Whoever holds or held it hears of the change. */
const reachOfChange = (before: Standing | null, after: Standing) => {
  const holders = [before?.assigneeId, after.assigneeId].filter((id) => typeof id === 'string');
  const inQueue = before === null || before.assigneeId === null || after.assigneeId === null;
  return { shop: after.shopId, holders: inQueue ? [] : [...new Set(holders)] };
};

/** Says that the conversation as such has changed. */
export function tell<E extends EventType>(
  tx: Tx,
  actor: TeamActor,
  event: E,
  before: Standing | null,
  after: Standing,
): void {
  const data = { conversation: summaryOf(after), was: wasOf(before) } as Static<E['data']>;
  emit(tx, event, {
    subject: after.id,
    topic: after.id,
    reach: reachOfChange(before, after),
    actor,
    data,
  });
}

/** A system line, worded by its readers. */
export const lineOf = (code: string, params: Line['params']): Words => ({
  id: newId(),
  kind: 'line',
  authorKind: 'system',
  authorId: null,
  authorName: '',
  text: '',
  card: null,
  file: null,
  line: { code, params },
  clientKey: null,
});

/** A card in the actor's name. */
export const cardOf = (actor: TeamActor, authorName: string, card: Card, id = newId()): Words => ({
  id,
  kind: 'card',
  authorKind: actor.kind === 'member' || actor.kind === 'buyer' ? actor.kind : 'system',
  authorId: actor.kind === 'key' ? null : actorRef(actor).id,
  authorName,
  text: '',
  card,
  file: null,
  line: null,
  clientKey: null,
});
