import type { ProblemError } from '@guitai/sdk';
import { useLingui } from '@lingui/react/macro';
import { Input } from 'antd';
import type { FormEvent, ReactNode } from 'react';
import { Button } from '../../ui/Button.tsx';
import { Refusal } from '../../ui/Refusal.tsx';
import styles from './reviews.module.css';

interface Props {
  readonly label: string;
  readonly hint: ReactNode;
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly act: string;
  readonly busy: boolean;
  readonly refusal: ProblemError | null;
  /** Sends it; `sure` after a warning about words. */
  readonly onSend: (sure: boolean) => void;
  readonly onClose: () => void;
  readonly children?: ReactNode;
}

/** Words that leave the house from under a review: what is warned of can be said for sure, what is blocked cannot. */
export function WordsForm(props: Props) {
  const { label, hint, text, onText, act, busy, refusal, onSend, onClose, children } = props;
  const { t } = useLingui();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (text.trim()) onSend(false);
  };
  return (
    <form className={styles.form} onSubmit={submit}>
      {children}
      <Input.TextArea
        autoFocus
        autoSize={{ minRows: 2, maxRows: 8 }}
        maxLength={2000}
        aria-label={label}
        placeholder={label}
        value={text}
        onChange={({ target }) => onText(target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) submit(event);
          if (event.key === 'Escape') onClose();
        }}
      />
      <div className={styles.acts}>
        <small>{hint}</small>
        <span className={styles.push} />
        <Button small look="plain" onClick={onClose}>{t`Cancel`}</Button>
        <Button small look="main" type="submit" busy={busy} disabled={!text.trim()}>
          {act}
        </Button>
      </div>
      <Refusal refusal={refusal}>
        {refusal?.code === 'message.words_warned' && (
          <Button small onClick={() => onSend(true)}>{t`Say it all the same`}</Button>
        )}
      </Refusal>
    </form>
  );
}
