import type { TeamActor } from '../../kernel/actor.ts';
import { isId } from '../../kernel/ids.ts';
import { type FrameContext, type FrameHandler, onFrame } from '../../kernel/live/frames.ts';
import type { LiveSocket } from '../../kernel/live/socket.ts';
import { isRefusal, type Refusal, refuse } from '../../kernel/refusal.ts';
import { problemOf } from '../../kernel/texts.ts';
import { enterVisitor, isKnown } from '../channels/index.ts';
import { sayAsBuyer } from './chat.say.ts';
import { type ChatLimits, tooMany } from './chat.send.ts';
import { chatTextLength } from './chat-frame.ts';
import { messageId } from './post.id.ts';
import type { Lanes } from './post.lanes.ts';
import type { Posted } from './post.news.ts';
import type { Said } from './post.plan.ts';

type Frame = Readonly<Record<string, unknown>>;
type Identified = LiveSocket & { actor: TeamActor };

const keyPattern = /^[\w-]{8,64}$/;
const staffTextLength = 10_000;

/** PostgreSQL's text holds no NUL, and a lone surrogate is no character. */
const isStorable = (text: string): boolean => text.isWellFormed() && !text.includes('\0');

/** Whether a `send` frame is what the contract says; checked by hand, since every message passes here. */
function fault(frame: Frame, longest: number): string | null {
  const { key, text, kind } = frame;
  if (typeof key !== 'string' || !keyPattern.test(key)) return '/key';
  if (kind !== 'text' && kind !== 'note') return '/kind';
  if (typeof text !== 'string' || text.trim() === '' || text.length > longest || !isStorable(text))
    return '/text';
  if (frame.seen !== undefined && !Number.isSafeInteger(frame.seen)) return '/seen';
  if (frame.sure !== undefined && typeof frame.sure !== 'boolean') return '/sure';
  return null;
}

export function sayRefused(socket: Identified, key: unknown, { code, params }: Refusal): void {
  const problem = problemOf(code, params, socket.actor.locale);
  const named = typeof key === 'string' ? key.slice(0, 64) : null;
  socket.say(JSON.stringify({ t: 'refused', key: named, problem }));
}

const ack = (key: string, { messageId: id, standing, seq, at }: Posted): string =>
  `{"t":"ack","key":"${key}","messageId":"${id}","conversationId":"${standing.id}","seq":${seq},"at":"${at}"}`;

function queue(lanes: Lanes, socket: Identified, conversationId: string, frame: Frame): void {
  const key = frame.key as string;
  const said: Said = {
    actor: socket.actor,
    conversationId,
    kind: frame.kind as 'text' | 'note',
    text: frame.text as string,
    file: null,
    clientKey: key,
    seen: (frame.seen as number | undefined) ?? null,
    sure: frame.sure === true,
  };
  lanes.post(said, (result) => {
    if (isRefusal(result)) sayRefused(socket, key, result);
    else socket.say(ack(key, result));
  });
}

/** The first word of a visitor over the socket, or one in a chat that has come to rest. */
async function sendLong(
  socket: Identified,
  frame: Frame,
  { db, hub }: FrameContext,
): Promise<void> {
  const { actor } = socket;
  if (actor.kind !== 'buyer') return;
  const { key, text } = frame as { key: string; text: string };
  const result = await db.write(actor, async (tx) => {
    const visitor = await enterVisitor(actor, tx, {});
    if (isRefusal(visitor)) return visitor;
    const id = messageId(visitor, '', key);
    const said = { id, kind: 'text' as const, text, card: null, file: null, clientKey: key };
    return { visitor, posted: await sayAsBuyer(visitor, tx, said) };
  });
  if (isRefusal(result)) return sayRefused(socket, key, result);
  const { visitor, posted } = result;
  socket.actor = visitor;
  if (socket.topics[0] !== posted.standing.id) {
    hub.listen(socket, [
      posted.standing.id,
      ...socket.topics.filter((id) => id !== posted.standing.id),
    ]);
  }
  socket.say(ack(key, posted));
}

/** A message over the socket: acknowledged after its commit, or refused with the reason. */
export const sendFrame = (lanes: Lanes, limits: ChatLimits): FrameHandler =>
  onFrame('send', (given, frame, context) => {
    const socket = given as Identified;
    const { actor } = socket;
    const wrong = fault(frame, actor.kind === 'buyer' ? chatTextLength : staffTextLength);
    if (wrong)
      return sayRefused(
        socket,
        frame.key,
        refuse('request.invalid', { where: wrong, why: 'malformed' }),
      );
    if (actor.kind === 'buyer') {
      const flood = tooMany(actor, limits);
      if (flood) return sayRefused(socket, frame.key, flood);
      if (frame.kind === 'note')
        return sayRefused(
          socket,
          frame.key,
          refuse('access.denied', { permission: 'conversations.note' }),
        );
      const [current] = socket.topics;
      return isKnown(actor) && current
        ? queue(lanes, socket, current, frame)
        : sendLong(socket, frame, context);
    }
    const { conversationId } = frame;
    if (typeof conversationId !== 'string' || !isId(conversationId)) {
      return sayRefused(socket, frame.key, refuse('conversation.not_found'));
    }
    return queue(lanes, socket, conversationId, frame);
  });
