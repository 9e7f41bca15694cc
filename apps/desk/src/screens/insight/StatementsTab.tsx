import { insight } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import { enquiryCount } from '../../features/insight/figure.rules.ts';
import styles from '../../features/insight/insight.module.css';
import { money } from '../../lib/format.ts';
import { useReply } from '../../lib/query.ts';
import { Empty } from '../../ui/Empty.tsx';
import { Lines } from '../../ui/Lines.tsx';
import { Refusal } from '../../ui/Refusal.tsx';
import { When } from '../../ui/When.tsx';

/** Closed months as they were closed; what changed since stands in rows of its own. */
export function StatementsTab() {
  const { t, i18n } = useLingui();
  const { data, error } = useReply(insight.listStatements, {});
  if (error) return <Refusal refusal={error} />;
  if (!data) return <Lines count={6} />;
  if (data.items.length === 0)
    return (
      <Empty>
        {t`When a month is over, here stands what it brought, by person. A refund afterwards never changes that row: it becomes a row of its own.`}
      </Empty>
    );
  const month = new Intl.DateTimeFormat(i18n.locale, {
    year: 'numeric',
    month: 'long',
    timeZone: 'UTC',
  });
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a table wider than the window is moved by the arrow keys
    <section className={styles.scroll} aria-label={t`Table`} tabIndex={0}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t({ message: 'Month', context: 'figures' })}</th>
            <th scope="col" data-name>
              {t({ message: 'Person', context: 'figures' })}
            </th>
            <th scope="col">{t({ message: 'Version', context: 'figures' })}</th>
            <th scope="col">{t({ message: 'Asked', context: 'figures' })}</th>
            <th scope="col">{t({ message: 'Ordered', context: 'figures' })}</th>
            <th scope="col">{t({ message: 'Paid', context: 'figures' })}</th>
            <th scope="col">{t({ message: 'Taken back', context: 'figures' })}</th>
            <th scope="col">{t({ message: 'Sales', context: 'figures' })}</th>
          </tr>
        </thead>
        <tbody>
          {data.items.map((row) => (
            <tr key={`${row.shopId} ${row.month} ${row.memberId} ${row.version}`}>
              <td className={styles.rank}>{month.format(new Date(row.month))}</td>
              <th scope="row" title={row.creditText}>
                {row.name || t`Queue and robots`}
              </th>
              <td>
                {row.version === 1 ? t`as closed` : t`change ${row.version - 1}`} ·{' '}
                <When at={row.at} />
              </td>
              <td>{enquiryCount(row.asked)}</td>
              <td>{enquiryCount(row.ordered)}</td>
              <td>{enquiryCount(row.paid)}</td>
              <td>{enquiryCount(row.reversed)}</td>
              <td data-by>
                {row.amounts
                  .map(({ amountMinor, currency }) => money(amountMinor, currency))
                  .join(' + ') || '–'}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
