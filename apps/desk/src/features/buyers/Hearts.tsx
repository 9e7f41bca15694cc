import { buyers } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import { useAct } from '../../lib/query.ts';
import styles from './BuyerHead.module.css';

const steps = [1, 2, 3, 4, 5] as const;

/** How pleasant the buyer is to serve, one to five; click to change, click the same again to forget. */
export function Hearts({ buyer, onChange }: { buyer: buyers.BuyerShape; onChange: () => void }) {
  const { t } = useLingui();
  const set = useAct(buyers.updateBuyer, onChange);
  const value = buyer.friendliness ?? 0;
  const may = buyer.can.includes('updateBuyer');
  if (!may && value === 0) return null;
  return (
    <fieldset className={styles.hearts} aria-label={t`Friendliness: ${value} of 5`}>
      {steps.map((step) => (
        <button
          key={step}
          type="button"
          disabled={!may || set.busy}
          data-on={step <= value}
          aria-pressed={step === value}
          aria-label={t`Friendliness ${step} of 5`}
          onClick={() =>
            void set.run({ buyerId: buyer.id, friendliness: step === value ? null : step })
          }
        >
          ♥
        </button>
      ))}
    </fieldset>
  );
}
