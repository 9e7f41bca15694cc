import type { insight, Static } from '@guitai/contract';
import { type Metric, metrics } from './metrics/index.ts';
import { enquiries } from './metrics/metric.ts';
import type { ProfileRules } from './profile.rules.ts';
import { type Measure, sums, type Tally } from './tally.rules.ts';

export type Figure = Static<typeof insight.Figure>;

function amountsOf({ id, sum }: Metric, tally: Tally): Figure['amounts'] {
  if (sum === null) return [];
  const at = (name: (typeof sums)[number]) => sums.indexOf(name);
  return [...tally.money].flatMap(([currency, values]) => {
    const raw = values[at(sum)] ?? 0;
    const net = sum === 'paid' ? raw - (values[at('reversed')] ?? 0) : raw;
    const paid = enquiries(tally, 'paid');
    const minor = id === 'order_value' ? (paid === 0 ? 0 : Math.round(net / paid)) : net;
    return minor === 0 && raw === 0 ? [] : [{ currency, amountMinor: minor }];
  });
}

function statsOf({ measure, unit }: Metric, tally: Tally): Figure['stats'] {
  if (measure === null || unit !== 'seconds') return null;
  const histogram = tally.histogram(measure);
  if (histogram.count === 0) return null;
  return {
    median: histogram.quantile(0.5) ?? 0,
    p90: histogram.quantile(0.9) ?? 0,
    p95: histogram.quantile(0.95) ?? 0,
  };
}

/** A metric's number over what was measured: the one place where cards, tables, charts, exports and replies get it. */
export function figureOf(metric: Metric, tally: Tally, rules: ProfileRules): Figure {
  const { value, sample } = metric.read(tally, rules);
  const amounts = amountsOf(metric, tally).sort((a, b) => (a.currency < b.currency ? -1 : 1));
  const stats = statsOf(metric, tally);
  return {
    metric: metric.id,
    value: metric.unit === 'money' ? null : value,
    sample,
    stats,
    amounts,
  };
}

/** All the given metrics' numbers. */
export const figuresOf = (
  tally: Tally,
  rules: ProfileRules,
  wanted: readonly Metric[] = metrics,
): Figure[] => wanted.map((metric) => figureOf(metric, tally, rules));

/** The distributions behind metrics; the others of a page need not be read. */
export const measuresOf = (wanted: readonly Metric[]): ReadonlySet<Measure> =>
  new Set([
    ...wanted.flatMap(({ measure }) => (measure === null ? [] : [measure])),
    ...(wanted.some(({ id }) => id === 'profile_rate')
      ? (['first', 'worst', 'response'] as const)
      : []),
  ]);
