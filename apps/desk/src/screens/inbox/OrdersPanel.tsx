import {
  orders as api,
  connectors,
  type conversations,
  type orders,
  type workbench,
} from '@guitai/contract';
import { Trans } from '@lingui/react/macro';
import { Suspense, useEffect, useRef, useState } from 'react';
import { AftersalesActs } from '../../features/aftersales/AftersalesActs.tsx';
import { OrderActs } from '../../features/care/OrderActs.tsx';
import { PlatformLine } from '../../features/connectors/PlatformLine.tsx';
import { OrderCard } from '../../features/orders/OrderCard.tsx';
import { ParcelRoute } from '../../features/parcels/ParcelRoute.tsx';
import { soon } from '../../lib/ahead.ts';
import { api as client } from '../../lib/api.ts';
import { useReply } from '../../lib/query.ts';
import { Button } from '../../ui/Button.tsx';
import { Empty } from '../../ui/Empty.tsx';
import type { Inbox } from './OpenConversation.tsx';
import styles from './OrdersPanel.module.css';

const CaseBlocks = soon(() => import('../../features/aftersales/CaseBlock.tsx'));

interface Props {
  readonly conversation: conversations.Conversation;
  readonly counter: workbench.CounterShape;
  readonly inbox: Inbox;
  readonly onChange: () => void;
}

/** The buyer's orders of every shop, newest first; one of them is in hand and takes the number keys. */
export function OrdersPanel({ conversation, counter, inbox, onChange }: Props) {
  const [whole, setWhole] = useState(false);
  const { buyerId } = conversation;
  const rest = useReply(api.listBuyerOrders, { buyerId, limit: 100 }, { when: whole });
  const newest = counter.orders.items;
  const elsewhere = newest.some(({ source }) => source === 'connector');
  // What is here shows at once; what changed on the platform arrives behind it, as an event.
  useEffect(() => {
    if (elsewhere) void client.attempt(connectors.refreshBuyerOrders, { buyerId });
  }, [elsewhere, buyerId]);
  const known = new Set(newest.map(({ id }) => id));
  const all = [...newest, ...(rest.data?.items ?? []).filter(({ id }) => !known.has(id))];
  const asked = inbox.address.orderId;
  const elsewhereAsked = asked !== undefined && !all.some(({ id }) => id === asked);
  const other = useReply(api.getOrder, { orderId: asked ?? '' }, { when: elsewhereAsked });
  const inHand = elsewhereAsked
    ? asked
    : (all.find(({ id }) => id === inbox.address.orderId)?.id ?? all[0]?.id);
  if (all.length === 0 && !other.data) {
    return (
      <Empty>
        <Trans>
          No orders yet. As soon as this buyer orders in one of your shops, it stands here.
        </Trans>
      </Empty>
    );
  }
  return (
    <div className={styles.orders} role="tabpanel">
      {elsewhereAsked && other.data && (
        <OneOrder
          key={asked}
          order={other.data}
          cases={[]}
          conversation={conversation}
          inHand
          wanted
          onChoose={() => undefined}
          onChange={() => void other.refetch()}
        />
      )}
      {all.map((order) => (
        <OneOrder
          key={`${order.id} ${order.id === inHand}`}
          order={order}
          cases={counter.orders.cases.filter(({ orderId }) => orderId === order.id)}
          conversation={conversation}
          inHand={order.id === inHand}
          wanted={order.id === inbox.address.orderId}
          onChoose={() => inbox.side('orders', order.id)}
          onChange={onChange}
        />
      ))}
      {counter.orders.more && !rest.data && (
        <Button look="plain" busy={rest.isLoading} onClick={() => setWhole(true)}>
          <Trans>Earlier orders</Trans>
        </Button>
      )}
    </div>
  );
}

interface OneProps {
  readonly order: orders.OrderCardShape;
  readonly cases: workbench.CounterShape['orders']['cases'];
  readonly conversation: conversations.Conversation;
  readonly inHand: boolean;
  /** Asked for by a link: comes into view. */
  readonly wanted: boolean;
  readonly onChoose: () => void;
  readonly onChange: () => void;
}

function OneOrder({ order, cases, conversation, inHand, wanted, onChoose, onChange }: OneProps) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (wanted) box.current?.scrollIntoView({ block: 'nearest' });
  }, [wanted]);
  const [writing, setWriting] = useState(false);
  return (
    <div ref={box} className={styles.one}>
      <OrderCard
        order={order}
        compact={!inHand}
        route={(parcelId) => <ParcelRoute orderId={order.id} parcelId={parcelId} />}
        onUnfold={onChoose}
        onChange={onChange}
        conversationId={conversation.id}
        inHand={inHand}
        writing={writing}
        onWriting={setWriting}
        cases={
          <>
            <PlatformLine order={order} />
            <Suspense fallback={null}>{cases.length > 0 && <CaseBlocks cases={cases} />}</Suspense>
          </>
        }
        moreActs={
          <AftersalesActs
            which="payments"
            order={order}
            conversationId={conversation.id}
            inHand={inHand}
          />
        }
        usualActs={
          <AftersalesActs
            which="case"
            order={order}
            conversationId={conversation.id}
            inHand={inHand}
          />
        }
        acts={
          <OrderActs
            order={order}
            conversationId={conversation.id}
            inHand={inHand}
            onRemark={() => setWriting(true)}
            onDone={onChange}
          />
        }
      />
    </div>
  );
}
