import type { orders } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import { money } from '../../../lib/format.ts';
import { Icon } from '../../../ui/Icon.tsx';
import styles from './acts.module.css';

type Limit = orders.OrderActedShape['authority']['why'][number];

/** Why an approval is needed, in figures: the limit, what is used of it, what this would take. */
export function Limits({ why, stale = false }: { why: readonly Limit[]; stale?: boolean }) {
  const { t } = useLingui();
  return (
    <div className={styles.limits} data-stale={stale || undefined} role="status">
      <Icon name="lock" size={15} />
      <div>
        <b>{t`Beyond what you may decide alone`}</b>
        {why.map((limit) => (
          <LimitLine key={limit.limit} limit={limit} />
        ))}
      </div>
    </div>
  );
}

function LimitLine({ limit }: { limit: Limit }) {
  const { t } = useLingui();
  const show = (minor: number) => money(minor, limit.currency);
  const wanted = show(limit.wantedMinor);
  const most = show(limit.limitMinor);
  const used = show(limit.usedMinor);
  const words = {
    per_act: t`This is ${wanted}; one act may be ${most}.`,
    per_order: t`This is ${wanted}; ${used} of ${most} for this order are used.`,
    per_buyer_day: t`This is ${wanted}; ${used} of ${most} a day for this buyer are used.`,
    per_day: t`This is ${wanted}; ${used} of your ${most} for today are used.`,
    floor: t`It would be ${wanted}; the lowest is ${most}.`,
    not_granted: t`Your role does not decide this alone.`,
  };
  return <p>{words[limit.limit]}</p>;
}
