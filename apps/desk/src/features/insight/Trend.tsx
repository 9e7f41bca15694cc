import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { day as dayText } from '../../lib/format.ts';
import { type Figure, figureText, type Metric, sizeOf, valueText } from './figure.rules.ts';
import styles from './insight.module.css';

interface Props {
  readonly metric: Metric;
  readonly days: readonly { readonly day: string; readonly figure: Figure }[];
}

const [width, height, left, bottom, top] = [720, 200, 8, 22, 14];

/** A metric day by day. Days with nothing to reckon from are gaps, not zeroes. */
export function Trend({ metric, days }: Props) {
  const { t } = useLingui();
  const [at, setAt] = useState<number>();
  const values = days.map(({ figure }) => sizeOf(figure));
  const most = Math.max(...values.map((value) => value ?? 0), metric.unit === 'share' ? 1 : 0) || 1;
  const x = (n: number) => left + ((width - 2 * left) * (n + 0.5)) / days.length;
  const y = (value: number) => height - bottom - ((height - bottom - top) * value) / most;
  const path = values
    .map((value, n) =>
      value === null
        ? ''
        : `${values[n - 1] == null ? 'M' : 'L'}${x(n).toFixed(1)} ${y(value).toFixed(1)}`,
    )
    .join('');
  const shown = at === undefined ? undefined : days[at];
  const focus = (n: number) => setAt(Math.min(days.length - 1, Math.max(0, n)));
  const mostText = metric.unit === 'money' ? '' : valueText(metric.unit, most);
  return (
    <figure className={styles.chart}>
      <figcaption>
        {metric.name}
        <output className={styles.reading}>
          {shown
            ? `${dayText(`${shown.day}T12:00:00`)} · ${figureText(metric, shown.figure)} · ${t`${shown.figure.sample} facts`}`
            : t`Arrow keys walk the days`}
        </output>
      </figcaption>
      <div
        className={styles.plot}
        role="slider"
        tabIndex={0}
        aria-label={t`${metric.name} day by day`}
        aria-valuemin={1}
        aria-valuemax={days.length}
        aria-valuenow={(at ?? 0) + 1}
        aria-valuetext={
          shown ? `${shown.day}: ${figureText(metric, shown.figure)}` : t`no day chosen`
        }
        onKeyDown={(event) => {
          if (event.key === 'ArrowRight') focus((at ?? -1) + 1);
          else if (event.key === 'ArrowLeft') focus((at ?? days.length) - 1);
          else return;
          event.preventDefault();
        }}
        onMouseMove={(event) => {
          const box = event.currentTarget.getBoundingClientRect();
          focus(Math.floor(((event.clientX - box.left) / box.width) * days.length));
        }}
        onMouseLeave={() => setAt(undefined)}
      >
        <svg viewBox={`0 0 ${width} ${height}`} preserveAspectRatio="none" aria-hidden="true">
          <line
            className={styles.axis}
            x1={0}
            x2={width}
            y1={height - bottom}
            y2={height - bottom}
          />
          <line className={styles.grid} x1={0} x2={width} y1={y(most)} y2={y(most)} />
          <line className={styles.grid} x1={0} x2={width} y1={y(most / 2)} y2={y(most / 2)} />
          <path className={styles.trend} d={path} vectorEffect="non-scaling-stroke" />
          {at !== undefined && (
            <line className={styles.cross} x1={x(at)} x2={x(at)} y1={top} y2={height - bottom} />
          )}
        </svg>
        {values.map((value, n) => {
          const alone = values[n - 1] == null && values[n + 1] == null;
          if (value === null || (!alone && n !== at)) return null;
          const place = { left: `${(100 * x(n)) / width}%`, top: `${(100 * y(value)) / height}%` };
          return (
            <i
              key={days[n]?.day}
              className={styles.dot}
              data-at={n === at || undefined}
              style={place}
            />
          );
        })}
        <span className={styles.most}>{mostText}</span>
        <span className={styles.first}>{days[0] && dayText(`${days[0].day}T12:00:00`)}</span>
        <span className={styles.last}>
          {days.length > 1 && dayText(`${days.at(-1)?.day}T12:00:00`)}
        </span>
      </div>
    </figure>
  );
}
