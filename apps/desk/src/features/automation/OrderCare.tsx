import { automation, care } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import { useReply } from '../../lib/query.ts';
import { When } from '../../ui/When.tsx';
import { Word } from '../../ui/Word.tsx';
import styles from './automation.module.css';
import { runWords, whyWords } from './rule.words.ts';

/** What the buyer was told of an order, by rules and by hand, and what came of it; nothing where nothing was. */
export function OrderCare({ orderId }: { orderId: string }) {
  const { t, i18n } = useLingui();
  const runs = useReply(automation.getOrderCare, { orderId }).data?.items ?? [];
  const byHand = useReply(care.getOrderReminders, { orderId }).data?.items ?? [];
  if (runs.length + byHand.length === 0) return null;
  return (
    <section aria-label={t`Order care`} className={styles.told}>
      <h3>{t`Order care`}</h3>
      <ul>
        {byHand.map(({ id, at, variant, converted }) => (
          <li key={id}>
            {t`Reminded by hand`} {variant} <When at={at} form="ago" />{' '}
            {converted && <Word tone="good">{t`paid within 24 hours`}</Word>}
          </li>
        ))}
        {runs.map(({ id, ruleName, state, why, dueAt, decidedAt }) => (
          <li key={id}>
            {ruleName} <When at={decidedAt ?? dueAt} form="ago" />{' '}
            <Word tone={state === 'failed' ? 'late' : 'quiet'}>
              {whyWords[why] ? i18n._(whyWords[why]) : i18n._(runWords[state])}
            </Word>
          </li>
        ))}
      </ul>
    </section>
  );
}
