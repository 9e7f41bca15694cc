import type { promises } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import { useNow } from '../../lib/clock.ts';
import { wholeInstant } from '../../lib/format.ts';
import styles from './promises.module.css';

type Timed = Pick<promises.TeamPromiseShape, 'dueAt' | 'state' | 'soon'>;

const minute = 60_000;

/** Time left until a promise is broken; amber when three quarters are over, red when it is broken. */
export function Due({ promise }: { promise: Timed }) {
  const { t } = useLingui();
  const now = useNow(30_000);
  if (!promise.dueAt) return <small className={styles.due}>{t`when it arrives`}</small>;
  if (promise.state !== 'open' && promise.state !== 'broken') return null;
  const left = Date.parse(promise.dueAt) - now;
  const minutes = Math.max(0, Math.floor(Math.abs(left) / minute));
  const hours = Math.floor(minutes / 60);
  const days = Math.floor(hours / 24);
  const words =
    days > 1
      ? t`${days} d ${hours % 24} h`
      : hours > 0
        ? t`${hours} h ${minutes % 60} min`
        : t`${minutes} min`;
  const tone = left < 0 ? 'late' : promise.soon ? 'soon' : undefined;
  return (
    <time
      className={styles.due}
      dateTime={promise.dueAt}
      data-tone={tone}
      title={wholeInstant(promise.dueAt)}
    >
      {left < 0 ? t`${words} late` : t`${words} left`}
    </time>
  );
}
