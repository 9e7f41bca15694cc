import { useLingui } from '@lingui/react/macro';
import { Select } from 'antd';
import { Field } from '../../ui/Field.tsx';
import styles from './teamwork.module.css';

/** When a task is due, when one is reminded, whether it comes again. */
export interface Times {
  /** As a `datetime-local` field has it. */
  readonly due: string;
  readonly remind: number | null;
  readonly repeat: 'day' | 'week' | null;
}

interface Props {
  readonly value: Times;
  readonly onChange: (value: Times) => void;
  readonly timezone: string;
}

const steps = [5, 15, 30, 60, 240, 1440] as const;

export function TimeFields({ value, onChange, timezone }: Props) {
  const { t } = useLingui();
  const set = (change: Partial<Times>) => onChange({ ...value, ...change });
  const before = (minutes: number) => {
    if (minutes >= 1440) return t`1 day before`;
    const hours = minutes / 60;
    return minutes >= 60 ? t`${hours} h before` : t`${minutes} min before`;
  };
  return (
    <div className={styles.pair}>
      <Field label={t({ message: 'Due', context: 'task' })} hint={timezone}>
        {(props) => (
          <input
            {...props}
            className={styles.time}
            type="datetime-local"
            value={value.due}
            onChange={({ target }) => set({ due: target.value })}
          />
        )}
      </Field>
      <Field label={t({ message: 'Reminder', context: 'task' })}>
        {({ id }) => (
          <Select
            id={id}
            disabled={value.due === ''}
            value={value.remind ?? 0}
            onChange={(minutes) => set({ remind: minutes === 0 ? null : minutes })}
            options={[
              { value: 0, label: t`When due` },
              ...steps.map((minutes) => ({ value: minutes, label: before(minutes) })),
            ]}
          />
        )}
      </Field>
      <Field label={t({ message: 'Again', context: 'task' })}>
        {({ id }) => (
          <Select
            id={id}
            disabled={value.due === ''}
            value={value.repeat ?? ('never' as const)}
            onChange={(every: 'never' | 'day' | 'week') =>
              set({ repeat: every === 'never' ? null : every })
            }
            options={[
              { value: 'never' as const, label: t({ message: 'Never', context: 'task' }) },
              { value: 'day' as const, label: t`Every day` },
              { value: 'week' as const, label: t`Every week` },
            ]}
          />
        )}
      </Field>
    </div>
  );
}
