import type { orders } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import { money, wholeInstant } from '../../lib/format.ts';
import { Word } from '../../ui/Word.tsx';
import styles from './OrderCard.module.css';
import { methodName, moneyState } from './orders.rules.ts';
import { paymentWords } from './orders.words.ts';

/** How the total came about, what was paid and how, what is due or was given back. */
export function OrderMoney({ order }: { order: orders.OrderCardShape }) {
  const { t } = useLingui();
  const { totals, currency } = order;
  const parts: [string, number][] = [
    [t`Goods`, totals.goodsMinor],
    [t`Discount`, -totals.discountMinor],
    [t`Postage`, totals.postageMinor],
    [t`Adjustment`, totals.adjustmentMinor],
  ];
  const told = parts.filter(
    ([, minor], index) => minor !== 0 && (index > 0 || totals.goodsMinor !== totals.totalMinor),
  );
  return (
    <div className={styles.money}>
      {told.map(([name, minor]) => (
        <p key={name}>
          <span>{name}</span>
          <span>{money(minor, currency)}</span>
        </p>
      ))}
      <p className={styles.total}>
        <span>{t({ message: 'Total', context: 'order' })}</span>
        <span>
          <MoneyWord order={order} />
          {money(totals.totalMinor, currency)}
        </span>
      </p>
      {order.payments.map((payment) => (
        <PaymentLine key={payment.id} payment={payment} currency={currency} />
      ))}
    </div>
  );
}

function MoneyWord({ order: { totals, currency } }: { order: orders.OrderCardShape }) {
  const { t } = useLingui();
  switch (moneyState(totals)) {
    case 'due':
    case 'part_paid':
      return <Word tone="soon">{t`${money(totals.dueMinor, currency)} due`}</Word>;
    case 'refunded':
      return <Word tone="quiet">{t`Refunded in full`}</Word>;
    case 'partly_refunded':
      return <Word tone="quiet">{t`${money(totals.refundedMinor, currency)} refunded`}</Word>;
    default:
      return null;
  }
}

function PaymentLine({ payment, currency }: { payment: Payment; currency: string }) {
  const { t, i18n } = useLingui();
  const kind =
    payment.kind === 'other' && payment.sourceKind
      ? payment.sourceKind
      : i18n._(paymentWords[payment.kind]);
  const name = methodName(kind, payment.label, payment.kind);
  return (
    <p className={styles.payment}>
      <span title={payment.reference}>
        {payment.direction === 'refund' ? t`Refund to ${name}` : t`Paid by ${name}`}
        {payment.state === 'pending' && <Word tone="soon">{t`on its way`}</Word>}
        {payment.state === 'failed' && <Word tone="late">{t`failed`}</Word>}
      </span>
      <span title={payment.at ? wholeInstant(payment.at) : undefined}>
        {payment.direction === 'refund' ? '−' : ''}
        {money(payment.amountMinor, currency)}
      </span>
    </p>
  );
}

type Payment = orders.OrderCardShape['payments'][number];
