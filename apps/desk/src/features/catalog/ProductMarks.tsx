import type { catalog } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import { count, money } from '../../lib/format.ts';
import { Word } from '../../ui/Word.tsx';
import { productStatusWords } from './catalog.words.ts';

const few = 5;

/** ¥69.00, or ¥69.00 – ¥129.00 where the variants differ. */
export const PriceText = ({
  product: { priceMinor, priceMaxMinor, currency },
}: {
  product: Pick<catalog.ProductSummaryShape, 'priceMinor' | 'priceMaxMinor' | 'currency'>;
}) => (
  <>
    {money(priceMinor, currency)}
    {priceMaxMinor > priceMinor && ` – ${money(priceMaxMinor, currency)}`}
  </>
);

/** Pieces left, louder when there are few. */
export function StockWord({ stock, available }: { stock: number | null; available: boolean }) {
  const { t } = useLingui();
  if (stock === null) return available ? null : <Word tone="quiet">{t`Not for sale`}</Word>;
  if (stock <= 0) return <Word tone="late">{t`Sold out`}</Word>;
  if (stock <= few) return <Word tone="soon">{t`${stock} left`}</Word>;
  return <Word tone="quiet">{t`${count(stock)} in stock`}</Word>;
}

/** Said only where a product is not simply for sale. */
export function ProductStatusWord({ status }: { status: catalog.ProductShape['status'] }) {
  const { i18n } = useLingui();
  if (status === 'on_sale') return null;
  return <Word tone="quiet">{i18n._(productStatusWords[status])}</Word>;
}
