import type { access } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import { money } from '../../lib/format.ts';
import styles from './ApprovalCard.module.css';

/** Why it is beyond the requester's own limit, one line a limit. */
export function ApprovalWhy({ approval }: { approval: access.ApprovalShape }) {
  return (
    <ul className={styles.why}>
      {approval.why.map((limit) => (
        <Line key={`${limit.limit} ${limit.limitMinor}`} limit={limit} />
      ))}
    </ul>
  );
}

function Line({ limit }: { limit: access.LimitReachedShape }) {
  const { t } = useLingui();
  const most = money(limit.limitMinor, limit.currency);
  const used = money(limit.usedMinor, limit.currency);
  const wanted = money(limit.wantedMinor, limit.currency);
  const words = {
    per_act: limit.limitMinor === 0 ? t`Always asks for this` : t`Alone at most ${most} at once`,
    per_order: t`Alone at most ${most} for one order; ${used} given before`,
    per_buyer_day: t`Alone at most ${most} a day for one buyer; ${used} given today`,
    per_day: t`Alone at most ${most} a day; ${used} given today`,
    floor: t`It would fall to ${wanted}; alone not below ${most}`,
    not_granted: t`The role does not decide this alone`,
  };
  return <li>{words[limit.limit]}</li>;
}
