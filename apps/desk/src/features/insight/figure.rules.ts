import type { insight, ReplyOf } from '@guitai/contract';
import { i18n } from '@lingui/core';
import { count, money, percent, spaced } from '../../lib/format.ts';

export type Catalogue = ReplyOf<typeof insight.listMetrics>;
export type Metric = Catalogue['metrics'][number];
export type Figure = ReplyOf<typeof insight.getReport>['figures'][number];

/** 42 s, 3 min 05 s, 2 h 10 min, in the reader's language. */
export function duration(seconds: number): string {
  const unit = (value: number, name: 'second' | 'minute' | 'hour' | 'day') =>
    spaced(
      new Intl.NumberFormat(i18n.locale, {
        style: 'unit',
        unit: name,
        unitDisplay: i18n.locale === 'en' ? 'narrow' : 'short',
        maximumFractionDigits: name === 'second' && value < 10 ? 1 : 0,
      }).format(value),
    );
  if (seconds < 60) return unit(seconds, 'second');
  const whole = Math.round(seconds);
  const [minutes, hours] = [Math.floor(whole / 60), Math.floor(whole / 3600)];
  if (hours >= 48) return unit(seconds / 86_400, 'day');
  if (hours > 0 && minutes % 60 === 0) return unit(hours, 'hour');
  if (hours > 0) return `${unit(hours, 'hour')} ${unit(minutes % 60, 'minute')}`;
  return whole % 60 === 0
    ? unit(minutes, 'minute')
    : `${unit(minutes, 'minute')} ${unit(whole % 60, 'second')}`;
}

/** A number of enquiries: shares of one with two digits. */
export const enquiryCount = (value: number): string => count(Math.round(value * 100) / 100);

/** A number of a metric, as people read it; a dash where there is nothing to reckon from. */
export function valueText(unit: Metric['unit'], value: number | null): string {
  if (value === null) return '–';
  if (unit === 'seconds') return duration(value);
  return unit === 'share' ? percent(value) : enquiryCount(value);
}

/** A figure, as people read it. */
export function figureText(metric: Metric, figure: Figure | undefined): string {
  if (!figure) return '–';
  if (metric.unit !== 'money') return valueText(metric.unit, figure.value);
  if (figure.amounts.length === 0) return '–';
  return figure.amounts
    .map(({ amountMinor, currency }) => money(amountMinor, currency))
    .join(' + ');
}

/** One number to draw and to sort by; null where there is none. */
export function sizeOf(figure: Figure | undefined): number | null {
  if (!figure) return null;
  return figure.amounts.length > 0 ? (figure.amounts[0]?.amountMinor ?? null) : figure.value;
}

/** Change against the days before, as a share; null where it says nothing. */
export function changeOf(now: Figure | undefined, before: Figure | undefined): number | null {
  const [after, was] = [sizeOf(now), sizeOf(before)];
  if (after === null || was === null || was === 0) return null;
  return after / was - 1;
}
