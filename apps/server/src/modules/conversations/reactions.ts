import type { TeamActor } from '../../kernel/actor.ts';
import { react } from '../../kernel/reactions.ts';
import type { Tx } from '../../kernel/tx.ts';
import { memberDeactivated } from '../access/index.ts';
import {
  buyerBlocked,
  buyerChanged,
  buyerFacts,
  buyersMirrored,
  buyerUnblocked,
} from '../buyers/index.ts';
import { visitorIdentified } from '../channels/index.ts';
import { orderAddressChanged, orderPaid, orderPlaced, ordersMirrored } from '../orders/index.ts';
import { shopChanged } from '../shops/index.ts';
import { adopt, learn } from './adoption.ts';
import { assignToFree, handBack } from './assignment.ts';
import { ofBuyer, renameShop, waitingForOrder } from './conversation.store.ts';
import { conversationOpened, conversationReopened } from './events.ts';
import { tellHanded } from './handed.notice.ts';
import { followMerges } from './merged.ts';
import { indexMessages } from './search.index.ts';
import { lockStanding } from './standing.store.ts';
import { wakeUp } from './waking.ts';

async function followBuyer(actor: TeamActor, tx: Tx, buyerId: string): Promise<void> {
  const buyer = await buyerFacts(tx, buyerId);
  if (!buyer) return;
  const facts = { buyerName: buyer.name, blocked: buyer.blocked };
  for (const id of await ofBuyer(tx, buyerId)) await learn(actor, tx, id, facts);
}

async function wakeForOrder(actor: TeamActor, tx: Tx, buyerId: string | null): Promise<void> {
  if (buyerId === null) return;
  for (const id of await waitingForOrder(tx, buyerId)) {
    const standing = await lockStanding(tx, id);
    if (standing?.state === 'snoozed') await wakeUp(actor, tx, standing, 'order');
  }
}

export const reactions = [
  tellHanded,
  followMerges,
  indexMessages,
  react(
    'conversations.assignToFree',
    [conversationOpened, conversationReopened],
    async (actor, tx, { subject, data }) => {
      if (data.conversation.assigneeId === null) await assignToFree(actor, tx, subject);
    },
  ),
  react(
    'conversations.followBuyer',
    [buyerChanged, buyerBlocked, buyerUnblocked],
    (actor, tx, { subject }) => followBuyer(actor, tx, subject),
  ),
  react('conversations.followMirroredBuyers', buyersMirrored, async (actor, tx, { data }) => {
    for (const id of data.buyerIds) await followBuyer(actor, tx, id);
  }),
  react('conversations.wakeForOrder', [orderPaid, orderPlaced], (actor, tx, { data }) =>
    wakeForOrder(actor, tx, data.order.buyerId),
  ),
  react('conversations.wakeForChangedOrder', orderAddressChanged, (actor, tx, { data }) =>
    wakeForOrder(actor, tx, data.buyerId),
  ),
  react('conversations.wakeForMirror', ordersMirrored, async (actor, tx, { data }) => {
    for (const { buyerId } of data.orders) await wakeForOrder(actor, tx, buyerId);
  }),
  react('conversations.followVisitor', visitorIdentified, async (actor, tx, { data }) => {
    if (!data.wasVerified) await adopt(actor, tx, data);
  }),
  react('conversations.handBack', memberDeactivated, (actor, tx, { subject, data }) =>
    handBack(actor, tx, subject, data.handOverTo ?? null),
  ),
  react('conversations.followShop', shopChanged, (_actor, tx, { data }) =>
    renameShop(tx, data.shopId, data.name),
  ),
];
