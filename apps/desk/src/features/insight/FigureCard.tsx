import { useLingui } from '@lingui/react/macro';
import { percent } from '../../lib/format.ts';
import { Definition } from './Definition.tsx';
import { changeOf, duration, type Figure, figureText, type Metric } from './figure.rules.ts';
import styles from './insight.module.css';

interface Props {
  readonly metric: Metric;
  readonly figure: Figure | undefined;
  readonly before?: Figure | undefined;
  /** Another number to read it by, in words. */
  readonly beside?: string | undefined;
  readonly minSample?: number;
  readonly chosen?: boolean;
  readonly onChoose?: () => void;
  readonly onRows: () => void;
}

/** A number with its name, definition and change; a click shows its rows. */
export function FigureCard(props: Props) {
  const { metric, figure, before, beside, minSample = 0, chosen, onChoose, onRows } = props;
  const { t } = useLingui();
  const few =
    figure !== undefined &&
    figure.sample > 0 &&
    figure.sample < minSample &&
    (metric.unit === 'seconds' || metric.unit === 'share');
  return (
    <div className={styles.figure} data-chosen={chosen || undefined}>
      <div className={styles.name}>
        <span>{metric.name}</span>
        {onChoose && (
          <button
            type="button"
            className={styles.trendButton}
            aria-pressed={chosen ?? false}
            aria-label={t`Show ${metric.name} day by day`}
            onClick={onChoose}
          >
            <svg width="16" height="12" viewBox="0 0 16 12" aria-hidden="true">
              <path d="M1 10l4-5 4 3 6-7" fill="none" stroke="currentColor" strokeWidth="1.6" />
            </svg>
          </button>
        )}
      </div>
      <Definition metric={metric}>
        <button
          type="button"
          className={styles.value}
          data-metric={metric.id}
          onClick={onRows}
          aria-label={`${metric.name}: ${figureText(metric, figure)}. ${metric.definition}`}
        >
          {figureText(metric, figure)}
        </button>
      </Definition>
      <div className={styles.sub}>
        {figure?.stats && (
          <span title={t`Half of all, nine of ten, nineteen of twenty took at most this long`}>
            {t`median ${duration(figure.stats.median)}`} · P90 {duration(figure.stats.p90)} · P95{' '}
            {duration(figure.stats.p95)}
          </span>
        )}
        {beside && <span>{beside}</span>}
        <Change metric={metric} now={figure} before={before} />
        {few && <span className={styles.few}>{t`only ${figure.sample}`}</span>}
      </div>
    </div>
  );
}

function Change({
  metric,
  now,
  before,
}: {
  metric: Metric;
  now: Figure | undefined;
  before: Figure | undefined;
}) {
  const { t } = useLingui();
  const change = changeOf(now, before);
  if (change === null || Math.abs(change) < 0.0005) return null;
  const better = metric.better === null ? null : change < 0 === (metric.better === 'low');
  const text = `${change > 0 ? '▲' : '▼'} ${percent(Math.abs(change))}`;
  return (
    <span
      className={styles.change}
      data-better={better === null ? undefined : better}
      title={t`Against the days before: ${figureText(metric, before)}`}
    >
      {text}
    </span>
  );
}
