import type { buyers } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import { Word } from '../../ui/Word.tsx';
import styles from './BuyerMarks.module.css';

/** The name, or a word for somebody who gave none. */
export function BuyerName({ name }: { name: string }) {
  const { t } = useLingui();
  return <>{name || t`Visitor without a name`}</>;
}

/** Level, blocklist and proof, as words. */
export function BuyerWords({
  buyer,
}: {
  buyer: Pick<buyers.BuyerSummaryShape, 'level' | 'blocked' | 'verified'>;
}) {
  const { t } = useLingui();
  return (
    <>
      {buyer.blocked && <Word tone="late">{t`Blocklisted`}</Word>}
      {buyer.level && <Word tone="plain">{buyer.level}</Word>}
      {buyer.verified && (
        <Word tone="quiet" title={t`The shop vouched for this account`}>
          {t`Verified`}
        </Word>
      )}
    </>
  );
}

const steps = [1, 2, 3, 4, 5] as const;

/** How pleasant the buyer is to serve, as hearts to look at. */
export function Friendliness({ value }: { value: number | null }) {
  const { t } = useLingui();
  if (!value) return null;
  const name = t`Friendliness: ${value} of 5`;
  return (
    <span className={styles.hearts} role="img" aria-label={name} title={name}>
      {steps.map((step) => (
        <i key={step} data-on={step <= value}>
          ♥
        </i>
      ))}
    </span>
  );
}
