import { msg } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { useEffect, useRef, useState } from 'react';
import { useCommands } from '../lib/keys.ts';
import { Icon } from './Icon.tsx';
import styles from './SearchBox.module.css';

interface Props {
  readonly value: string;
  /** Called when the person pauses; never in the middle of a word of an input method. */
  readonly onSearch: (text: string) => void;
  readonly placeholder: string;
  /** The field itself, for the key that goes to it. */
  readonly field?: React.RefObject<HTMLInputElement | null>;
  /** False: it does not search the list of the page, and `/` does not lead to it. */
  readonly keyed?: boolean;
}

const pause = 220;

/** Search as you type. */
export function SearchBox({ value, onSearch, placeholder, field, keyed = true }: Props) {
  const { t } = useLingui();
  const own = useRef<HTMLInputElement>(null);
  const input = field ?? own;
  const [text, setText] = useState(value);
  const search = {
    id: 'list.search',
    name: msg`Search the list`,
    group: msg`List`,
    key: '/',
    keyOnly: true,
    run: () => input.current?.focus(),
  };
  useCommands(keyed ? [search] : []);
  const composing = useRef(false);
  const said = useRef(value);
  useEffect(() => {
    if (value !== said.current) setText(value);
    said.current = value;
  }, [value]);
  useEffect(() => {
    if (composing.current || text.trim() === said.current) return;
    const timer = setTimeout(() => say(text.trim()), pause);
    return () => clearTimeout(timer);
  });
  const say = (next: string) => {
    said.current = next;
    onSearch(next);
  };
  return (
    <search className={styles.search}>
      <Icon name="search" size={16} />
      <input
        ref={input}
        type="text"
        enterKeyHint="search"
        autoComplete="off"
        spellCheck={false}
        aria-label={placeholder}
        placeholder={placeholder}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onCompositionStart={() => {
          composing.current = true;
        }}
        onCompositionEnd={(event) => {
          composing.current = false;
          setText(event.currentTarget.value);
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !event.nativeEvent.isComposing) say(text.trim());
          if (event.key === 'Escape') event.currentTarget.blur();
        }}
      />
      {text && (
        <button
          type="button"
          className={styles.clear}
          aria-label={t`Clear`}
          onClick={() => {
            setText('');
            say('');
          }}
        >
          <Icon name="close" size={14} />
        </button>
      )}
    </search>
  );
}
