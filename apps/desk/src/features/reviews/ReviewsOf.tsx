import { reviews } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import { useReply } from '../../lib/query.ts';
import { Distribution } from './Distribution.tsx';
import { ReviewList } from './ReviewList.tsx';
import { useFreshReviews } from './refresh-reviews.ts';
import styles from './reviews.module.css';

interface Props {
  readonly of: { readonly buyerId: string } | { readonly productId: string };
  readonly onOrder?: (orderId: string) => void;
}

/** What a buyer said, or what was said of a product; with what it comes to. */
export function ReviewsOf({ of, onOrder }: Props) {
  const { t } = useLingui();
  useFreshReviews();
  const { data } = useReply(reviews.getReviewFigures, of);
  const ofBuyer = 'buyerId' in of;
  return (
    <section className={styles.panel} aria-label={t`Reviews`}>
      {data && data.count > 0 && <Distribution average={data.average} stars={data.stars} />}
      <ReviewList
        query={of}
        beside={ofBuyer}
        {...(onOrder ? { onOrder } : {})}
        empty={
          <p className={styles.none}>
            {ofBuyer ? t`This buyer has written no review yet.` : t`No review of this product yet.`}
          </p>
        }
      />
    </section>
  );
}
