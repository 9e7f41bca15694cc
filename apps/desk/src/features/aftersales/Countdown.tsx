import type { aftersales } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import { useNow } from '../../lib/clock.ts';
import { wholeInstant } from '../../lib/format.ts';
import styles from './aftersales.module.css';

const hour = 3_600_000;

/** Time left until the next step is due; amber in the last six hours, red when it has passed. */
export function Countdown({ one }: { one: Pick<aftersales.CaseShape, 'dueAt'> }) {
  const { t } = useLingui();
  const now = useNow(30_000);
  if (!one.dueAt) return null;
  const left = Date.parse(one.dueAt) - now;
  const tone = left < 0 ? 'late' : left < 6 * hour ? 'soon' : undefined;
  const words = span(Math.abs(left), t`d`, t`h`, t`min`);
  return (
    <time
      className={styles.countdown}
      dateTime={one.dueAt}
      data-tone={tone}
      title={wholeInstant(one.dueAt)}
    >
      {left < 0 ? t`${words} late` : t`${words} left`}
    </time>
  );
}

/** Two figures at most: 2 d 3 h, 5 h 10 min, 12 min. */
function span(ms: number, d: string, h: string, min: string): string {
  const minutes = Math.floor(ms / 60_000);
  const hours = Math.floor(minutes / 60);
  if (hours >= 24) return `${Math.floor(hours / 24)} ${d} ${hours % 24} ${h}`;
  return hours > 0 ? `${hours} ${h} ${minutes % 60} ${min}` : `${minutes} ${min}`;
}
