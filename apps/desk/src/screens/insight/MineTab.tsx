import { insight } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import { FigureCard } from '../../features/insight/FigureCard.tsx';
import { valueText } from '../../features/insight/figure.rules.ts';
import styles from '../../features/insight/insight.module.css';
import { useFresh } from '../../lib/fresh.ts';
import { useReply } from '../../lib/query.ts';
import { Empty } from '../../ui/Empty.tsx';
import { Lines } from '../../ui/Lines.tsx';
import { Refusal } from '../../ui/Refusal.tsx';
import type { TabProps } from './tab.props.ts';

const own = [
  'own_response',
  'response',
  'within_3min',
  'buyers',
  'sessions',
  'messages',
  'unanswered',
  'asked',
  'order_rate',
  'pay_rate',
  'sales',
];

/** One's own figures: today, and seven days beside the own median week; the rank where the team shows it. */
export function MineTab({ catalogue, onRows, scope }: TabProps) {
  const { t } = useLingui();
  const { data, error } = useReply(insight.getMyFigures, {}, { freshFor: 20_000 });
  useFresh(['message.posted'], [insight.getMyFigures], 20_000);
  if (error) return <Refusal refusal={error} />;
  if (!data || !catalogue) return <Lines count={6} />;
  const metrics = catalogue.metrics.filter(({ id }) => own.includes(id));
  if (data.week.every(({ sample }) => sample === 0))
    return (
      <Empty>
        {t`You have not answered anybody in these seven days. Your figures will stand here: today, the week, and your usual.`}
      </Empty>
    );
  const usual = (id: string) => data.median.find(({ metric }) => metric === id)?.value ?? null;
  const { rank } = data;
  const rows = (range: 'today' | '7d') => (id: string) => {
    scope.change({ range, from: undefined, to: undefined });
    onRows(id);
  };
  const parts = [
    { name: t`Today`, figures: data.today, open: rows('today') },
    { name: t`Seven days`, figures: data.week, open: rows('7d') },
  ];
  return (
    <>
      {rank && (
        <p className={styles.rankLine}>
          {rank.place === null
            ? t`Too few answers to be ranked yet.`
            : t`Place ${rank.place} of ${rank.of} by own response, these seven days`}
        </p>
      )}
      {parts.map(({ name, figures, open }, part) => (
        <section key={name}>
          <h2 className={styles.h2}>
            {name}
            {part === 1 && <small>{t`beside your own median of the four weeks before`}</small>}
          </h2>
          <div className={styles.figures}>
            {metrics.map((metric) => {
              const before = usual(metric.id);
              return (
                <FigureCard
                  key={metric.id}
                  metric={metric}
                  figure={figures.find((one) => one.metric === metric.id)}
                  {...(part === 1 && before !== null
                    ? { beside: t`usually ${valueText(metric.unit, before)}` }
                    : {})}
                  onRows={() => open(metric.id)}
                />
              );
            })}
          </div>
        </section>
      ))}
    </>
  );
}
