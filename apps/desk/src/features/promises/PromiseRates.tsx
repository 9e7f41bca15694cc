import { promises } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import { useReply } from '../../lib/query.ts';
import { Legend } from '../../ui/Legend.tsx';
import { Refusal } from '../../ui/Refusal.tsx';
import { parts, RateList, usePartWords } from './RateList.tsx';
import styles from './rates.module.css';

/** How promises are kept, by shop and person, as bars of one scale; the definition beside the number. */
export function PromiseRates({ shopId }: { shopId: string | undefined }) {
  const { t } = useLingui();
  const rates = useReply(promises.getPromiseRates, shopId ? { shopId } : {});
  const words = usePartWords();
  if (rates.error) return <Refusal refusal={rates.error} />;
  if (!rates.data || rates.data.shops.length === 0) return null;
  const { members, shops } = rates.data;
  return (
    <section className={styles.rates} aria-label={t`How promises are kept`}>
      <h2>{t`How promises are kept`}</h2>
      <p className={styles.hint}>
        {t`Kept rate = kept in time ÷ (kept in time + kept late + broken). Open and cancelled ones do not count.`}
      </p>
      <Legend marks={parts.map((mark) => ({ mark, words: words[mark] }))} />
      <RateList
        label={t`By shop`}
        rates={shops.map((rate) => ({ key: rate.shopId ?? '', name: rate.shopName, rate }))}
      />
      <RateList
        label={t`By person`}
        rates={members.map((rate) => ({
          key: `${rate.memberId} ${rate.shopId}`,
          name: rate.memberName || '–',
          rate,
          ...(shops.length > 1 ? { of: rate.shopName } : {}),
        }))}
      />
    </section>
  );
}
