import type { conversations, Static } from '@guitai/contract';
import type { Happened } from '../../kernel/events.ts';
import type { Hub } from '../../kernel/live/hub.ts';
import type { LiveSocket } from '../../kernel/live/socket.ts';
import type { visitorIdentified, visitorSignedOut } from '../channels/index.ts';

/** Tabs one visitor may hold open; one more is turned away and tries again later. */
const mostTabs = 20;

/**
 * Keeps a buyer's open tabs listening to what is theirs: a conversation begun in one is heard in the others, a tab of a
 * browser that signed out is cut, and one whose visitor became another buyer comes back as that buyer.
 */
export function followVisitors(hub: Hub): void {
  const sockets = new Set<LiveSocket>();
  hub.onJoin((socket) => {
    const { actor } = socket;
    if (actor?.kind !== 'buyer') return;
    sockets.add(socket);
    if (actor.visitor === null) return;
    if (ofVisitor(actor.team, actor.visitor).length > mostTabs) socket.bye('slow');
  });
  hub.onLeave((socket) => void sockets.delete(socket));

  const ofVisitor = (team: string, visitor: string) =>
    [...sockets].filter(
      ({ actor }) => actor?.kind === 'buyer' && actor.team === team && actor.visitor === visitor,
    );

  const opened = (event: Happened) => {
    const { conversation } = JSON.parse(event.data) as conversations.ConversationChanged;
    for (const socket of sockets) {
      const { actor } = socket;
      if (actor?.kind !== 'buyer' || actor.team !== event.team) continue;
      if (actor.buyer !== conversation.buyerId || actor.channel !== conversation.channelId)
        continue;
      if (!socket.topics.includes(conversation.id))
        hub.listen(socket, [conversation.id, ...socket.topics]);
    }
  };

  const signedOut = (event: Happened) => {
    const { visitorId } = JSON.parse(event.data) as Static<(typeof visitorSignedOut)['data']>;
    for (const socket of ofVisitor(event.team, visitorId)) socket.bye('signed_out');
  };

  const identified = (event: Happened) => {
    const { visitorId } = JSON.parse(event.data) as Static<(typeof visitorIdentified)['data']>;
    for (const socket of ofVisitor(event.team, visitorId)) socket.bye('restart');
  };

  hub.onDelivered((event) => {
    if (event.type === 'conversation.opened') opened(event);
    else if (event.type === 'visitor.signed_out') signedOut(event);
    else if (event.type === 'visitor.identified') identified(event);
  });
}
