import { Trans, useLingui } from '@lingui/react/macro';
import { type FormEvent, useState } from 'react';
import { Button } from '../../ui/Button.tsx';
import styles from './Synonyms.module.css';

interface Props {
  readonly words: readonly string[];
  readonly busy: boolean;
  readonly submit: string;
  readonly onSave: (words: string[]) => void;
  readonly onCancel?: () => void;
}

const wordsIn = (text: string): string[] =>
  text
    .split(/[\n,，、;；=＝]/)
    .map((word) => word.trim())
    .filter(Boolean);

/** One group of words, separated as one likes. */
export function SynonymForm({ words, busy, submit, onSave, onCancel }: Props) {
  const { t } = useLingui();
  const [text, setText] = useState(words.join('、'));
  const found = wordsIn(text);
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (found.length > 1) onSave(found);
  };
  return (
    <form className={styles.form} onSubmit={send}>
      <input
        value={text}
        maxLength={400}
        aria-label={t`Words for one thing, separated by commas`}
        placeholder={t`Words for one thing, separated by commas`}
        onChange={({ target }) => setText(target.value)}
      />
      <Button type="submit" small look="main" busy={busy} disabled={found.length < 2}>
        {submit}
      </Button>
      {onCancel && (
        <Button small look="plain" onClick={onCancel}>
          <Trans>Cancel</Trans>
        </Button>
      )}
    </form>
  );
}
