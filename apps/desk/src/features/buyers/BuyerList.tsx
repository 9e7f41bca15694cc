import { buyers } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { Filters } from '../../lib/filters.ts';
import { usePages } from '../../lib/pages.ts';
import { EndlessList } from '../../ui/EndlessList.tsx';
import { BuyerRow, buyerRowHeight } from './BuyerRow.tsx';

/** Names of the filters in the address of the buyers page. */
export const buyerFilterNames = ['q', 'shop', 'tag', 'blocked'] as const;

export type BuyerFilters = Filters<(typeof buyerFilterNames)[number]>;

interface Props {
  readonly filters: BuyerFilters;
  readonly open: string | undefined;
  readonly hrefOf: (buyerId: string) => string;
  readonly empty: ReactNode;
}

/** Buyers as the search finds them. */
export function BuyerList({ filters, open, hrefOf, empty }: Props) {
  const { t } = useLingui();
  const { q, shop, tag, blocked } = filters;
  const pages = usePages(buyers.listBuyers, {
    ...(q ? { q } : {}),
    ...(shop ? { shopId: shop } : {}),
    ...(tag ? { tag } : {}),
    ...(blocked ? { blocked: true } : {}),
    limit: 60,
  });
  return (
    <EndlessList
      pages={pages}
      idOf={(buyer) => buyer.id}
      hrefOf={(buyer) => hrefOf(buyer.id)}
      open={open}
      row={(buyer) => <BuyerRow buyer={buyer} />}
      height={buyerRowHeight}
      label={t`Buyers`}
      empty={empty}
    />
  );
}
