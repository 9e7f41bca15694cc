import { offers } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import { day, money } from '../../lib/format.ts';
import { refresh, useAct } from '../../lib/query.ts';
import { Button } from '../../ui/Button.tsx';
import { Refusal } from '../../ui/Refusal.tsx';
import { Row, Rows } from '../../ui/Rows.tsx';
import type { Sheet } from './NextStep.tsx';
import styles from './offers.module.css';
import { couponWords } from './offers.words.ts';

/** The coupons the buyer has, newest first; a usable one goes onto the open order with one click. */
export function BuyerCoupons({ sheet, conversationId }: { sheet: Sheet; conversationId: string }) {
  const { t, i18n } = useLingui();
  const done = () => refresh(offers.getOfferSheet);
  const apply = useAct(offers.applyCoupon, done);
  const { coupons, orderId, orderNumber } = sheet;
  if (coupons.length === 0) return null;
  return (
    <section className={styles.coupons} aria-label={t`Coupons of this buyer`}>
      <h3>{t`Coupons of this buyer`}</h3>
      <Rows label={t`Coupons of this buyer`}>
        {coupons.map((one) => (
          <Row
            key={one.id}
            quiet={one.state !== 'issued'}
            title={one.name}
            sub={one.validUntil ? t`until ${day(one.validUntil)}` : undefined}
            facts={
              one.state === 'used'
                ? `${i18n._(couponWords.used)} · ${money(one.usedMinor, one.currency)} · ${one.orderNumber ?? ''}`
                : i18n._(couponWords[one.state])
            }
            acts={
              one.state === 'issued' &&
              orderId &&
              orderNumber &&
              sheet.can.includes('issueCoupon') ? (
                <Button
                  small
                  busy={apply.busy}
                  onClick={() => void apply.run({ orderId, couponId: one.id, conversationId })}
                >
                  {t`Use on ${orderNumber}`}
                </Button>
              ) : undefined
            }
          />
        ))}
      </Rows>
      <Refusal refusal={apply.refusal} onClose={apply.reset} />
    </section>
  );
}
