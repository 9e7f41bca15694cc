import { buyers, type orders, type Static } from '@guitai/contract';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { money, percent } from '../../lib/format.ts';
import { useAct } from '../../lib/query.ts';
import { CopyIcon } from '../../ui/Copy.tsx';
import { Reveal } from '../../ui/Reveal.tsx';
import { Word } from '../../ui/Word.tsx';
import styles from './BuyerHead.module.css';
import { BuyerRemark } from './BuyerRemark.tsx';
import { Hearts } from './Hearts.tsx';

interface Props {
  readonly buyer: buyers.BuyerShape;
  readonly name: string;
  readonly spend: readonly Static<typeof orders.BuyerSpend>[];
  readonly onChange: () => void;
  /** Tags, blocklist and what else can be done to the buyer. */
  readonly children?: React.ReactNode;
}

/** Who this is, at a glance: level, friendliness, what they bought and sent back, what the team noted. */
export function BuyerHead({ buyer, name, spend, onChange, children }: Props) {
  return (
    <section className={styles.head} aria-label={name}>
      <div className={styles.line}>
        <h2>{name}</h2>
        {buyer.level && <Word>{buyer.level}</Word>}
        <Hearts buyer={buyer} onChange={onChange} />
      </div>
      <Standing buyer={buyer} />
      <Spend spend={spend} />
      <Contact key={buyer.id} buyer={buyer} />
      <BuyerRemark key={`remark ${buyer.id}`} buyer={buyer} onChange={onChange} />
      {children}
    </section>
  );
}

function Standing({ buyer }: { buyer: buyers.BuyerShape }) {
  const { t } = useLingui();
  const { blocklisting, match } = buyer;
  if (!blocklisting && buyer.verified && !match) return null;
  const reason = blocklisting?.reason ?? '';
  const matched = match?.name ?? '';
  return (
    <p className={styles.standing}>
      {blocklisting && (
        <Word tone="late" title={blocklisting.byName ?? undefined}>
          <Trans>On the blocklist: {reason}</Trans>
        </Word>
      )}
      {match ? (
        <Word tone="soon" title={match.reason}>
          <Trans>Taken for {matched} by a colleague</Trans>
        </Word>
      ) : (
        !buyer.verified && (
          <Word tone="quiet" title={t`No shop has vouched for this person yet.`}>
            <Trans>Not verified</Trans>
          </Word>
        )
      )}
    </p>
  );
}

function Spend({ spend }: Pick<Props, 'spend'>) {
  const { t } = useLingui();
  if (spend.length === 0) return null;
  return (
    <ul className={styles.spend}>
      {spend.map((one) => {
        const rate = percent(one.orderCount > 0 ? one.refundedOrders / one.orderCount : 0);
        return (
          <li key={one.currency}>
            <b title={t`Paid minus refunded, all orders of every shop`}>
              {money(one.paidMinor - one.refundedMinor, one.currency)}
            </b>
            <span>
              <Plural value={one.orderCount} one="# order" other="# orders" />
            </span>
            <span title={t`Orders with a refund, of all orders`}>
              <Trans>refund rate {rate}</Trans>
            </span>
          </li>
        );
      })}
    </ul>
  );
}

/** Phone number and e-mail, covered until somebody says why they look. */
function Contact({ buyer }: { buyer: buyers.BuyerShape }) {
  return (
    <div className={styles.contact}>
      {buyer.phone && <Covered buyer={buyer} field="phone" text={buyer.phone} />}
      {buyer.email && <Covered buyer={buyer} field="email" text={buyer.email} />}
    </div>
  );
}

function Covered({
  buyer,
  field,
  text,
}: {
  buyer: buyers.BuyerShape;
  field: 'phone' | 'email';
  text: string;
}) {
  const { t } = useLingui();
  const [shown, setShown] = useState<string>();
  const reveal = useAct(buyers.revealBuyerField, ({ value }) => setShown(value));
  const names = { phone: t`Phone`, email: t`E-mail` };
  return (
    <div className={styles.covered}>
      <span className={styles.key}>{names[field]}</span>
      <span className={styles.value}>{shown ?? text}</span>
      {shown ? (
        <CopyIcon text={shown} name={t`Copy`} />
      ) : (
        buyer.can.includes('revealBuyerField') && (
          <Reveal
            name={t`Show`}
            busy={reveal.busy}
            refusal={reveal.refusal}
            onAsk={(reason) => void reveal.run({ buyerId: buyer.id, field, reason })}
          />
        )
      )}
    </div>
  );
}
