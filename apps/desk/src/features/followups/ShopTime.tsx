import { onDay } from '@guitai/contract/promises.rules';
import { useLingui } from '@lingui/react/macro';
import { useSelf } from '../../lib/session.tsx';
import { fromField, toField } from '../../lib/wall.ts';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import styles from './followups.module.css';

interface Props {
  readonly shopId: string;
  readonly label: string;
  readonly value: string | null;
  readonly onChange: (at: string | null) => void;
  /** Offers "now". */
  readonly now?: boolean;
}

/** A time in the shop's calendar: the usual ones by one click, any other by the field. */
export function ShopTime({ shopId, label, value, onChange, now }: Props) {
  const { t } = useLingui();
  const { shops } = useSelf();
  const timezone = shops.find(({ id }) => id === shopId)?.timezone ?? 'Asia/Shanghai';
  const here = new Date();
  const quick = [
    { name: t`today at 16:00`, at: onDay(here, timezone, 0, 16) },
    { name: t`tomorrow at 10:00`, at: onDay(here, timezone, 1, 10) },
    { name: t`in three days`, at: onDay(here, timezone, 3, 10) },
    { name: t`in a week`, at: onDay(here, timezone, 7, 10) },
  ].filter(({ at }) => at > here);
  return (
    <Field label={label} hint={timezone} width={480}>
      {(field) => (
        <>
          <div className={styles.quick}>
            {now && (
              <Button small look={value === null ? 'main' : 'line'} onClick={() => onChange(null)}>
                {t({ message: 'now', context: 'followup' })}
              </Button>
            )}
            {quick.map(({ name, at }) => (
              <Button
                key={name}
                small
                look={value === at.toISOString() ? 'main' : 'line'}
                onClick={() => onChange(at.toISOString())}
              >
                {name}
              </Button>
            ))}
          </div>
          <input
            {...field}
            className={styles.time}
            type="datetime-local"
            value={value ? toField(value, timezone) : ''}
            onChange={({ target }) =>
              onChange(target.value ? fromField(target.value, timezone) : null)
            }
          />
        </>
      )}
    </Field>
  );
}
