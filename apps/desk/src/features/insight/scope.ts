import { insight } from '@guitai/contract';
import { useFilters } from '../../lib/filters.ts';
import { useReply } from '../../lib/query.ts';
import { withCredit } from './credit.ts';
import type { Catalogue } from './figure.rules.ts';

const names = ['range', 'from', 'to', 'shop', 'person', 'rules', 'metric', 'rows', 'by'] as const;

/** Spans that are named rather than dated. */
export const ranges = ['today', '7d', '30d', '90d', 'month', 'lastMonth'] as const;
export type Range = (typeof ranges)[number];

const iso = (at: Date): string =>
  [at.getFullYear(), at.getMonth() + 1, at.getDate()]
    .map((part) => String(part).padStart(2, '0'))
    .join('-');

/** First and last day of a named span, seen from a day. */
export function daysOf(range: Range, now: Date): { from: string; to: string } {
  const at = (days: number) =>
    iso(new Date(now.getFullYear(), now.getMonth(), now.getDate() + days));
  const month = (n: number) => new Date(now.getFullYear(), now.getMonth() + n, 1);
  switch (range) {
    case 'today':
      return { from: at(0), to: at(0) };
    case 'month':
      return { from: iso(month(0)), to: at(0) };
    case 'lastMonth': {
      const last = new Date(now.getFullYear(), now.getMonth(), 0);
      return { from: iso(month(-1)), to: iso(last) };
    }
    default:
      return { from: at(1 - Number.parseInt(range, 10)), to: at(0) };
  }
}

const isDay = (text: string | undefined): text is string =>
  text !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(text);

/** What the page shows numbers of, as its address says, and ways to change it. */
export function useInsightScope() {
  const [filters, change] = useFilters(names);
  const range = ranges.find((one) => one === filters.range);
  const dated =
    !range && isDay(filters.from) && isDay(filters.to)
      ? { from: filters.from, to: filters.to }
      : undefined;
  const span = dated ?? daysOf(range ?? '30d', new Date());
  const input = {
    ...span,
    ...(filters.shop ? { shopId: filters.shop } : {}),
    ...(filters.person ? { memberId: filters.person } : {}),
    ...(filters.rules ? { profile: filters.rules } : {}),
  };
  return { filters, change, range: dated ? undefined : (range ?? '30d'), span, input };
}

/** Metrics, profiles and settings; they change when somebody sets them. */
export function useCatalogue(): Catalogue | undefined {
  const { filters, span } = useInsightScope();
  const { data } = useReply(insight.listMetrics, {}, { freshFor: 300_000 });
  return data && withCredit(data, filters.rules, span.to);
}
