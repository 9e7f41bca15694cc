import { type InputOf, orders } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { usePages } from '../../lib/pages.ts';
import { EndlessList } from '../../ui/EndlessList.tsx';
import { OrderRow, orderRowHeight } from './OrderRow.tsx';
import type { OrderFilters } from './order-filters.ts';

interface Props {
  readonly filters: OrderFilters;
  readonly open: string | undefined;
  readonly hrefOf: (orderId: string) => string;
  readonly empty: ReactNode;
}

/** Orders, newest first, as the filters find them. */
export function OrderList({ filters, open, hrefOf, empty }: Props) {
  const { t } = useLingui();
  const pages = usePages(orders.listOrders, { ...queryOf(filters), limit: 60 });
  return (
    <EndlessList
      pages={pages}
      idOf={(order) => order.id}
      hrefOf={(order) => hrefOf(order.id)}
      open={open}
      row={(order) => <OrderRow order={order} />}
      height={orderRowHeight}
      label={t`Orders`}
      empty={empty}
    />
  );
}

const queryOf = ({ q, shop, status, flag, work }: OrderFilters) => ({
  ...(q ? { q } : {}),
  ...(shop ? { shopId: shop } : {}),
  ...(status ? { status: status as orders.OrderStatusWord } : {}),
  ...(work ? { work: work as NonNullable<InputOf<typeof orders.listOrders>['work']> } : {}),
  ...(flag ? { flag: flag as orders.RemarkFlagWord } : {}),
});
