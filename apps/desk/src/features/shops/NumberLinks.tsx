import { numbersIn } from '@guitai/contract/order-numbers';
import { useLingui } from '@lingui/react/macro';
import { Input } from 'antd';
import { useId, useState } from 'react';
import { Button, IconButton } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { exampleNumber, isPattern } from './number-pattern.rules.ts';
import styles from './shop.module.css';

interface Props {
  /** How this shop numbers its own orders. */
  readonly own: string;
  readonly value: readonly string[];
  readonly onChange: (value: string[]) => void;
}

const most = 10;

/** Further forms of order numbers that become links in chats, and a sentence to try them on. */
export function NumberLinks({ own, value, onChange }: Props) {
  const { t } = useLingui();
  const set = (n: number, form: string) => onChange(value.map((one, k) => (k === n ? form : one)));
  const counter = '{nnnn}';
  return (
    <>
      {value.map((form, n) => (
        <Field
          // biome-ignore lint/suspicious/noArrayIndexKey: a form has no other name than its place
          key={n}
          label={t`Form ${n + 1}`}
          hint={isPattern(form) && t`for example ${exampleNumber(form, 4817, new Date())}`}
          error={!isPattern(form) && t`A form needs one counter, e.g. ${counter}.`}
          aside={
            <IconButton
              name={t`Remove the form`}
              onClick={() => onChange(value.filter((_, k) => k !== n))}
            >
              <Icon name="close" size={14} />
            </IconButton>
          }
        >
          {(field) => (
            <Input
              {...field}
              maxLength={60}
              spellCheck={false}
              value={form}
              onChange={({ target }) => set(n, target.value)}
            />
          )}
        </Field>
      ))}
      {value.length < most && (
        <div>
          <Button small onClick={() => onChange([...value, 'WX{YYYY}{nnnnnn}'])}>
            <Icon name="plus" size={14} />
            {t`Another form`}
          </Button>
        </div>
      )}
      <TryOut forms={[own, ...value]} />
    </>
  );
}

/** A sentence as buyers write it, with what would be a link in it. */
function TryOut({ forms }: { forms: readonly string[] }) {
  const { t } = useLingui();
  const id = useId();
  const [text, setText] = useState('');
  const found = text.trim() === '' ? [] : numbersIn(text, forms);
  return (
    <div className={styles.tryOut}>
      <label htmlFor={id}>{t`Try it: paste a sentence of a buyer`}</label>
      <Input.TextArea
        id={id}
        autoSize={{ minRows: 1, maxRows: 5 }}
        maxLength={1000}
        placeholder={t`Where is my order 20260318-0071?`}
        value={text}
        onChange={({ target }) => setText(target.value)}
      />
      {text.trim() !== '' && (
        <output htmlFor={id}>
          <Marked text={text} found={found} />
          <small>
            {found.length > 0
              ? t`What is marked becomes a link, if there is such an order and the reader may see it.`
              : t`No number of an order is found in it.`}
          </small>
        </output>
      )}
    </div>
  );
}

function Marked({ text, found }: { text: string; found: readonly string[] }) {
  const pieces: { readonly at: number; readonly text: string; readonly hit: boolean }[] = [];
  let at = 0;
  for (const number of found) {
    const from = text.indexOf(number, at);
    if (from < 0) continue;
    if (from > at) pieces.push({ at, text: text.slice(at, from), hit: false });
    pieces.push({ at: from, text: number, hit: true });
    at = from + number.length;
  }
  pieces.push({ at, text: text.slice(at), hit: false });
  return (
    <p>
      {pieces.map((piece) =>
        piece.hit ? (
          <mark key={piece.at}>{piece.text}</mark>
        ) : (
          <span key={piece.at}>{piece.text}</span>
        ),
      )}
    </p>
  );
}
