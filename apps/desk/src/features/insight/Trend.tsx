import { useLingui } from '@lingui/react/macro';
import { day as dayText } from '../../lib/format.ts';
import { Plot } from '../../ui/Plot.tsx';
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
  const nameOf = (n: number) => {
    const one = days.at(n);
    return one ? dayText(`${one.day}T12:00:00`) : '';
  };
  const reading = (n: number) => {
    const one = days[n];
    if (!one) return '';
    return `${nameOf(n)} · ${figureText(metric, one.figure)} · ${t`${one.figure.sample} facts`}`;
  };
  return (
    <Plot
      title={metric.name}
      label={t`${metric.name} day by day`}
      steps={days.length}
      reading={reading}
      hint={t`Arrow keys walk the days`}
      most={metric.unit === 'money' ? '' : valueText(metric.unit, most)}
      first={nameOf(0)}
      last={nameOf(-1)}
    >
      {(at) => (
        <>
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
            const place = {
              left: `${(100 * x(n)) / width}%`,
              top: `${(100 * y(value)) / height}%`,
            };
            return (
              <i
                key={days[n]?.day}
                className={styles.dot}
                data-at={n === at || undefined}
                style={place}
              />
            );
          })}
        </>
      )}
    </Plot>
  );
}
