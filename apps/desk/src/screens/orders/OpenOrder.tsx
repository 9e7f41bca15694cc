import { automation, care, conversations, orders } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import { Link } from 'wouter';
import { AftersalesActs } from '../../features/aftersales/AftersalesActs.tsx';
import { CasesOfOrder } from '../../features/aftersales/CasesOfOrder.tsx';
import { OrderCare } from '../../features/automation/OrderCare.tsx';
import { PlatformLine } from '../../features/connectors/PlatformLine.tsx';
import { OrderCard } from '../../features/orders/OrderCard.tsx';
import { ParcelRoute } from '../../features/parcels/ParcelRoute.tsx';
import { useFresh } from '../../lib/fresh.ts';
import { useReply } from '../../lib/query.ts';
import { useMay } from '../../lib/session.tsx';
import { Empty } from '../../ui/Empty.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { Lines } from '../../ui/Lines.tsx';
import { Refusal } from '../../ui/Refusal.tsx';
import styles from './OpenOrder.module.css';

/** One order with everything on its card. */
export function OpenOrder({ orderId }: { orderId: string }) {
  const { t } = useLingui();
  const order = useReply(orders.getOrder, { orderId });
  useFresh(['order.', 'parcel.'], [orders.getOrder, orders.getTracking], 400);
  useFresh(
    ['rule.', 'reminder.', 'order.paid'],
    [automation.getOrderCare, care.getOrderReminders],
    800,
  );
  if (order.error?.code === 'order.not_found')
    return <Empty>{t`There is no such order, or it is not yours to see.`}</Empty>;
  if (!order.data) return order.error ? <Refusal refusal={order.error} /> : <Lines count={8} />;
  return (
    <div className={styles.open}>
      <OrderCard
        order={order.data}
        inHand
        route={(parcelId) => <ParcelRoute orderId={orderId} parcelId={parcelId} />}
        onChange={() => void order.refetch()}
        cases={
          <>
            <PlatformLine order={order.data} />
            <CasesOfOrder orderId={orderId} />
            <OrderCare orderId={orderId} />
          </>
        }
        usualActs={<AftersalesActs which="case" order={order.data} inHand />}
        moreActs={<AftersalesActs which="payments" order={order.data} inHand />}
      />
    </div>
  );
}

/** The way from an order to the people: its buyer, and the chat with the buyer. */
export function OpenOrderActs({ orderId }: { orderId: string }) {
  const { t } = useLingui();
  const order = useReply(orders.getOrder, { orderId });
  const buyerId = order.data?.buyerId ?? undefined;
  const mayChat = useMay('conversations.read');
  const mayBuyer = useMay('buyers.read');
  const chat = useReply(
    conversations.listConversations,
    { view: 'all', buyerId: buyerId ?? '', limit: 1 },
    { when: mayChat && buyerId !== undefined },
  );
  const conversation = chat.data?.items[0];
  return (
    <>
      {mayBuyer && buyerId && (
        <Link href={`/buyers/${buyerId}`} className={styles.way}>
          <Icon name="me" size={16} />
          {order.data?.buyerName || t`Buyer`}
        </Link>
      )}
      {conversation && (
        <Link href={`/inbox/all/${conversation.id}`} className={styles.way}>
          <Icon name="chats" size={16} />
          {t`To the chat`}
        </Link>
      )}
    </>
  );
}
