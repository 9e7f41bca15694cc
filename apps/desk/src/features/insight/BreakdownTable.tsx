import type { insight, ReplyOf } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import { count, money, percent } from '../../lib/format.ts';
import { enquiryCount } from './figure.rules.ts';
import styles from './insight.module.css';

type Line = ReplyOf<typeof insight.listBreakdown>['items'][number];

interface Props {
  readonly by: 'person' | 'product' | 'category' | 'script';
  readonly items: readonly Line[];
  /** Names of what this module does not know by name. */
  readonly nameOf?: (id: string) => string | undefined;
}

const share = (part: number, whole: number): string => (whole === 0 ? '–' : percent(part / whole));

/** Asked → ordered → paid, line by line. */
export function BreakdownTable({ by, items, nameOf }: Props) {
  const { t } = useLingui();
  const first = {
    person: t({ message: 'Person', context: 'figures' }),
    product: t({ message: 'Product', context: 'figures' }),
    category: t({ message: 'Category', context: 'figures' }),
    script: t({ message: 'Script', context: 'figures' }),
  }[by];
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a table wider than the window is moved by the arrow keys
    <section className={styles.scroll} aria-label={t`Table`} tabIndex={0}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{first}</th>
            {by === 'script' && <th scope="col">{t({ message: 'Sent', context: 'figures' })}</th>}
            {by === 'script' && <th scope="col">{t`Words changed`}</th>}
            <th scope="col">{t({ message: 'Asked', context: 'figures' })}</th>
            <th scope="col">{t({ message: 'Ordered', context: 'figures' })}</th>
            <th scope="col">{t({ message: 'Paid', context: 'figures' })}</th>
            <th scope="col">{t({ message: 'Taken back', context: 'figures' })}</th>
            <th scope="col">{t`Asked → paid`}</th>
            <th scope="col">{t({ message: 'Sales', context: 'figures' })}</th>
          </tr>
        </thead>
        <tbody>
          {items.map((line) => (
            <tr key={`${line.id} ${line.name}`}>
              <th scope="row">
                <span>{line.name || nameOf?.(line.id ?? '') || t`Without a name`}</span>
              </th>
              {by === 'script' && <td>{count(line.uses)}</td>}
              {by === 'script' && <td>{line.edited === null ? '–' : percent(line.edited)}</td>}
              <td>{enquiryCount(line.asked)}</td>
              <td>{enquiryCount(line.ordered)}</td>
              <td>{enquiryCount(line.paid)}</td>
              <td>{enquiryCount(line.reversed)}</td>
              <td data-by>{share(line.paid - line.reversed, line.asked)}</td>
              <td>
                {line.amounts
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
