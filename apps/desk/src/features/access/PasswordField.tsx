import { useLingui } from '@lingui/react/macro';
import { Input } from 'antd';
import { Field } from '../../ui/Field.tsx';
import styles from './PasswordField.module.css';
import { leastLength, type PasswordWorth, worthOf } from './password.rules.ts';

interface Props {
  readonly value: string;
  readonly onChange: (password: string) => void;
  readonly label: string;
  /** Given: it is a new password, judged while it is typed; the e-mail must not be its content. */
  readonly newFor?: string | undefined;
  readonly autoFocus?: boolean;
}

/** A password, the present one or a new one with an honest word about its strength. */
export function PasswordField({ value, onChange, label, newFor, autoFocus = false }: Props) {
  const fresh = newFor !== undefined;
  const worth = worthOf(value, newFor);
  const words = useWorthWords(worth, value);
  return (
    <Field
      label={label}
      hint={
        fresh && (
          <span className={styles.worth} data-worth={worth}>
            <span className={styles.bar} aria-hidden="true">
              <i />
            </span>
            {words}
          </span>
        )
      }
    >
      {(field) => (
        <Input.Password
          {...field}
          autoFocus={autoFocus}
          autoComplete={fresh ? 'new-password' : 'current-password'}
          maxLength={200}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}

function useWorthWords(worth: PasswordWorth, value: string): string {
  const { t } = useLingui();
  switch (worth) {
    case 'empty':
      return t`At least ${leastLength} characters. Four unrelated words are better than signs and digits.`;
    case 'short':
      return t`${leastLength - value.length} more characters`;
    case 'guessable':
      return t`This is among the first that anybody would try`;
    case 'fair':
      return t`Good enough; longer is safer`;
    case 'strong':
      return t`Strong`;
  }
}
