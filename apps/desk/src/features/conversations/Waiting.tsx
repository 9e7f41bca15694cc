import { useLingui } from '@lingui/react/macro';
import { useNow } from '../../lib/clock.ts';
import { waited } from '../../lib/format.ts';
import { Icon } from '../../ui/Icon.tsx';
import { urgency } from './promise.ts';
import styles from './Waiting.module.css';

/** How long a buyer waits for an answer. Ticks alone; the row around it stands still. */
export function Waiting({ since, promise }: { since: string; promise: number }) {
  const { t } = useLingui();
  const ms = useNow() - Date.parse(since);
  const level = urgency(ms, promise);
  const time = waited(ms);
  const words =
    level === 'late'
      ? t`Waiting ${time}, promise broken`
      : level === 'soon'
        ? t`Waiting ${time}, soon late`
        : t`Waiting ${time}`;
  return (
    <span className={styles.waiting} data-level={level} title={words}>
      <Icon name={level === 'calm' ? 'clock' : 'alert'} size={13} />
      <span aria-hidden="true">{time}</span>
      <span className="unseen">{words}</span>
    </span>
  );
}
