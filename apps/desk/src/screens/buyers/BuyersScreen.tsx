import { buyers } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import { Link, useParams, useSearch } from 'wouter';
import { BuyerFilterBar } from '../../features/buyers/BuyerFilterBar.tsx';
import { BuyerList, buyerFilterNames } from '../../features/buyers/BuyerList.tsx';
import { useFilters } from '../../lib/filters.ts';
import { useFresh } from '../../lib/fresh.ts';
import { useMay } from '../../lib/session.tsx';
import { Button } from '../../ui/Button.tsx';
import { Empty } from '../../ui/Empty.tsx';
import { SplitPage } from '../../ui/SplitPage.tsx';
import { OpenBuyer, OpenBuyerActs } from './OpenBuyer.tsx';

/** Buyers of every shop: found by name, phone, account or tag, and opened beside the list. */
export default function BuyersScreen() {
  const { t } = useLingui();
  const { buyerId } = useParams<{ buyerId?: string }>();
  const search = useSearch();
  const [filters, change] = useFilters(buyerFilterNames);
  const query = search ? `?${search}` : '';
  useFresh(['buyer.'], [buyers.listBuyers]);
  const all = () => change({ q: undefined, shop: undefined, tag: undefined, blocked: undefined });
  return (
    <SplitPage
      title={t`Buyers`}
      home={`/buyers${query}`}
      filters={<BuyerFilterBar filters={filters} onChange={change} />}
      list={
        <BuyerList
          filters={filters}
          open={buyerId}
          hrefOf={(id) => `/buyers/${id}${query}`}
          empty={<NoBuyers filtered={Object.keys(filters).length > 0} onAll={all} />}
        />
      }
      detailName={t`Buyer`}
      {...(buyerId
        ? {
            detail: <OpenBuyer key={buyerId} buyerId={buyerId} />,
            detailActs: <OpenBuyerActs buyerId={buyerId} />,
          }
        : {})}
    />
  );
}

function NoBuyers({ filtered, onAll }: { filtered: boolean; onAll: () => void }) {
  const { t } = useLingui();
  const may = useMay('imports.run');
  if (filtered)
    return <Empty act={<Button onClick={onAll}>{t`Show all`}</Button>}>{t`No buyer fits.`}</Empty>;
  return (
    <Empty act={may && <Link href="/settings/import">{t`Import buyers`}</Link>}>
      {t`Whoever writes to you or buys from you will stand here.`}
    </Empty>
  );
}
