import { orders } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import { Link, useParams, useSearch } from 'wouter';
import { OrderFilterBar } from '../../features/orders/OrderFilterBar.tsx';
import { OrderList } from '../../features/orders/OrderList.tsx';
import { orderFilterNames } from '../../features/orders/order-filters.ts';
import { useFilters } from '../../lib/filters.ts';
import { useFresh } from '../../lib/fresh.ts';
import { useMay } from '../../lib/session.tsx';
import { Button } from '../../ui/Button.tsx';
import { Empty } from '../../ui/Empty.tsx';
import { SplitPage } from '../../ui/SplitPage.tsx';
import { OpenOrder, OpenOrderActs } from './OpenOrder.tsx';
import { OrderTabs } from './OrderTabs.tsx';

/** Every order of every shop: found by number, parcel, status or flag, and opened beside the list. */
export default function OrdersScreen() {
  const { t } = useLingui();
  const { orderId } = useParams<{ orderId?: string }>();
  const search = useSearch();
  const [filters, change] = useFilters(orderFilterNames);
  const query = search ? `?${search}` : '';
  useFresh(['order.'], [orders.listOrders]);
  return (
    <SplitPage
      title={t`Orders`}
      tabs={<OrderTabs at="orders" />}
      home={`/orders${query}`}
      filters={<OrderFilterBar filters={filters} onChange={change} />}
      list={
        <OrderList
          filters={filters}
          open={orderId}
          hrefOf={(id) => `/orders/${id}${query}`}
          empty={
            <NoOrders
              filtered={Object.keys(filters).length > 0}
              onAll={() =>
                change({
                  q: undefined,
                  shop: undefined,
                  status: undefined,
                  flag: undefined,
                  work: undefined,
                })
              }
            />
          }
        />
      }
      detailName={t`Order`}
      {...(orderId
        ? {
            detail: <OpenOrder key={orderId} orderId={orderId} />,
            detailActs: <OpenOrderActs orderId={orderId} />,
          }
        : {})}
    />
  );
}

function NoOrders({ filtered, onAll }: { filtered: boolean; onAll: () => void }) {
  const { t } = useLingui();
  const may = useMay('imports.run');
  if (filtered)
    return (
      <Empty
        act={<Button onClick={onAll}>{t`Show all`}</Button>}
      >{t`No order fits these filters.`}</Empty>
    );
  return (
    <Empty act={may && <Link href="/settings/import">{t`Import orders`}</Link>}>
      {t`Orders of all your shops will stand here, newest first.`}
    </Empty>
  );
}
