import { reviews } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import { Link } from 'wouter';
import { usePages } from '../../lib/pages.ts';
import { useAct } from '../../lib/query.ts';
import { Button } from '../../ui/Button.tsx';
import { Empty } from '../../ui/Empty.tsx';
import { PagedRows } from '../../ui/PagedRows.tsx';
import { Refusal } from '../../ui/Refusal.tsx';
import { Row } from '../../ui/Rows.tsx';
import { When } from '../../ui/When.tsx';
import { refreshReviews } from './refresh-reviews.ts';

/** Orders that arrived and have no review yet: each can be invited for, once. */
export function Awaiting({ shopId }: { shopId: string | undefined }) {
  const { t } = useLingui();
  const pages = usePages(reviews.listReviewableOrders, {
    limit: 30,
    ...(shopId ? { shopId } : {}),
  });
  return (
    <PagedRows
      pages={pages}
      label={t`Orders without a review`}
      empty={<Empty>{t`Every order of the last ninety days that arrived has its review.`}</Empty>}
    >
      {(order) => <AwaitingRow key={order.orderId} order={order} />}
    </PagedRows>
  );
}

function AwaitingRow({ order }: { order: reviews.ReviewableOrderShape }) {
  const { t } = useLingui();
  const act = useAct(reviews.inviteReview, refreshReviews);
  const { orderId, invitedAt, receivedAt } = order;
  return (
    <Row
      title={<Link href={`/orders/${orderId}`}>{order.number}</Link>}
      sub={`${order.buyerName || t`Buyer`} · ${order.title}`}
      facts={
        <small>
          {invitedAt ? (
            <>
              {t({ message: 'invited', context: 'review' })} <When at={invitedAt} />
            </>
          ) : (
            receivedAt && (
              <>
                {t({ message: 'arrived', context: 'review' })} <When at={receivedAt} form="day" />
              </>
            )
          )}
        </small>
      }
      acts={
        order.can.includes('inviteReview') && (
          <Button small busy={act.busy} onClick={() => void act.run({ orderId })}>
            {t({ message: 'Invite', context: 'review' })}
          </Button>
        )
      }
      below={<Refusal refusal={act.refusal} onClose={act.reset} />}
    />
  );
}
