import { catalog } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import { Link, useParams, useSearch } from 'wouter';
import { ProductFilterBar } from '../../features/catalog/ProductFilterBar.tsx';
import { ProductList, productFilterNames } from '../../features/catalog/ProductList.tsx';
import { useFilters } from '../../lib/filters.ts';
import { useFresh } from '../../lib/fresh.ts';
import { useMay } from '../../lib/session.tsx';
import { Button } from '../../ui/Button.tsx';
import { Empty } from '../../ui/Empty.tsx';
import { SplitPage } from '../../ui/SplitPage.tsx';
import { OpenProduct } from './OpenProduct.tsx';

/** Products of every shop: found by Chinese words, pinyin or SKU, with variants, stock and what may be said of them. */
export default function ProductsScreen() {
  const { t } = useLingui();
  const { productId } = useParams<{ productId?: string }>();
  const search = useSearch();
  const [filters, change] = useFilters(productFilterNames);
  const query = search ? `?${search}` : '';
  useFresh(['product.'], [catalog.searchProducts, catalog.getProduct]);
  const all = () => change({ q: undefined, shop: undefined, available: undefined });
  return (
    <SplitPage
      title={t`Products`}
      home={`/products${query}`}
      filters={<ProductFilterBar filters={filters} onChange={change} />}
      list={
        <ProductList
          filters={filters}
          open={productId}
          hrefOf={(id) => `/products/${id}${query}`}
          empty={<NoProducts filtered={Object.keys(filters).length > 0} onAll={all} />}
        />
      }
      detailName={t`Product`}
      {...(productId ? { detail: <OpenProduct key={productId} productId={productId} /> } : {})}
    />
  );
}

function NoProducts({ filtered, onAll }: { filtered: boolean; onAll: () => void }) {
  const { t } = useLingui();
  const may = useMay('imports.run');
  if (filtered) {
    return (
      <Empty act={<Button onClick={onAll}>{t`Show all`}</Button>}>
        {t`No product fits. Try fewer words, pinyin initials, or the SKU.`}
      </Empty>
    );
  }
  return (
    <Empty act={may && <Link href="/settings/import">{t`Import products`}</Link>}>
      {t`The goods of your shops will stand here, with stock and price.`}
    </Empty>
  );
}
