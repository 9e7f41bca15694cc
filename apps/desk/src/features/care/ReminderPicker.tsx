import type { care, ReplyOf } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import styles from './ReminderPicker.module.css';

type Wording = ReplyOf<typeof care.listReminderWords>['items'][number];

interface Props {
  readonly wordings: readonly Wording[];
  readonly onSend: (variant: string) => void;
  readonly onClose: () => void;
}

/** The wordings of a reminder as this buyer would get them: Enter sends the usual one, the arrows choose another. */
export function ReminderPicker({ wordings, onSend, onClose }: Props) {
  const { t } = useLingui();
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const [at, setAt] = useState(0);
  useEffect(() => list.current?.focus(), []);
  const send = (n: number) => {
    const chosen = wordings[n];
    if (chosen) onSend(chosen.variant);
  };
  const keys = (event: KeyboardEvent) => {
    const move = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (move) setAt((at + move + wordings.length) % wordings.length);
    else if (event.key === 'Enter') send(at);
    else if (event.key === 'Escape') onClose();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <section className={styles.picker}>
      <p id={`${id} how`}>{t`Enter sends the first; ↑ ↓ choose another, Esc leaves it.`}</p>
      <div
        ref={list}
        role="listbox"
        tabIndex={0}
        aria-label={t`Words of the payment reminder`}
        aria-describedby={`${id} how`}
        aria-activedescendant={`${id} ${at}`}
        onKeyDown={keys}
        onBlur={({ relatedTarget, currentTarget }) =>
          currentTarget.contains(relatedTarget) || onClose()
        }
      >
        {wordings.map((one, n) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the list's
          <div
            key={one.variant}
            id={`${id} ${n}`}
            role="option"
            tabIndex={-1}
            aria-selected={n === at}
            onClick={() => send(n)}
            onMouseMove={() => setAt(n)}
          >
            <b>{one.variant}</b>
            <span>{one.text}</span>
            {one.sent > 0 && <small>{t`${one.converted} of ${one.sent} paid`}</small>}
          </div>
        ))}
      </div>
    </section>
  );
}
