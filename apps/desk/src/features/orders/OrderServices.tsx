import type { orders } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import { money } from '../../lib/format.ts';
import { When } from '../../ui/When.tsx';
import { Word } from '../../ui/Word.tsx';
import { serviceWords, slotWords } from './acts/service.words.ts';
import styles from './OrderCard.module.css';

/** The invoice and the appointments of an order; nothing where there are none. */
export function OrderServices({ order }: { order: orders.OrderCardShape }) {
  const { t, i18n } = useLingui();
  const { invoice, appointments = [] } = order;
  if (!invoice && appointments.length === 0) return null;
  return (
    <section className={styles.part} aria-label={t`Invoice and services`}>
      <h4>{t`Invoice and services`}</h4>
      <ul className={styles.services}>
        {invoice && (
          <li>
            <span>
              {t`Invoice`} · {invoice.title}
            </span>
            <span>
              {money(invoice.amountMinor, order.currency)} <When at={invoice.at} form="day" />
            </span>
          </li>
        )}
        {appointments.map((one) => (
          <li key={one.id} data-off={one.state === 'called_off' || undefined}>
            <span>
              {i18n._(serviceWords[one.service])}
              {one.note && ` · ${one.note}`}
            </span>
            <span>
              {one.state === 'called_off' ? (
                <Word tone="quiet">{t`Called off`}</Word>
              ) : (
                <>
                  {one.date} {i18n._(slotWords[one.slot])}
                </>
              )}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
