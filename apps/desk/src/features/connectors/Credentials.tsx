import { useLingui } from '@lingui/react/macro';
import { Input } from 'antd';
import { Field } from '../../ui/Field.tsx';
import { type ConnectionKind, secretFields } from './connector.words.ts';

interface Props {
  readonly kind: ConnectionKind;
  readonly value: Readonly<Record<string, string>>;
  readonly onChange: (value: Readonly<Record<string, string>>) => void;
  /** Set where something is kept already: an empty field leaves it. */
  readonly kept?: boolean;
}

/** What the platform asks for to let us in; kept sealed and never shown again. */
export function Credentials({ kind, value, onChange, kept = false }: Props) {
  const { t, i18n } = useLingui();
  return secretFields[kind].map(({ name, label, free }) => (
    <Field
      key={name}
      label={i18n._(label)}
      hint={kept ? t`Empty: as it was.` : free ? t`May stay empty.` : undefined}
      width={600}
    >
      {(field) => (
        <Input.Password
          {...field}
          autoComplete="off"
          visibilityToggle={false}
          maxLength={2000}
          value={value[name] ?? ''}
          onChange={(event) => onChange({ ...value, [name]: event.target.value })}
        />
      )}
    </Field>
  ));
}

/** What was filled in. */
export const filled = (secrets: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(secrets).filter(([, text]) => text !== ''));

/** Whether everything that may not stay empty is there. */
export const isWhole = (kind: ConnectionKind, secrets: Readonly<Record<string, string>>): boolean =>
  secretFields[kind].every(({ name, free }) => free || (secrets[name] ?? '') !== '');
