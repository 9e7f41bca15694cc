import { access } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { money } from '../../lib/format.ts';
import { useReply } from '../../lib/query.ts';
import { useSelf } from '../../lib/session.tsx';
import { FilterSelect } from '../../ui/FilterSelect.tsx';
import { Lines } from '../../ui/Lines.tsx';
import { Refusal } from '../../ui/Refusal.tsx';
import { limitWords } from './authority.words.ts';
import { LimitCell } from './LimitCell.tsx';
import styles from './Limits.module.css';
import { isUnlimited } from './limits.rules.ts';

/** What I may give alone, and what of it is used today. */
export function OwnLimits() {
  const { t, i18n } = useLingui();
  const { shops } = useSelf();
  const [shopId = shops[0]?.id ?? '', setShop] = useState<string>();
  const own = useReply(access.getOwnLimits, { shopId }, { when: shopId !== '', freshFor: 0 });
  if (!shopId) return null;
  if (own.error) return <Refusal refusal={own.error} />;
  if (!own.data) return <Lines count={3} height={40} />;
  const { currency, limits } = own.data;
  const limited = limits.filter((limit) => !isUnlimited(limit));
  return (
    <div className={styles.limits}>
      {shops.length > 1 && (
        <div className={styles.filters}>
          <FilterSelect
            name={t`Shop`}
            value={shopId}
            onChange={(id) => setShop(id ?? shops[0]?.id)}
            width={160}
            options={shops.map(({ id, name }) => ({ value: id, label: name }))}
          />
        </div>
      )}
      {limited.length === 0 && <p className={styles.soft}>{t`No limit: you decide alone.`}</p>}
      <dl className={styles.own}>
        {limited.map((limit) => (
          <div key={limit.action}>
            <dt>{i18n._(limitWords[limit.action])}</dt>
            <dd>
              <LimitCell limit={limit} currency={currency} />
              {limit.usedTodayMinor > 0 && (
                <small>{t`${money(limit.usedTodayMinor, currency)} given today`}</small>
              )}
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
