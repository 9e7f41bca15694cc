import { useLingui } from '@lingui/react/macro';
import { Checkbox } from 'antd';
import type { Channel } from './ChannelList.tsx';
import styles from './channel.module.css';

type Fields = Channel['preChat'];
type Name = Fields[number]['name'];

const names: readonly Name[] = ['name', 'phone', 'email'];

/** What the chat asks a buyer before the first word, and what of it must be given. */
export function PreChat({
  value,
  onChange,
}: {
  value: Fields;
  onChange: (fields: Fields) => void;
}) {
  const { t } = useLingui();
  const words: Record<Name, string> = {
    name: t`Name`,
    phone: t`Phone number`,
    email: t`E-mail address`,
  };
  const ask = (name: Name, on: boolean) => {
    const others = value.filter((field) => field.name !== name);
    onChange(inOrder(on ? [...others, { name, required: false }] : others));
  };
  const require = (name: Name, required: boolean) =>
    onChange(value.map((field) => (field.name === name ? { name, required } : field)));
  return (
    <ul className={styles.asked}>
      {names.map((name) => {
        const field = value.find((one) => one.name === name);
        return (
          <li key={name}>
            <Checkbox
              checked={field !== undefined}
              onChange={(event) => ask(name, event.target.checked)}
            >
              {words[name]}
            </Checkbox>
            {field && (
              <Checkbox
                checked={field.required}
                onChange={(event) => require(name, event.target.checked)}
              >
                {t`must be given`}
              </Checkbox>
            )}
          </li>
        );
      })}
    </ul>
  );
}

const inOrder = (fields: Fields): Fields =>
  [...fields].sort((a, b) => names.indexOf(a.name) - names.indexOf(b.name));
