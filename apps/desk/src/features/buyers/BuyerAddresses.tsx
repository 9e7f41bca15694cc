import { buyers } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { addressText } from '../../lib/address.ts';
import { useAct } from '../../lib/query.ts';
import { CopyIcon } from '../../ui/Copy.tsx';
import { Reveal } from '../../ui/Reveal.tsx';
import { Word } from '../../ui/Word.tsx';
import styles from './BuyerProfile.module.css';

/** Every address kept for the buyer, the main one first; covered until somebody says why they look. */
export function BuyerAddresses({ buyer }: { buyer: buyers.BuyerShape }) {
  const { t } = useLingui();
  if (buyer.addresses.length === 0) return null;
  const sorted = [...buyer.addresses].sort((a, b) => Number(b.main) - Number(a.main));
  return (
    <section className={styles.part}>
      <h3>{t`Addresses`}</h3>
      <ul>
        {sorted.map((one) => (
          <li key={one.id}>
            <CoveredAddress buyer={buyer} one={one} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function CoveredAddress({
  buyer,
  one: { id, main, address },
}: {
  buyer: buyers.BuyerShape;
  one: buyers.BuyerShape['addresses'][number];
}) {
  const { t, i18n } = useLingui();
  const [shown, setShown] = useState<string>();
  const reveal = useAct(buyers.revealBuyerField, ({ value }) => setShown(value));
  const ask = (reason: string) =>
    void reveal.run({ buyerId: buyer.id, field: 'address', addressId: id, reason });
  return (
    <>
      <p>
        {shown ?? (
          <>
            {address.name} {address.phone} {addressText(address, i18n.locale)}
          </>
        )}{' '}
        {main && <Word tone="quiet">{t`Main address`}</Word>}
      </p>
      {shown ? (
        <CopyIcon text={shown} name={t`Copy the address`} />
      ) : (
        address.masked &&
        buyer.can.includes('revealBuyerField') && (
          <Reveal busy={reveal.busy} refusal={reveal.refusal} onAsk={ask} />
        )
      )}
    </>
  );
}
