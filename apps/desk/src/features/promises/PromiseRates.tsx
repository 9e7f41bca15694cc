import { promises } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import { count, percent } from '../../lib/format.ts';
import { useReply } from '../../lib/query.ts';
import { Refusal } from '../../ui/Refusal.tsx';
import styles from './promises.module.css';

type Rate = promises.PromiseRateShape;

/** How promises are kept, by shop and person, with the definition beside the number. */
export function PromiseRates({ shopId }: { shopId: string | undefined }) {
  const { t } = useLingui();
  const rates = useReply(promises.getPromiseRates, shopId ? { shopId } : {});
  if (rates.error) return <Refusal refusal={rates.error} />;
  if (!rates.data || rates.data.shops.length === 0) return null;
  const { members, shops } = rates.data;
  return (
    <section aria-label={t`How promises are kept`}>
      <p className={styles.hint}>
        {t`Kept rate = kept in time ÷ (kept in time + kept late + broken). Open and cancelled ones do not count.`}
      </p>
      <div className={styles.scroll}>
        <table className={styles.rates}>
          <thead>
            <tr>
              <th>{t`Who`}</th>
              <th>{t`Made`}</th>
              <th>{t({ message: 'Kept', context: 'promise' })}</th>
              <th>{t({ message: 'Kept late', context: 'promise' })}</th>
              <th>{t({ message: 'Broken', context: 'promise' })}</th>
              <th>{t({ message: 'Open', context: 'promise' })}</th>
              <th>{t`Kept rate`}</th>
            </tr>
          </thead>
          <tbody>
            {shops.map((rate) => (
              <RateRow key={rate.shopId} name={rate.shopName} rate={rate} strong />
            ))}
            {members.map((rate) => (
              <RateRow
                key={`${rate.memberId} ${rate.shopId}`}
                name={
                  shops.length > 1
                    ? `${rate.memberName || '–'} · ${rate.shopName}`
                    : rate.memberName || '–'
                }
                rate={rate}
              />
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

const RateRow = ({
  name,
  rate,
  strong = false,
}: {
  name: string;
  rate: Rate;
  strong?: boolean;
}) => (
  <tr>
    <td>{strong ? <b>{name}</b> : name}</td>
    <td>{count(rate.made)}</td>
    <td>{count(rate.kept)}</td>
    <td>{count(rate.late)}</td>
    <td>{count(rate.broken)}</td>
    <td>{count(rate.open)}</td>
    <td>{rate.rate === null ? '–' : percent(rate.rate)}</td>
  </tr>
);
