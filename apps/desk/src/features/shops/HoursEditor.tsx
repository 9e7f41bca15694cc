import { useLingui } from '@lingui/react/macro';
import { Button, IconButton } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import styles from './HoursEditor.module.css';
import {
  clockOf,
  evenly,
  type Hours,
  isOvernight,
  likeDay,
  nextRange,
  type Range,
  rangesOn,
  weekdays,
  withDay,
} from './hours.rules.ts';

interface Props {
  readonly value: Hours;
  readonly onChange: (hours: Hours) => void;
}

/** When the shop answers, day by day; no range at all means always. */
export function HoursEditor({ value, onChange }: Props) {
  const { t, i18n } = useLingui();
  const names = dayNames(i18n.locale);
  return (
    <div className={styles.hours}>
      <div className={styles.presets}>
        <Button small onClick={() => onChange(evenly(weekdays, '09:00', '22:00'))}>
          {t`Every day 9–22`}
        </Button>
        <Button small onClick={() => onChange(evenly([1, 2, 3, 4, 5], '09:00', '18:00'))}>
          {t`Weekdays 9–18`}
        </Button>
        <Button small onClick={() => onChange([])}>
          {t`Always`}
        </Button>
      </div>
      {value.length === 0 ? (
        <p className={styles.always}>
          {t`Buyers are promised an answer at any hour.`}{' '}
          <Button small look="plain" onClick={() => onChange(evenly(weekdays, '09:00', '22:00'))}>
            {t`Set hours`}
          </Button>
        </p>
      ) : (
        <ul>
          {weekdays.map((weekday) => (
            <Day
              key={weekday}
              name={names[weekday - 1] ?? ''}
              ranges={rangesOn(value, weekday)}
              onChange={(ranges) => onChange(withDay(value, weekday, ranges))}
              onAdd={() => onChange([...value, nextRange(value, weekday)])}
              onCopy={() => onChange(likeDay(value, weekday))}
            />
          ))}
        </ul>
      )}
    </div>
  );
}

interface DayProps {
  readonly name: string;
  readonly ranges: readonly Range[];
  readonly onChange: (ranges: readonly Range[]) => void;
  readonly onAdd: () => void;
  readonly onCopy: () => void;
}

function Day({ name, ranges, onChange, onAdd, onCopy }: DayProps) {
  const { t } = useLingui();
  const replace = (at: number, part: Partial<Range>) =>
    onChange(ranges.map((range, index) => (index === at ? { ...range, ...part } : range)));
  return (
    <li className={styles.day}>
      <span className={styles.name}>{name}</span>
      <div className={styles.ranges}>
        {ranges.length === 0 && <span className={styles.closed}>{t`Closed`}</span>}
        {ranges.map((range, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a key out of the times would take the focus away while typing
          <span key={at} className={styles.range}>
            <Clock
              key={range.from}
              name={t`${name} from`}
              value={range.from}
              onChange={(from) => replace(at, { from })}
            />
            –
            <Clock
              key={`until ${range.until}`}
              name={t`${name} until`}
              value={range.until}
              onChange={(until) => replace(at, { until })}
            />
            {isOvernight(range) && <small>{t`next day`}</small>}
            <IconButton
              name={t`Remove these hours`}
              onClick={() => onChange(ranges.filter((_, index) => index !== at))}
            >
              <Icon name="close" size={13} />
            </IconButton>
          </span>
        ))}
      </div>
      <span className={styles.acts}>
        <IconButton name={t`Add hours on ${name}`} onClick={onAdd}>
          <Icon name="plus" size={15} />
        </IconButton>
        <IconButton name={t`The same on every day`} onClick={onCopy}>
          <Icon name="copy" size={15} />
        </IconButton>
      </span>
    </li>
  );
}

function Clock({
  name,
  value,
  onChange,
}: {
  name: string;
  value: string;
  onChange: (value: string) => void;
}) {
  return (
    <input
      className={styles.clock}
      aria-label={name}
      inputMode="numeric"
      maxLength={5}
      defaultValue={value}
      onBlur={(event) => {
        const next = clockOf(event.target.value);
        event.target.value = next ?? value;
        if (next && next !== value) onChange(next);
      }}
    />
  );
}

/** Monday to Sunday in the reader's language. */
function dayNames(locale: string): string[] {
  const format = new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' });
  return weekdays.map((weekday) => format.format(Date.UTC(2024, 0, weekday)));
}
