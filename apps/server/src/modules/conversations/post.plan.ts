import { actorRef, type BuyerActor, type TeamActor } from '../../kernel/actor.ts';
import { can } from '../../kernel/can.ts';
import type { Octets } from '../../kernel/live/octets.ts';
import { type Refusal, refuse } from '../../kernel/refusal.ts';
import { isPlain } from './conversation.rules.ts';
import { factsOctets, postedOctets, type Told } from './post.json.ts';
import {
  actOf,
  afterMessage,
  answeredMeanwhile,
  notBefore,
  type Placed,
  type Standing,
  type StoredFile,
  type Words,
} from './post.rules.ts';
import type { Posting } from './post.store.ts';

/** What somebody wants to say. */
export interface Said {
  readonly actor: TeamActor;
  readonly conversationId: string;
  readonly kind: 'text' | 'note' | 'image' | 'file';
  readonly text: string;
  readonly file: StoredFile | null;
  readonly clientKey: string;
  /** Last number the author saw; null does not ask. */
  readonly seen: number | null;
  /** Said although a word warns. */
  readonly sure?: boolean;
}

export type PostCode =
  | 'conversation.not_found'
  | 'conversation.illegal_transition'
  | 'conversation.answered_meanwhile'
  | 'conversation.superseded'
  | 'message.words_blocked'
  | 'message.words_warned'
  | 'access.denied';

/** A conversation with what is derived from it once and used for every message. */
export interface Kept {
  readonly team: string;
  readonly standing: Standing;
  readonly facts: Octets;
  readonly reach: ReturnType<typeof reachOf>;
}

/** Who hears of a conversation: its shop and who holds it. */
export const reachOf = (s: Standing): { shop: string; holders: string[] } => ({
  shop: s.shopId,
  holders: s.assigneeId === null ? [] : [s.assigneeId],
});

export const keep = (team: string, standing: Standing): Kept => ({
  team,
  standing,
  facts: factsOctets(standing),
  reach: reachOf(standing),
});

const isOwnChat = (actor: BuyerActor, s: Standing): boolean =>
  actor.buyer === s.buyerId && actor.channel === s.channelId;

/** Whether the author may say this here; a conversation one may not see does not exist. */
export function barred(
  actor: TeamActor,
  s: Standing,
  kind: string,
): Refusal<'conversation.not_found' | 'access.denied'> | null {
  if (actor.kind === 'system') return null;
  if (actor.kind === 'buyer') return isOwnChat(actor, s) ? null : refuse('conversation.not_found');
  const thing = { shop: s.shopId, holder: s.assigneeId };
  if (can(actor, 'conversations.read', thing) !== 'yes') return refuse('conversation.not_found');
  const permission = kind === 'note' ? 'conversations.note' : 'conversations.reply';
  return can(actor, permission, thing) === 'yes' ? null : refuse('access.denied', { permission });
}

/** CONV-14: a colleague's answer the author has not seen. */
export const crossed = (
  said: Said,
  s: Standing,
): Refusal<'conversation.answered_meanwhile'> | null =>
  said.seen !== null &&
  said.actor.kind === 'member' &&
  said.kind !== 'note' &&
  answeredMeanwhile(s, said.actor.member, said.seen)
    ? refuse('conversation.answered_meanwhile', { seq: s.replySeq, by: s.replyBy })
    : null;

/** The words of what was said, in the author's name. */
export const wordsOf = (said: Said, id: string, authorName: string): Words => ({
  id,
  kind: said.kind,
  authorKind:
    said.actor.kind === 'buyer' || said.actor.kind === 'member' ? said.actor.kind : 'system',
  authorId: said.actor.kind === 'key' ? null : actorRef(said.actor).id,
  authorName,
  text: said.text,
  card: null,
  file: said.file,
  line: null,
  clientKey: said.clientKey,
});

/** Whether the message changes nothing but what every message changes; anything else takes the long way. */
export function isOrdinary(words: Words, s: Standing): boolean {
  if (s.blocked && words.authorKind === 'buyer') return false;
  const act = actOf(words);
  if (act === null || act === 'note') return true;
  // What is said in a resolved conversation depends on whether the buyer has a newer one.
  return s.state !== 'resolved' && isPlain(s.state, act);
}

/** A message with its place, on its way into the log. */
export interface Planned {
  readonly posting: Posting;
  readonly before: Standing;
  readonly kept: Kept;
}

/** Gives the message its place after `before`. */
export function plan(actor: TeamActor, words: Words, before: Kept, now: string): Planned {
  const after = afterMessage(before.standing, words, now);
  const at = notBefore(now, before.standing.lastAt);
  const placed: Placed = { ...words, seq: after.lastSeq, at, hidden: false };
  const ref = actorRef(actor);
  const posting: Posting = { placed, after, actorKind: ref.kind, actorId: ref.id };
  const { team, facts, reach } = before;
  return { posting, before: before.standing, kept: { team, standing: after, facts, reach } };
}

/** What its author, the team and the buyer are told of the message once it is in the log. */
export const toldOf = ({ posting: { placed, after }, before, kept }: Planned): Told =>
  postedOctets(placed, before, after, kept.facts);
