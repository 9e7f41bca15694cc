import type { insight, ReplyOf } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { count } from '../../lib/format.ts';
import { duration } from './figure.rules.ts';
import styles from './insight.module.css';

type Cells = ReplyOf<typeof insight.getReport>['hours'];

const weekdays = [1, 2, 3, 4, 5, 6, 7];
const hours = Array.from({ length: 24 }, (_, hour) => hour);

/** When buyers ask, by weekday and hour; the darker, the more. Arrow keys walk the hours. */
export function HeatMap({ cells }: { cells: Cells }) {
  const { t, i18n } = useLingui();
  const [at, setAt] = useState<readonly [number, number]>();
  const known = new Map(cells.map((cell) => [`${cell.weekday} ${cell.hour}`, cell]));
  const most = Math.max(...cells.map(({ rounds }) => rounds), 1);
  const format = new Intl.DateTimeFormat(i18n.locale, { weekday: 'short', timeZone: 'UTC' });
  const nameOf = (weekday: number) => format.format(Date.UTC(2024, 0, weekday));
  const textOf = (weekday: number, hour: number): string => {
    const cell = known.get(`${weekday} ${hour}`);
    const when = `${nameOf(weekday)} ${hour}:00`;
    if (!cell) return t`${when} · nothing`;
    const took = cell.seconds === null ? '' : ` · ${duration(cell.seconds)}`;
    const missed = cell.unanswered > 0 ? ` · ${t`${cell.unanswered} unanswered`}` : '';
    return `${when} · ${t`${count(cell.rounds)} questions`}${took}${missed}`;
  };
  const move = ([weekday, hour]: readonly [number, number], key: string) => {
    if (key === 'ArrowLeft') return [weekday, Math.max(0, hour - 1)] as const;
    if (key === 'ArrowRight') return [weekday, Math.min(23, hour + 1)] as const;
    if (key === 'ArrowUp') return [Math.max(1, weekday - 1), hour] as const;
    return key === 'ArrowDown' ? ([Math.min(7, weekday + 1), hour] as const) : undefined;
  };
  return (
    <figure className={styles.chart}>
      <figcaption>
        {t`When buyers ask`}
        <output className={styles.reading}>{at ? textOf(...at) : ''}</output>
      </figcaption>
      <div
        className={styles.heat}
        role="slider"
        tabIndex={0}
        aria-label={t`Questions by weekday and hour`}
        aria-valuemin={0}
        aria-valuemax={167}
        aria-valuenow={at ? (at[0] - 1) * 24 + at[1] : 0}
        aria-valuetext={at ? textOf(...at) : t`no hour chosen`}
        onKeyDown={(event) => {
          const next = move(at ?? [1, 9], event.key);
          if (!next) return;
          event.preventDefault();
          setAt(next);
        }}
        onMouseMove={({ target }) => {
          const [weekday, hour] = ((target as HTMLElement).dataset.cell ?? '')
            .split(' ')
            .map(Number);
          if (weekday !== undefined && hour !== undefined) setAt([weekday, hour]);
        }}
        onMouseLeave={() => setAt(undefined)}
      >
        {weekdays.map((weekday) => (
          <div key={weekday} className={styles.heatRow}>
            <span>{nameOf(weekday)}</span>
            {hours.map((hour) => {
              const share = (known.get(`${weekday} ${hour}`)?.rounds ?? 0) / most;
              return (
                <i
                  key={hour}
                  data-at={(at?.[0] === weekday && at[1] === hour) || undefined}
                  style={{
                    background:
                      share === 0
                        ? undefined
                        : `color-mix(in srgb, var(--accent) ${Math.round(14 + 86 * share)}%, var(--sheet))`,
                  }}
                  data-cell={`${weekday} ${hour}`}
                />
              );
            })}
          </div>
        ))}
        <div className={styles.heatRow} aria-hidden="true">
          <span />
          {hours.map((hour) => (
            <small key={hour}>{hour % 6 === 0 ? hour : ''}</small>
          ))}
        </div>
      </div>
    </figure>
  );
}
