import { buyers } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import { lazy, Suspense, useState } from 'react';
import { refresh, useAct, useReply } from '../../lib/query.ts';
import { useMay } from '../../lib/session.tsx';
import { Button } from '../../ui/Button.tsx';
import { Refusal } from '../../ui/Refusal.tsx';
import { When } from '../../ui/When.tsx';
import styles from './Merges.module.css';

const MergeDialog = lazy(() => import('./MergeDialog.tsx'));

const again = () => refresh(buyers.getBuyer, buyers.listBuyers, buyers.listBuyerMerges);

/** Who became part of this buyer, and the way back; and making another one part of it. */
export function Merges({ buyer }: { buyer: buyers.BuyerShape }) {
  const { t } = useLingui();
  const may = useMay('buyers.edit');
  const [open, setOpen] = useState(false);
  const merges = useReply(buyers.listBuyerMerges, { buyerId: buyer.id });
  const undo = useAct(buyers.undoMerge, again);
  const items = merges.data?.items ?? [];
  if (!may && items.length === 0) return null;
  return (
    <section className={styles.merges} aria-label={t`One person`}>
      <Refusal refusal={merges.error ?? undo.refusal} />
      {items.length > 0 && (
        <ul>
          {items.map((one) => (
            <li key={one.id} data-over={one.undoneAt !== null || undefined}>
              <span>
                <b>{one.mergedName || t`Buyer without a name`}</b> {one.reason}
              </span>
              <small>
                {one.byName} <When at={one.at} form="dateTime" />
                {one.undoneAt && <> · {t({ message: 'parted again', context: 'merge' })}</>}
              </small>
              {!one.undoneAt && may && (
                <Button
                  small
                  look="plain"
                  busy={undo.busy}
                  title={
                    one.restores
                      ? t`Parts the two and gives the earlier values back`
                      : t`Parts the two; the values stay as they are`
                  }
                  onClick={() => void undo.run({ buyerId: buyer.id, mergeId: one.id })}
                >
                  {one.restores ? t`Undo` : t({ message: 'Part them', context: 'merge' })}
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
      {may && (
        <Button small onClick={() => setOpen(true)}>
          {t`Merge with another buyer`}
        </Button>
      )}
      <Suspense fallback={null}>
        {open && <MergeDialog buyer={buyer} onDone={again} onClose={() => setOpen(false)} />}
      </Suspense>
    </section>
  );
}
