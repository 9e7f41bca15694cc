import { useLingui } from '@lingui/react/macro';
import { money } from '../../lib/format.ts';
import type { Sheet } from './NextStep.tsx';
import styles from './offers.module.css';

/** What a step does in figures: the price before and after, the margin, and what is left of budgets and of the own authority. */
export function Effect({ effect, sheet }: { effect: Sheet['rungs'][number]; sheet: Sheet }) {
  const { t } = useLingui();
  const { currency, dayLeftMinor, monthLeftMinor, ownLeftMinor } = sheet;
  const show = (minor: number | null) => (minor === null ? null : money(minor, currency));
  const facts: readonly (readonly [string, string | null])[] = [
    [t`Floor of this order`, show(effect.floorMinor)],
    [t`Margin left`, show(effect.marginMinor)],
    [t`Budget today`, show(dayLeftMinor)],
    [t`Budget this month`, show(monthLeftMinor)],
    [t`You may still give today`, show(ownLeftMinor)],
  ];
  const { beforeMinor, afterMinor } = effect;
  return (
    <div className={styles.effect}>
      {effect.possible && (
        <p className={styles.price}>
          {beforeMinor !== null && afterMinor !== null ? (
            <>
              <s>{money(beforeMinor, currency)}</s> <b>{money(afterMinor, currency)}</b>
            </>
          ) : (
            <b>−{money(effect.amountMinor, currency)}</b>
          )}
          {sheet.orderNumber && (
            <span className={styles.quiet}>{t`order ${sheet.orderNumber}`}</span>
          )}
        </p>
      )}
      <dl>
        {facts.map(([name, value]) =>
          value === null ? null : (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ),
        )}
      </dl>
    </div>
  );
}
