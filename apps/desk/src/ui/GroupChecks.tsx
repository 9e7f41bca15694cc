import { useLingui } from '@lingui/react/macro';
import { Checkbox } from 'antd';
import { type ReactNode, useId } from 'react';
import { Button } from './Button.tsx';
import styles from './GroupChecks.module.css';

interface Group<T extends string> {
  readonly key: string;
  readonly name: ReactNode;
  readonly values: readonly T[];
}

interface Props<T extends string> {
  readonly label: string;
  readonly groups: readonly Group<T>[];
  readonly words: (value: T) => ReactNode;
  readonly value: readonly T[];
  readonly onChange: (value: T[]) => void;
}

/** A long list to tick, in groups: one tick each, or a whole group at once. */
export function GroupChecks<T extends string>(props: Props<T>) {
  const { label, groups, ...rest } = props;
  const id = useId();
  return (
    <div>
      <p className={styles.label} id={id}>
        {label}
      </p>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset cannot scroll in every browser */}
      <div className={styles.checks} role="group" aria-labelledby={id}>
        {groups.map(({ key, ...group }) => (
          <Checks key={key} {...group} {...rest} />
        ))}
      </div>
    </div>
  );
}

type GroupProps<T extends string> = Omit<Group<T>, 'key'> & Omit<Props<T>, 'label' | 'groups'>;

function Checks<T extends string>({ name, values, words, value, onChange }: GroupProps<T>) {
  const { t } = useLingui();
  const all = values.every((one) => value.includes(one));
  const rest = value.filter((one) => !values.includes(one));
  return (
    <section>
      <h3>
        {name}
        {values.length > 1 && (
          <Button small look="plain" onClick={() => onChange(all ? rest : [...rest, ...values])}>
            {all ? t`None of these` : t`All of these`}
          </Button>
        )}
      </h3>
      <ul>
        {values.map((one) => (
          <li key={one}>
            <Checkbox
              checked={value.includes(one)}
              onChange={({ target }) =>
                onChange(target.checked ? [...value, one] : value.filter((other) => other !== one))
              }
            >
              {words(one)}
            </Checkbox>
          </li>
        ))}
      </ul>
    </section>
  );
}
