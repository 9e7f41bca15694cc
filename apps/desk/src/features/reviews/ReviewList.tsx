import { type InputOf, reviews } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import { type ReactNode, useRef } from 'react';
import { usePages } from '../../lib/pages.ts';
import { useRowKeys } from '../../lib/row-keys.ts';
import { Lines } from '../../ui/Lines.tsx';
import { More } from '../../ui/More.tsx';
import { Refusal } from '../../ui/Refusal.tsx';
import { ReviewCard } from './ReviewCard.tsx';
import styles from './reviews.module.css';

interface Props {
  readonly query: InputOf<typeof reviews.listReviews>;
  readonly empty: ReactNode;
  readonly beside?: boolean;
  readonly onOrder?: (orderId: string) => void;
}

/** Reviews, the newest first. */
export function ReviewList({ query, empty, beside, onOrder }: Props) {
  const { t } = useLingui();
  const list = useRef<HTMLElement>(null);
  useRowKeys(list, !beside);
  const pages = usePages(reviews.listReviews, { limit: 20, ...query });
  if (pages.error) return <Refusal refusal={pages.error} />;
  if (!pages.items) return <Lines count={5} />;
  if (pages.items.length === 0) return empty;
  return (
    <section ref={list} className={styles.list} aria-label={t`Reviews`} aria-busy={pages.busy}>
      {pages.items.map((review) => (
        <ReviewCard
          key={review.id}
          review={review}
          {...(beside ? { beside } : {})}
          {...(onOrder ? { onOrder } : {})}
        />
      ))}
      <More pages={pages} look="plain" />
    </section>
  );
}
