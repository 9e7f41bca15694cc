import type { orders } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import { Facts } from '../../ui/Facts.tsx';

/** Fields the source sent that have no place of their own; nothing is lost. */
export function OrderFacts({ order }: { order: orders.OrderCardShape }) {
  const { t } = useLingui();
  return <Facts title={t`More from the source`} facts={order.attributes} />;
}
