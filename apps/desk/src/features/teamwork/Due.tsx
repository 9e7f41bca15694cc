import type { teamwork } from '@guitai/contract';
import { useEffect, useState } from 'react';
import { wholeInstant } from '../../lib/format.ts';
import { Icon } from '../../ui/Icon.tsx';
import { dueText, dueTone } from './due.ts';
import styles from './teamwork.module.css';

type Timed = Pick<teamwork.TaskShape, 'dueAt' | 'timezone' | 'state' | 'repeat'>;

const minute = 60_000;

/** When it is due, by the shop's clock; red once that has passed. */
export function Due({ task }: { task: Timed }) {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), minute);
    return () => clearInterval(timer);
  }, []);
  if (!task.dueAt) return null;
  const pending = task.state === 'open' || task.state === 'doing';
  return (
    <time
      className={styles.due}
      dateTime={task.dueAt}
      title={`${wholeInstant(task.dueAt)} · ${task.timezone}`}
      data-tone={dueTone(task.dueAt, pending, now)}
    >
      <Icon name={task.repeat ? 'retry' : 'clock'} size={13} />
      {dueText(task.dueAt, task.timezone)}
    </time>
  );
}
