import { useLingui } from '@lingui/react/macro';
import { money } from '../../lib/format.ts';
import styles from './LimitTable.module.css';
import { alwaysAsks, isUnlimited, type Limit } from './limits.rules.ts';

/** A limit as one reads it: at once first, then what bounds the sum of many. */
export function LimitCell({ limit, currency }: { limit: Limit; currency: string }) {
  const { t } = useLingui();
  const never = limit.beyond === 'no' ? <small>{t`beyond: never`}</small> : null;
  if (isUnlimited(limit)) return <span className={styles.free}>{t`no limit`}</span>;
  if (alwaysAsks(limit))
    return <span>{limit.beyond === 'no' ? t`not at all` : t`always asks`}</span>;
  const show = (minor: number) => money(minor, currency).replace(/[.,]00$/, '');
  const { perActMinor, perOrderMinor, perBuyerDayMinor, perDayMinor, floorPercent } = limit;
  const sums = [
    perOrderMinor !== null && perOrderMinor !== perActMinor && t`${show(perOrderMinor)} an order`,
    perBuyerDayMinor !== null && t`${show(perBuyerDayMinor)} a buyer and day`,
    perDayMinor !== null && t`${show(perDayMinor)} a day`,
    floorPercent !== null && t`not below ${floorPercent} %`,
  ].filter((text) => text !== false);
  return (
    <span>
      <b>{perActMinor === null ? t`any amount` : t`up to ${show(perActMinor)}`}</b>
      {sums.map((text) => (
        <small key={text}>{text}</small>
      ))}
      {never}
    </span>
  );
}
