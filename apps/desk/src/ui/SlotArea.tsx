import { useLingui } from '@lingui/react/macro';
import { Input } from 'antd';
import { useRef } from 'react';
import styles from './SlotArea.module.css';
import { keptText, type Slot, shownText, stretchesOf } from './slots.rules.ts';

interface Props {
  /** The text as it is kept, with `{codes}`. */
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** What may stand in it. */
  readonly slots: readonly Slot[];
  readonly label?: string;
  readonly id?: string;
  readonly 'aria-describedby'?: string | undefined;
  readonly placeholder?: string;
  /** Language of the text. */
  readonly lang?: string;
  readonly maxRows?: number;
  readonly maxLength?: number;
}

/** A text for buyers in which words stand for something of theirs: marked where they stand, put in by a click. */
export function SlotArea({ value, onChange, slots, label, maxRows = 8, ...rest }: Props) {
  const { t } = useLingui();
  const box = useRef<HTMLDivElement>(null);
  const marks = useRef<HTMLDivElement>(null);
  const shown = shownText(value, slots);
  const put = (name: string) => {
    const field = box.current?.querySelector('textarea');
    const from = field?.selectionStart ?? shown.length;
    const to = field?.selectionEnd ?? from;
    const word = `{${name}}`;
    onChange(keptText(`${shown.slice(0, from)}${word}${shown.slice(to)}`, slots));
    requestAnimationFrame(() => {
      field?.focus();
      field?.setSelectionRange(from + word.length, from + word.length);
    });
  };
  return (
    <div ref={box}>
      <div className={styles.area}>
        <div ref={marks} className={styles.marks} lang={rest.lang} aria-hidden="true">
          {stretchesOf(shown, slots).map((part) =>
            part.slot ? <mark key={part.from}>{part.text}</mark> : part.text,
          )}
        </div>
        <Input.TextArea
          maxLength={1000}
          {...rest}
          aria-label={label}
          autoSize={{ minRows: 2, maxRows }}
          value={shown}
          onChange={({ target }) => onChange(keptText(target.value, slots))}
          onScroll={({ currentTarget }) =>
            marks.current?.scrollTo({ top: currentTarget.scrollTop })
          }
        />
      </div>
      {slots.length > 0 && (
        <p className={styles.put}>
          <span>{t({ message: 'Put in:', context: 'slots' })}</span>
          {slots.map(({ code, name }) => (
            <button key={code} type="button" onClick={() => put(name)}>
              {name}
            </button>
          ))}
        </p>
      )}
    </div>
  );
}
