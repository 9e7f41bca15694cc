import { orders } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import { useFresh } from '../../lib/fresh.ts';
import { useReply } from '../../lib/query.ts';
import { When } from '../../ui/When.tsx';
import { ActLine } from './ActLine.tsx';
import { historyOf } from './history.rules.ts';
import styles from './OrderCard.module.css';
import { stepWords } from './orders.words.ts';

type Step = orders.OrderCardShape['timeline'][number];

/** What happened to the order and what was done to it, by whom and why, oldest first. */
export function OrderTimeline({ order }: { order: orders.OrderCardShape }) {
  const { t } = useLingui();
  const acts = useReply(
    orders.listOrderActs,
    { orderId: order.id, limit: 100 },
    { when: order.can.includes('listOrderActs') },
  );
  useFresh(['order.acted'], [orders.listOrderActs], 100);
  const line = historyOf(order.timeline, acts.data?.items ?? []);
  if (line.length === 0) return null;
  return (
    <section className={styles.part} aria-label={t`Timeline`}>
      <h4>{t`Timeline`}</h4>
      <ol className={styles.timeline}>
        {line.map(({ step, act }) =>
          act ? (
            <ActLine key={act.id} act={act} />
          ) : (
            <StepLine key={`${step.code} ${step.at} ${step.text}`} step={step} />
          ),
        )}
      </ol>
    </section>
  );
}

function StepLine({ step }: { step: Step }) {
  const { i18n } = useLingui();
  return (
    <li>
      <span title={step.text || undefined}>{i18n._(stepWords[step.code])}</span>
      {step.at && <When at={step.at} form="dateTime" />}
    </li>
  );
}
