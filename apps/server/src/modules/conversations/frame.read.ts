import type { BuyerActor, TeamActor } from '../../kernel/actor.ts';
import type { Db } from '../../kernel/db.ts';
import { isId } from '../../kernel/ids.ts';
import { type FrameHandler, onFrame } from '../../kernel/live/frames.ts';
import { isKnown } from '../channels/index.ts';
import { isOwnConversation } from './chat.store.ts';
import { findStanding } from './conversation.store.ts';
import { markConversationRead, markReadByBuyer } from './read-mark.ts';
import { spacedOut } from './spaced-out.ts';

const buyerReads = spacedOut(500);

async function readByBuyer(db: Db, actor: BuyerActor, id: string, seq: number): Promise<void> {
  await db.write(actor, async (tx) => {
    const own = isKnown(actor) && (await isOwnConversation(tx, id, actor.channel, actor.buyer));
    const standing = own ? await findStanding(tx, id) : undefined;
    if (standing) await markReadByBuyer(actor, tx, standing, seq);
  });
}

/** A read mark over the socket: the same as the endpoints, without an answer. */
export const readFrame = (): FrameHandler =>
  onFrame('read', async (socket, frame, { db }) => {
    const actor = socket.actor as TeamActor;
    const { seq } = frame;
    const id = frame.conversationId ?? socket.topics[0];
    if (
      typeof id !== 'string' ||
      !isId(id) ||
      typeof seq !== 'number' ||
      !Number.isSafeInteger(seq)
    )
      return;
    if (seq < 0 || seq > 2_147_483_647) return;
    if (actor.kind === 'member') {
      await db.write(actor, (tx) => markConversationRead(actor, tx, { conversationId: id, seq }));
    } else if (actor.kind === 'buyer' && isKnown(actor)) {
      await buyerReads(socket, `${id} ${seq}`, () => readByBuyer(db, actor, id, seq));
    }
  });
