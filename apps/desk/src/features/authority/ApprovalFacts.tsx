import type { workbench } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { money, percent } from '../../lib/format.ts';
import { Icon } from '../../ui/Icon.tsx';
import styles from './ApprovalCard.module.css';

/** Margin, history of the buyer, and what should make one look twice. */
export function ApprovalFacts({
  of: { approval, buyer, margin, flags },
}: {
  of: workbench.ApprovalCaseShape;
}) {
  const { t } = useLingui();
  const show = (minor: number) => money(minor, approval.currency);
  const decides = approval.can.includes('grantApproval');
  return (
    <>
      {flags.includes('address_and_refund') && (
        <p className={styles.flag}>
          <Icon name="alert" size={15} />
          {t`The address of this order was changed within a day of it. Look twice.`}
        </p>
      )}
      <dl className={styles.facts}>
        {decides && (
          <Fact name={t`Margin`}>
            {margin ? (
              <span data-loss={margin.afterMinor < 0 || undefined}>
                {show(margin.beforeMinor)} → {show(margin.afterMinor)}
              </span>
            ) : (
              <span className={styles.soft}>{t`unknown: no cost on file`}</span>
            )}
          </Fact>
        )}
        {buyer && (
          <>
            <Fact name={t`Buyer`}>{buyer.name || '–'}</Fact>
            <Fact name={t`Bought`}>
              {t`${show(buyer.paidMinor)} in ${buyer.orderCount} orders`}
            </Fact>
            <Fact name={t`Refunds`}>
              {t`${rate(buyer)} of orders, ${buyer.refunds90Days} in 90 days`}
            </Fact>
          </>
        )}
      </dl>
    </>
  );
}

const rate = ({ refundedOrders, orderCount }: { refundedOrders: number; orderCount: number }) =>
  percent(orderCount === 0 ? 0 : refundedOrders / orderCount);

const Fact = ({ name, children }: { name: string; children: ReactNode }) => (
  <div>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
);
