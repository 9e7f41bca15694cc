import { insight } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import { Link } from 'wouter';
import { Distribution } from '../../features/insight/Distribution.tsx';
import { ExportLink } from '../../features/insight/ExportLink.tsx';
import { FigureCard } from '../../features/insight/FigureCard.tsx';
import { HeatMap } from '../../features/insight/HeatMap.tsx';
import styles from '../../features/insight/insight.module.css';
import { rulesOf } from '../../features/insight/rules.ts';
import { Trend } from '../../features/insight/Trend.tsx';
import { useReply } from '../../lib/query.ts';
import { Button } from '../../ui/Button.tsx';
import { Empty } from '../../ui/Empty.tsx';
import { Lines } from '../../ui/Lines.tsx';
import { Refusal } from '../../ui/Refusal.tsx';
import type { TabProps } from './tab.props.ts';

/** The shop's figures with the days before, one of them day by day, and when and how fast. */
export function ShopTab({ scope, catalogue, onRows }: TabProps) {
  const { t } = useLingui();
  const trend = scope.filters.metric ?? 'first_response';
  const { data, error } = useReply(
    insight.getReport,
    { ...scope.input, trend },
    { keepPrevious: true, freshFor: 30_000 },
  );
  if (error) return <Refusal refusal={error} />;
  if (!data || !catalogue) return <Lines count={6} />;
  if (catalogue.factsFrom === null) return <NoFacts />;
  const metric = catalogue.metrics.find(({ id }) => id === trend) ?? catalogue.metrics[0];
  const rules = rulesOf(data.profile, data.to);
  const nothing = data.figures.every(({ sample }) => sample === 0);
  const person = scope.filters.person;
  return (
    <>
      {data.profile.secondHand && (
        <p className={styles.warn}>
          {t`“${data.profile.name}” is told at second hand: check it against your back office.`}
        </p>
      )}
      {person && (
        <p className={styles.acts}>
          <Button small onClick={() => scope.change({ person: undefined })}>
            {t`One person’s figures: show the whole shop`}
          </Button>
        </p>
      )}
      {nothing ? (
        <Empty
          act={
            <Button
              onClick={() => scope.change({ range: '90d', from: undefined, to: undefined })}
            >{t`Look at 90 days`}</Button>
          }
        >
          {t`Nothing was asked in these days.`}
        </Empty>
      ) : (
        <>
          <section className={styles.figures} aria-label={t`Figures`}>
            {catalogue.metrics.map((one) => (
              <FigureCard
                key={one.id}
                metric={one}
                figure={data.figures.find((figure) => figure.metric === one.id)}
                before={data.figuresBefore.find((figure) => figure.metric === one.id)}
                minSample={rules?.minSample ?? 0}
                chosen={one.id === trend}
                onChoose={() => scope.change({ metric: one.id })}
                onRows={() => onRows(one.id)}
              />
            ))}
          </section>
          <div className={styles.charts}>
            {metric && <Trend metric={metric} days={data.days} />}
            <Distribution steps={data.distribution} />
            {data.hours.length > 0 && <HeatMap cells={data.hours} />}
          </div>
          <ExportLink table="days" input={scope.input} />
        </>
      )}
    </>
  );
}

/** Before the first conversation. */
export function NoFacts() {
  const { t } = useLingui();
  return (
    <Empty act={<Link href="/settings/channels">{t`Put the chat on your site`}</Link>}>
      {t`As soon as buyers talk with you, here stands how fast they were answered, by whom, and what came of it.`}
    </Empty>
  );
}
