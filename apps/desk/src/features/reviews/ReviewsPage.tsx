import { reviews } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import { Link, useParams } from 'wouter';
import { useFilters } from '../../lib/filters.ts';
import { useReply } from '../../lib/query.ts';
import { useSelf } from '../../lib/session.tsx';
import { Button } from '../../ui/Button.tsx';
import { Empty } from '../../ui/Empty.tsx';
import { Lines } from '../../ui/Lines.tsx';
import { Refusal } from '../../ui/Refusal.tsx';
import { Tabs } from '../../ui/Tabs.tsx';
import { Awaiting } from './Awaiting.tsx';
import { Distribution } from './Distribution.tsx';
import { ProductRatings } from './ProductRatings.tsx';
import { aboutOf, isTab, queryOf } from './query.rules.ts';
import { ReviewCard } from './ReviewCard.tsx';
import { ReviewFilters, type ReviewFilterValues, reviewFilterNames } from './ReviewFilters.tsx';
import { ReviewList } from './ReviewList.tsx';
import { ReviewSettingsForm } from './ReviewSettingsForm.tsx';
import { useFreshReviews } from './refresh-reviews.ts';
import { tabWords } from './review.words.ts';
import styles from './reviews.module.css';

/** A16: what buyers say, across all shops: read, answer, thank, invite, flag. */
export default function ReviewsPage() {
  const { id } = useParams<{ id?: string }>();
  useFreshReviews();
  return <div className={styles.page}>{id ? <OneReview key={id} id={id} /> : <AllReviews />}</div>;
}

function OneReview({ id }: { id: string }) {
  const { t } = useLingui();
  const { data, error } = useReply(reviews.getReview, { reviewId: id });
  return (
    <>
      <Link href="/marketing/reviews">{t`All reviews`}</Link>
      {error?.code === 'review.not_found' ? (
        <Empty>{t`There is no such review, or it is not yours to see.`}</Empty>
      ) : (
        <Refusal refusal={error} />
      )}
      {!data && !error && <Lines count={4} />}
      {data && <ReviewCard review={data} />}
    </>
  );
}

function AllReviews() {
  const [filters, change] = useFilters(reviewFilterNames);
  const { i18n, t } = useLingui();
  const figures = useReply(reviews.getReviewFigures, aboutOf(filters, Date.now()), {
    keepPrevious: true,
  });
  const { data } = figures;
  const counts = { all: 0, unanswered: 0, bad: 0, flagged: 0, hidden: 0, ...data };
  const views = ['products', 'awaiting', 'settings'] as const;
  const view = views.find((one) => one === filters.tab);
  const tab = isTab(filters.tab) ? filters.tab : 'all';
  const names = {
    products: t({ message: 'By product', context: 'reviews' }),
    awaiting: t({ message: 'Invite', context: 'reviews' }),
    settings: t({ message: 'Settings', context: 'reviews' }),
  };
  return (
    <>
      <Tabs
        label={t({ message: 'Which reviews', context: 'reviews' })}
        value={view ?? tab}
        onChange={(next) => change({ tab: next === 'all' ? undefined : next })}
        tabs={[
          ...(['all', 'unanswered', 'bad', 'flagged', 'hidden'] as const).map((value) => ({
            value,
            label: i18n._(tabWords[value]),
            count: value === 'all' ? undefined : counts[value],
          })),
          ...views.map((value) => ({ value, label: names[value] })),
        ]}
      />
      <Refusal refusal={figures.error} />
      {view === 'products' && <ProductRatings shopId={filters.shop} />}
      {view === 'awaiting' && <Awaiting shopId={filters.shop} />}
      {view === 'settings' && <ShopSettings shopId={filters.shop} />}
      {!view && <Found filters={filters} change={change} figures={data} />}
    </>
  );
}

interface FoundProps {
  readonly filters: ReviewFilterValues;
  readonly change: ReturnType<typeof useFilters<(typeof reviewFilterNames)[number]>>[1];
  readonly figures: { average: number | null; stars: number[] } | undefined;
}

/** The list with its filters and, beside it, what it all comes to. */
function Found({ filters, change, figures }: FoundProps) {
  const { t } = useLingui();
  const { tab: _tab, ...set } = filters;
  const filtered = Object.keys(set).length > 0;
  const showAll = () =>
    change(Object.fromEntries(reviewFilterNames.map((name) => [name, undefined])));
  return (
    <div className={styles.found}>
      <div>
        <ReviewFilters filters={filters} onChange={change} />
        {filters.product && (
          <OfProduct id={filters.product} onAll={() => change({ product: undefined })} />
        )}
        <ReviewList
          query={queryOf(filters, Date.now())}
          empty={
            <Empty
              act={
                filtered || filters.tab ? (
                  <Button onClick={showAll}>{t`Show all`}</Button>
                ) : (
                  <Button onClick={() => change({ tab: 'awaiting' })}>{t`Invite buyers`}</Button>
                )
              }
            >
              {filtered || filters.tab
                ? t`No review fits these filters.`
                : t`What buyers say of your products will stand here.`}
            </Empty>
          }
        />
      </div>
      {figures && (
        <Distribution
          average={figures.average}
          stars={figures.stars}
          picked={Number(filters.stars) || undefined}
          onPick={(rating) =>
            change({ stars: filters.stars === String(rating) ? undefined : String(rating) })
          }
        />
      )}
    </div>
  );
}

function OfProduct({ id, onAll }: { id: string; onAll: () => void }) {
  const { t } = useLingui();
  const { data } = useReply(reviews.listReviews, { productId: id, limit: 1 });
  const title = data?.items[0]?.productTitle ?? '';
  return (
    <p className={styles.ways}>
      <b>{title}</b>
      <button type="button" onClick={onAll}>{t`Of all products`}</button>
    </p>
  );
}

function ShopSettings({ shopId }: { shopId: string | undefined }) {
  const { t } = useLingui();
  const { shops } = useSelf();
  const mine = shops.filter(({ id }) => !shopId || id === shopId);
  if (mine.length === 0) return <Empty>{t`There is no shop yet.`}</Empty>;
  return (
    <>
      {mine.map(({ id, name }) => (
        <section key={id} aria-label={name}>
          <h3>{name}</h3>
          <ReviewSettingsForm shopId={id} />
        </section>
      ))}
    </>
  );
}
