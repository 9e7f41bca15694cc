import type { buyers, orders, Static } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useSelf } from '../../lib/session.tsx';
import { Button } from '../../ui/Button.tsx';
import { Facts } from '../../ui/Facts.tsx';
import { Word } from '../../ui/Word.tsx';
import { BuyerAddresses } from './BuyerAddresses.tsx';
import { BuyerBlock } from './BuyerBlock.tsx';
import { BuyerEdit } from './BuyerEdit.tsx';
import { BuyerHead } from './BuyerHead.tsx';
import styles from './BuyerProfile.module.css';
import { BuyerTags } from './BuyerTags.tsx';

interface Props {
  readonly buyer: buyers.BuyerShape;
  readonly spend: readonly Static<typeof orders.BuyerSpend>[];
  readonly onChange: () => void;
}

/** The whole profile of a buyer: who, how to reach, in which shops, and what the team decided. */
export function BuyerProfile({ buyer, spend, onChange }: Props) {
  const { t } = useLingui();
  const [editing, setEditing] = useState(false);
  return (
    <article className={styles.profile}>
      <BuyerHead
        buyer={buyer}
        name={buyer.name || t`Visitor without a name`}
        spend={spend}
        onChange={onChange}
      >
        <BuyerTags buyer={buyer} onChange={onChange} />
        <div className={styles.acts}>
          {buyer.can.includes('updateBuyer') && (
            <Button small onClick={() => setEditing(true)}>
              {t`Edit`}
            </Button>
          )}
          <BuyerBlock buyer={buyer} onChange={onChange} />
        </div>
      </BuyerHead>
      <BuyerAddresses buyer={buyer} />
      <BuyerAccounts buyer={buyer} />
      <Facts title={t`More from the source`} facts={buyer.attributes} />
      {editing && <BuyerEdit buyer={buyer} onClose={() => setEditing(false)} onDone={onChange} />}
    </article>
  );
}

/** By which accounts the shops know the buyer, and which of them are only claimed. */
function BuyerAccounts({ buyer }: { buyer: buyers.BuyerShape }) {
  const { t } = useLingui();
  const { shops } = useSelf();
  if (buyer.accounts.length === 0) return null;
  return (
    <section className={styles.part}>
      <h3>{t`Accounts`}</h3>
      <ul>
        {buyer.accounts.map(({ shopId, externalId, proof }) => (
          <li key={`${shopId} ${externalId}`}>
            {shops.find(({ id }) => id === shopId)?.name ?? t`Another shop`} <bdi>{externalId}</bdi>{' '}
            {proof === 'claimed' && (
              <Word tone="soon" title={t`The buyer said so; nothing proves it`}>
                {t`Claimed`}
              </Word>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
