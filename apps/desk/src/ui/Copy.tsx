import { useLingui } from '@lingui/react/macro';
import { useCopy } from '../lib/clipboard.ts';
import { Button, IconButton } from './Button.tsx';
import styles from './Copy.module.css';
import { Icon } from './Icon.tsx';

/** Copies a text; says that it did in the place of its own name. */
export function CopyButton({
  text,
  children,
  small = true,
  look = 'line',
}: {
  text: string;
  children?: string;
  small?: boolean;
  look?: 'main' | 'line' | 'plain';
}) {
  const { t } = useLingui();
  const { copy, copied, failed } = useCopy();
  return (
    <Button small={small} look={look} onClick={() => copy(text)} aria-live="polite">
      <Icon name={copied ? 'check' : 'copy'} size={15} />
      {copied ? t`Copied` : failed ? t`Select and copy by hand` : (children ?? t`Copy`)}
    </Button>
  );
}

/** A small copy button beside a number or an id. */
export function CopyIcon({ text, name }: { text: string; name: string }) {
  const { t } = useLingui();
  const { copy, copied } = useCopy();
  return (
    <IconButton
      name={copied ? t`Copied` : name}
      className={styles.icon}
      onClick={(event) => {
        event.stopPropagation();
        copy(text);
      }}
    >
      <Icon name={copied ? 'check' : 'copy'} size={14} />
    </IconButton>
  );
}

/** Text that is there to be copied whole: a secret, a link, a script tag. */
export function CopyBox({ text, label, lines }: { text: string; label: string; lines?: number }) {
  const field = {
    value: text,
    readOnly: true,
    'aria-label': label,
    spellCheck: false,
    onFocus: (event: React.FocusEvent<HTMLInputElement | HTMLTextAreaElement>) =>
      event.currentTarget.select(),
  };
  return (
    <div className={styles.box}>
      {lines ? (
        <textarea {...field} className={styles.text} rows={lines} />
      ) : (
        <input {...field} className={styles.text} />
      )}
      <CopyButton text={text} />
    </div>
  );
}
