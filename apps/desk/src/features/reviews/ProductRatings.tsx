import { reviews } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import { Select } from 'antd';
import { useState } from 'react';
import { Link } from 'wouter';
import { count, average as mean } from '../../lib/format.ts';
import { usePages } from '../../lib/pages.ts';
import { Empty } from '../../ui/Empty.tsx';
import { More } from '../../ui/More.tsx';
import { Picture } from '../../ui/Picture.tsx';
import { Refusal } from '../../ui/Refusal.tsx';
import styles from './reviews.module.css';

/** Products with their average and how their stars spread; one click shows their reviews. */
export function ProductRatings({ shopId }: { shopId: string | undefined }) {
  const { t } = useLingui();
  const [sort, setSort] = useState<'worst' | 'most'>('worst');
  const pages = usePages(reviews.listReviewedProducts, {
    sort,
    limit: 30,
    ...(shopId ? { shopId } : {}),
  });
  if (pages.error) return <Refusal refusal={pages.error} />;
  if (pages.items?.length === 0) return <Empty>{t`No product has a review yet.`}</Empty>;
  return (
    <>
      <Select
        className={styles.sort}
        aria-label={t({ message: 'Order of the list', context: 'review' })}
        value={sort}
        onChange={setSort}
        options={[
          { value: 'worst', label: t`Lowest average first` },
          { value: 'most', label: t`Most reviews first` },
        ]}
      />
      <ul className={styles.products} aria-label={t`Products with reviews`}>
        {pages.items?.map(({ productId, title, imageUrl, average, stars, count: n }) => (
          <li key={productId}>
            <Picture url={imageUrl} size={40} />
            <Link href={`/marketing/reviews?product=${productId}`}>{title}</Link>
            <b>{average === null ? '–' : mean(average)}</b>
            <Band stars={stars} />
            <small>{t`${count(n)} reviews`}</small>
          </li>
        ))}
      </ul>
      <More pages={pages} look="plain" />
    </>
  );
}

/** The spread of the stars in one line, one star at the left. */
function Band({ stars }: { stars: readonly number[] }) {
  const { t } = useLingui();
  const all = stars.reduce((sum, n) => sum + n, 0) || 1;
  const words = stars.map((n, at) => `${at + 1}★ ${n}`).join(' · ');
  return (
    <span
      className={styles.band}
      role="img"
      aria-label={t`Spread of the stars: ${words}`}
      title={words}
    >
      {stars.map((n, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the place is the number of stars
        <i key={at} data-star={at + 1} style={{ width: `${(100 * n) / all}%` }} />
      ))}
    </span>
  );
}
