import { withMessage, withProducts } from './fold.message.rules.ts';
import { topicsIn } from './fold.topic.rules.ts';
import type {
  Folded,
  LocalTime,
  Part,
  Round,
  Session,
  Talk,
  Told,
  ToldTopic,
  Topic,
  Turn,
} from './fold.types.ts';

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** An empty session; what is said fills it. */
export function sessionAt(
  told: Pick<Told, 'conversation'>,
  episode: number,
  at: string,
  local: LocalTime,
): Session {
  const { conversation } = told;
  const product = episode === 1 ? conversation.page?.productId : undefined;
  return {
    ...{ episode, buyerId: conversation.buyerId, startedAt: at, begunBy: null },
    ...local(conversation.shopId, at),
    ...{ reopened: episode > 1, firstMessageId: null, firstCustomerAt: null, lastCustomerAt: null },
    ...{ firstReplyAt: null, firstReplyKind: null, firstHumanAt: null, firstHumanBy: null },
    ...{ lastHumanAt: null, lastHumanBy: null, assignedAt: null, assignedTo: null, botUntil: null },
    ...{ closedAt: null, closedKind: null, closedBy: null, spam: false },
    ...{ buyerMessages: 0, humanMessages: 0, autoMessages: 0 },
    products: product !== undefined && uuid.test(product) ? [product] : [],
  };
}

/** What is known of a conversation before its first event; a message tells only of itself, not how things stood. */
function talkOf(told: Told, local: LocalTime): Talk {
  const { message } = told;
  const c = message
    ? { ...told.conversation, openedAt: message.at, state: 'open', assigneeId: null, page: null }
    : told.conversation;
  const session = sessionAt({ conversation: c }, 1, c.openedAt, local);
  const heldSince = c.assigneeId === null ? null : c.openedAt;
  return {
    ...{ id: c.id, shopId: c.shopId, channelId: c.channelId, buyerId: c.buyerId, seq: 0 },
    ...{ lastSeq: 0, state: c.state, holder: c.assigneeId, heldSince },
    ...{ round: null, turn: null, parts: [] },
    session: { ...session, assignedAt: heldSince, assignedTo: c.assigneeId },
  };
}

/** CONV: who holds it now; the first time stands in the session. */
function withHolder(talk: Talk, { at, conversation }: Told): Talk {
  const { assigneeId } = conversation;
  if (assigneeId === talk.holder) return talk;
  const first = talk.session.assignedAt === null && assigneeId !== null;
  return {
    ...talk,
    holder: assigneeId,
    heldSince: assigneeId === null ? null : at,
    session: first ? { ...talk.session, assignedAt: at, assignedTo: assigneeId } : talk.session,
    round: talk.round && { ...talk.round, holderId: assigneeId },
  };
}

function closed(talk: Talk, { actor, conversation, at }: Told): Talk {
  const closedAt = conversation.resolvedAt ?? at;
  const { round } = talk;
  const dismissed = actor.kind === 'member' || actor.kind === 'key';
  return {
    ...talk,
    session: { ...talk.session, closedAt, closedKind: actor.kind, closedBy: actor.id },
    round: round && dismissed ? { ...round, dismissedAt: closedAt } : round,
  };
}

/** A robot hands over: what people are measured by begins now. */
const handedOver = (talk: Talk, at: string): Talk => ({
  ...talk,
  session: { ...talk.session, botUntil: at },
  round: talk.round && { ...talk.round, botUntil: at },
});

function withState(talk: Talk, told: Told, local: LocalTime): Talk {
  const { state } = told.conversation;
  if (state === talk.state) return talk;
  const now = { ...talk, state };
  if (state === 'resolved') return closed(now, told);
  if (state === 'spam') return { ...now, session: { ...now.session, spam: true } };
  if (talk.state === 'pending') return handedOver(now, told.at);
  if (talk.state !== 'resolved') return now;
  const session = sessionAt(told, talk.session.episode + 1, told.at, local);
  const held = told.conversation.assigneeId;
  const begun = { ...session, assignedAt: held && told.at, assignedTo: held };
  return { ...now, session: begun, round: null, turn: null, parts: [] };
}

const withBuyer = (talk: Talk, { conversation: { buyerId } }: Told): Talk => ({
  ...talk,
  buyerId,
  session: { ...talk.session, buyerId },
  round: talk.round && { ...talk.round, buyerId },
  parts: talk.parts.map((part) => ({ ...part, buyerId })),
});

/** What served an order or was given as a coupon was not asked about for that. */
const asks = ({ about }: ToldTopic): boolean => about.why !== 'order' && about.why !== 'coupon';

/** The conversation after one event. */
function after(talk: Talk, told: Told | ToldTopic, local: LocalTime): Talk {
  const next = { ...talk, seq: told.seq };
  if ('about' in told)
    return asks(told)
      ? { ...next, session: withProducts(talk.session, told.about.products) }
      : next;
  // What a message says of its conversation is read back as it stands now: only its own words count.
  if (told.message) return withMessage(next, told, told.message, local);
  const changed = withHolder(withState(next, told, local), told);
  return changed.buyerId === told.conversation.buyerId ? changed : withBuyer(changed, told);
}

const decides = ({ session }: Talk): string =>
  [
    ...[session.episode, session.products.length, session.begunBy, session.spam],
    ...[session.humanMessages > 0, session.buyerMessages > 0],
  ].join();

/**
 * Brings a conversation's facts up to some events, in the order of the log. Events that are in them already change
 * nothing. The same events give the same facts however they are cut into batches.
 */
export function fold(
  known: Talk | null,
  events: readonly (Told | ToldTopic)[],
  local: LocalTime,
): Folded | null {
  const rounds = new Map<number, Round>();
  const sessions = new Map<number, Session>();
  const parts = new Map<string, Part>();
  const turns = new Map<number, Turn>();
  const topics = new Map<string, Topic>();
  let talk = known;
  let [buyerChanged, enquiryChanged] = [false, false];
  for (const told of events) {
    if (talk && told.seq <= talk.seq) continue;
    // Before its first word there is no conversation to speak of.
    if (talk === null && 'about' in told) continue;
    const before: Talk = talk ?? talkOf(told as Told, local);
    talk = after(before, told, local);
    // The one that ended in this step, as it ended, then the one that stands.
    if (before.round && before.round !== talk.round) noteEnd(rounds, before, talk);
    if (talk.round) rounds.set(talk.round.seq, talk.round);
    sessions.set(talk.session.episode, talk.session);
    if (talk.turn) turns.set(talk.turn.seq, talk.turn);
    for (const topic of topicsIn(before, talk, told))
      topics.set(`${topic.seq} ${topic.productId}`, topic);
    for (const part of talk.parts) parts.set(`${part.episode} ${part.memberId}`, part);
    buyerChanged ||= before.buyerId !== talk.buyerId;
    enquiryChanged ||= buyerChanged || known === null || decides(before) !== decides(talk);
    talk = settled(talk);
  }
  return talk && { talk, rounds, sessions, parts, turns, topics, buyerChanged, enquiryChanged };
}

/** A round a new one followed without a person's answer. */
function noteEnd(rounds: Map<number, Round>, before: Talk, now: Talk): void {
  const { round } = before;
  if (!round || now.round?.seq === round.seq || now.session.episode !== round.episode) return;
  rounds.set(round.seq, { ...round, continued: true });
}

/** A round a person has answered is over; so is one that was closed. */
const settled = (talk: Talk): Talk =>
  talk.round && (talk.round.humanAt !== null || talk.round.dismissedAt !== null)
    ? { ...talk, round: null }
    : talk;
