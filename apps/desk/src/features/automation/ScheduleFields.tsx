import { useLingui } from '@lingui/react/macro';
import { Input, Select } from 'antd';
import styles from './automation.module.css';
import type { ClauseProps } from './clause.props.ts';
import { everyDay, everyMorning } from './rule.rules.ts';

/** The time of day, the days, and whether it looks at orders or at chats. */
export function ScheduleFields({ definition, onChange }: ClauseProps) {
  const { t, i18n } = useLingui();
  const schedule = definition.schedule ?? everyMorning;
  const set = (part: Partial<typeof schedule>) => onChange({ schedule: { ...schedule, ...part } });
  const day = (n: number) =>
    new Intl.DateTimeFormat(i18n.locale, { weekday: 'short', timeZone: 'UTC' }).format(
      Date.UTC(2026, 0, 4 + n),
    );
  return (
    <>
      <Input
        type="time"
        aria-label={t`Time of day in the shop`}
        className={styles.clock}
        value={schedule.at}
        onChange={(event) => set({ at: event.target.value })}
      />
      <Select
        mode="multiple"
        aria-label={t`Weekdays`}
        value={schedule.weekdays}
        onChange={(weekdays: number[]) => weekdays.length > 0 && set({ weekdays })}
        options={everyDay.map((value) => ({ value, label: day(value) }))}
      />
      <Select
        aria-label={t`What it looks at`}
        popupMatchSelectWidth={false}
        value={schedule.of}
        onChange={(of) => set({ of })}
        options={[
          { value: 'orders', label: t`for each order` },
          { value: 'conversations', label: t`for each chat` },
        ]}
      />
    </>
  );
}
