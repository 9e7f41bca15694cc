import type { insight, ReplyOf } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import { percent } from '../../lib/format.ts';
import styles from './credit.module.css';

type Row = ReplyOf<typeof insight.listInsightRows>['items'][number];
type Credit = NonNullable<Row['credit']>;

/** Which product a part of an enquiry is of, and why its person got it. */
export function CreditLine({ row, credit }: { row: Row; credit: Credit }) {
  const { t } = useLingui();
  const why = useWhy();
  const topic = useTopic();
  const parts = [
    why(credit),
    ...(credit.rounds > 0 ? [t`${credit.rounds} rounds`] : []),
    ...(credit.why ? [topic[credit.why]] : []),
    ...(credit.share > 0 && credit.share < 1 ? [t`${percent(credit.share)} of the enquiry`] : []),
  ];
  return (
    <span className={styles.credit}>
      <b>{row.productName || t`Other goods`}</b> {parts.join(' · ')}
    </span>
  );
}

function useWhy(): (credit: Credit) => string {
  const { t } = useLingui();
  const product = {
    last_sku: t`served it last`,
    last_shop: t`spoke last in the shop`,
    first: t`served it first`,
    even: t`served it, shared alike`,
    rounds: t`served it, shared by rounds`,
  };
  const shop = {
    last_sku: t`nobody served it: spoke last in the shop`,
    last_shop: t`spoke last in the shop`,
    first: t`nobody served it: spoke first in the shop`,
    even: t`nobody served it: shared alike in the shop`,
    rounds: t`nobody served it: shared by rounds in the shop`,
  };
  return ({ by, rule }) =>
    by === 'nobody' ? t`nobody had spoken before the order` : { product, shop }[by][rule];
}

function useTopic(): Readonly<Record<NonNullable<Credit['why']>, string>> {
  const { t } = useLingui();
  return {
    page: t`from the product’s page`,
    card: t`by its card`,
    link: t`by a link`,
    words: t`by its number`,
    order: t`by the order shown`,
    coupon: t`by a coupon for it`,
  };
}
