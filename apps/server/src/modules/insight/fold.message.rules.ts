import type {
  LocalTime,
  Part,
  ReplyKind,
  Round,
  SaidMessage,
  Session,
  Talk,
  Told,
  Turn,
} from './fold.types.ts';

/** The conversation after a message; lines and notes of the team are no answer. */
export function withMessage(talk: Talk, told: Told, message: SaidMessage, local: LocalTime): Talk {
  if (message.kind === 'line' || message.kind === 'note') return talk;
  const session = withProducts(talk.session, cardProducts(message));
  const next = { ...talk, session, lastSeq: message.seq };
  if (message.author.kind === 'buyer') return buyerSaid(next, message, local);
  if (message.author.kind === 'member' && message.author.id !== null)
    return personSaid(next, message, message.author.id, local);
  return machineSaid(next, message, told.actor.kind === 'key' ? 'echo' : 'automation');
}

const mostProducts = 20;

/** A product's card in the chat tells what was asked about. */
export const cardProducts = ({ card }: SaidMessage): readonly string[] =>
  card?.type === 'product' && card.id !== undefined ? [card.id] : [];

/** The session with what was asked about in it. */
export function withProducts(session: Session, asked: readonly string[]): Session {
  const news = asked.filter((id) => !session.products.includes(id));
  if (news.length === 0) return session;
  return { ...session, products: [...session.products, ...news].slice(0, mostProducts) };
}

const begun = (session: Session, by: 'buyer' | 'member' | 'system'): Session =>
  session.begunBy === null ? { ...session, begunBy: by } : session;

function roundAt(talk: Talk, message: SaidMessage, local: LocalTime): Round {
  const { seq, id, at } = message;
  return {
    ...{ seq, episode: talk.session.episode, buyerId: talk.buyerId, messageId: id },
    ...local(talk.shopId, at),
    ...{ startedAt: at, lastAt: at, messages: 1, continued: false },
    chainAt: talk.round?.chainAt ?? at,
    ...{ replyAt: null, replyKind: null, replyBy: null },
    ...{ humanAt: null, humanBy: null, humanSeq: null, heldSince: null },
    ...{ holderId: talk.holder, botUntil: talk.round?.botUntil ?? null, dismissedAt: null },
  };
}

/** CONV-10: consecutive messages of the buyer are one round that starts with the first. */
function buyerSaid(talk: Talk, message: SaidMessage, local: LocalTime): Talk {
  const session = begun(talk.session, 'buyer');
  const counted = {
    ...session,
    buyerMessages: session.buyerMessages + 1,
    firstMessageId: session.firstMessageId ?? message.id,
    firstCustomerAt: session.firstCustomerAt ?? message.at,
    lastCustomerAt: message.at,
  };
  // A word of thanks on a closed conversation asks for no answer.
  if (talk.session.closedAt !== null) return { ...talk, session: counted, turn: null };
  const { round } = talk;
  const same = round !== null && round.replyAt === null;
  return {
    ...talk,
    session: counted,
    turn: null,
    round: same
      ? { ...round, messages: round.messages + 1, lastAt: message.at }
      : roundAt(talk, message, local),
  };
}

function personSaid(talk: Talk, message: SaidMessage, by: string, local: LocalTime): Talk {
  const session = begun(talk.session, 'member');
  const asked = session.firstCustomerAt !== null;
  const first = asked && session.firstHumanAt === null;
  const { at, seq } = message;
  const heldSince = talk.holder === by ? talk.heldSince : null;
  const said: Session = {
    ...session,
    humanMessages: session.humanMessages + 1,
    ...{ lastHumanAt: at, lastHumanBy: by },
    ...(first ? { firstHumanAt: at, firstHumanBy: by } : {}),
    ...replied(session, at, 'human'),
  };
  const { round } = talk;
  const answered = round && {
    ...(round.replyAt === null
      ? { ...round, replyAt: at, replyKind: 'human' as const, replyBy: by }
      : round),
    ...{ humanAt: at, humanBy: by, humanSeq: seq, heldSince },
  };
  const parts = withPart(talk, by, at, local);
  return { ...talk, session: said, round: answered, turn: turnOf(talk, by, message), parts };
}

function turnOf({ turn, session: { episode } }: Talk, memberId: string, said: SaidMessage): Turn {
  const { seq, at } = said;
  if (turn?.memberId === memberId)
    return { ...turn, lastAt: at, lastSeq: seq, messages: turn.messages + 1 };
  return { seq, episode, memberId, firstAt: at, lastAt: at, lastSeq: seq, messages: 1 };
}

function machineSaid(talk: Talk, { at }: SaidMessage, kind: ReplyKind): Talk {
  const session = begun(talk.session, 'system');
  const { round } = talk;
  return {
    ...talk,
    session: { ...session, autoMessages: session.autoMessages + 1, ...replied(session, at, kind) },
    round: round?.replyAt === null ? { ...round, replyAt: at, replyKind: kind } : round,
  };
}

const replied = (session: Session, at: string, kind: ReplyKind) =>
  session.firstCustomerAt !== null && session.firstReplyAt === null
    ? { firstReplyAt: at, firstReplyKind: kind }
    : {};

function withPart(talk: Talk, memberId: string, at: string, local: LocalTime): readonly Part[] {
  const known = talk.parts.find((part) => part.memberId === memberId);
  if (known) {
    const more = { ...known, lastAt: at, messages: known.messages + 1 };
    return talk.parts.map((part) => (part === known ? more : part));
  }
  const { episode } = talk.session;
  const { day } = local(talk.shopId, at);
  const part = {
    episode,
    memberId,
    buyerId: talk.buyerId,
    day,
    firstAt: at,
    lastAt: at,
    messages: 1,
  };
  return [...talk.parts, part];
}
