import { buyers } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import { Suspense, useState } from 'react';
import { soon } from '../../lib/ahead.ts';
import { refresh, useAct } from '../../lib/query.ts';
import { Button } from '../../ui/Button.tsx';
import { Refusal } from '../../ui/Refusal.tsx';
import { When } from '../../ui/When.tsx';
import styles from './BuyerBlock.module.css';

const BlockDialog = soon(() => import('./BlockDialog.tsx'));

interface Props {
  readonly buyer: Pick<buyers.BuyerShape, 'id' | 'name' | 'blocklisting' | 'can'>;
  readonly onChange?: ((buyer: buyers.BuyerShape) => void) | undefined;
}

/** The way on the blocklist and off it; the reason stands in the head of the profile. */
export function BuyerBlock({ buyer, onChange }: Props) {
  const { t } = useLingui();
  const [asking, setAsking] = useState(false);
  const done = (after: buyers.BuyerShape) => {
    refresh(buyers.listBuyers, buyers.getBuyer);
    onChange?.(after);
  };
  const unblock = useAct(buyers.removeBuyerBlock, done);
  if (buyer.blocklisting) {
    const { byName, at } = buyer.blocklisting;
    return (
      <>
        {buyer.can.includes('removeBuyerBlock') && (
          <Button small busy={unblock.busy} onClick={() => void unblock.run({ buyerId: buyer.id })}>
            {t`Take off the blocklist`}
          </Button>
        )}
        <small className={styles.by}>
          {t`Blocklisted by ${byName ?? '–'}`} <When at={at} form="dateTime" />
        </small>
        <Refusal refusal={unblock.refusal} />
      </>
    );
  }
  if (!buyer.can.includes('setBuyerBlock')) return null;
  return (
    <>
      <Button small look="plain" className={styles.ask} onClick={() => setAsking(true)}>
        {t`Blocklist…`}
      </Button>
      <Suspense fallback={null}>
        {asking && <BlockDialog buyer={buyer} onClose={() => setAsking(false)} onDone={done} />}
      </Suspense>
    </>
  );
}
