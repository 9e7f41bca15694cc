import { catalog } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { Filters } from '../../lib/filters.ts';
import { usePages } from '../../lib/pages.ts';
import { EndlessList } from '../../ui/EndlessList.tsx';
import { ProductRow, productRowHeight } from './ProductRow.tsx';

/** Names of the filters in the address of the products page. */
export const productFilterNames = ['q', 'shop', 'available'] as const;

export type ProductFilters = Filters<(typeof productFilterNames)[number]>;

interface Props {
  readonly filters: ProductFilters;
  readonly open: string | undefined;
  readonly hrefOf: (productId: string) => string;
  readonly empty: ReactNode;
}

/** Products as the search finds them, best first; without words the newest. */
export function ProductList({ filters, open, hrefOf, empty }: Props) {
  const { t } = useLingui();
  const { q, shop, available } = filters;
  const pages = usePages(catalog.searchProducts, {
    ...(q ? { q } : {}),
    ...(shop ? { shopId: shop } : {}),
    ...(available ? { available: true } : {}),
    limit: 60,
  });
  return (
    <EndlessList
      pages={pages}
      idOf={(product) => product.id}
      hrefOf={(product) => hrefOf(product.id)}
      open={open}
      row={(product) => <ProductRow product={product} />}
      height={productRowHeight}
      label={t`Products`}
      empty={empty}
    />
  );
}
