import { buyers, conversations, orders } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import { Link } from 'wouter';
import { BuyerHistory } from '../../features/buyers/BuyerHistory.tsx';
import { BuyerProfile } from '../../features/buyers/BuyerProfile.tsx';
import { Merges } from '../../features/buyers/Merges.tsx';
import { DefaultAddress } from '../../features/orders/acts/DefaultAddress.tsx';
import { OrderCard } from '../../features/orders/OrderCard.tsx';
import { BuyerOptOuts } from '../../features/outreach/BuyerOptOuts.tsx';
import { ReviewsOf } from '../../features/reviews/ReviewsOf.tsx';
import { useFresh } from '../../lib/fresh.ts';
import { usePages } from '../../lib/pages.ts';
import { refresh, useReply } from '../../lib/query.ts';
import { useMay } from '../../lib/session.tsx';
import { Button } from '../../ui/Button.tsx';
import { Empty } from '../../ui/Empty.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { Lines } from '../../ui/Lines.tsx';
import { Refusal } from '../../ui/Refusal.tsx';
import styles from './OpenBuyer.module.css';

/** One buyer: profile, what was spent, and every order as its card. */
export function OpenBuyer({ buyerId }: { buyerId: string }) {
  const { t } = useLingui();
  const buyer = useReply(buyers.getBuyer, { buyerId });
  const mayOrders = useMay('orders.read');
  const mayReviews = useMay('reviews.read');
  const first = useReply(orders.listBuyerOrders, { buyerId, limit: 20 }, { when: mayOrders });
  useFresh(
    ['buyer.', 'order.'],
    [buyers.getBuyer, buyers.listBuyerHistory, orders.listBuyerOrders],
    400,
  );
  if (buyer.error?.code === 'buyer.not_found')
    return <Empty>{t`There is no such buyer, or it is not yours to see.`}</Empty>;
  if (!buyer.data) return buyer.error ? <Refusal refusal={buyer.error} /> : <Lines count={8} />;
  return (
    <div className={styles.open}>
      <BuyerProfile
        buyer={buyer.data}
        spend={first.data?.spend ?? []}
        onChange={() => refresh(buyers.getBuyer, buyers.listBuyers)}
      />
      <DefaultAddress
        buyer={buyer.data}
        onChange={() => refresh(buyers.getBuyer, buyers.listBuyers)}
      />
      <div className={styles.ways}>
        <BuyerOptOuts buyerId={buyerId} shopId={buyer.data.shopIds[0] ?? null} />
      </div>
      <Merges buyer={buyer.data} />
      <BuyerHistory buyerId={buyerId} />
      {mayOrders && <BuyerOrders buyerId={buyerId} />}
      {mayReviews && <ReviewsOf of={{ buyerId }} />}
    </div>
  );
}

function BuyerOrders({ buyerId }: { buyerId: string }) {
  const { t } = useLingui();
  const pages = usePages(orders.listBuyerOrders, { buyerId, limit: 20 });
  if (pages.error) return <Refusal refusal={pages.error} />;
  if (!pages.items) return <Lines count={4} />;
  return (
    <section className={styles.orders} aria-label={t`Orders`}>
      <h3>{t`Orders`}</h3>
      {pages.items.length === 0 && <p className={styles.none}>{t`No orders yet.`}</p>}
      {pages.items.map((order) => (
        <OrderCard key={order.id} order={order} compact />
      ))}
      {!pages.atEnd && (
        <Button busy={pages.busy} onClick={pages.more}>
          {t`Earlier orders`}
        </Button>
      )}
    </section>
  );
}

/** The way to the chat with the buyer. */
export function OpenBuyerActs({ buyerId }: { buyerId: string }) {
  const { t } = useLingui();
  const may = useMay('conversations.read');
  const chat = useReply(
    conversations.listConversations,
    { view: 'all', buyerId, limit: 1 },
    { when: may },
  );
  const conversation = chat.data?.items[0];
  if (!conversation) return null;
  return (
    <Link href={`/inbox/all/${conversation.id}`} className={styles.way}>
      <Icon name="chats" size={16} />
      {t`To the chat`}
    </Link>
  );
}
