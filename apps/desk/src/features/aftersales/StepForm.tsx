import type { ProblemError } from '@guitai/sdk';
import { useLingui } from '@lingui/react/macro';
import { type FormEvent, type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react';
import { Button, IconButton } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { Refusal } from '../../ui/Refusal.tsx';
import acts from '../orders/acts/acts.module.css';

interface Props {
  readonly title: string;
  readonly act: string;
  readonly ready: boolean;
  readonly danger?: boolean;
  readonly busy: boolean;
  readonly refusal: ProblemError | null;
  readonly onSubmit: () => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** Frame of a step that needs a word or a number: fields, one button, the refusal where the click was. */
export function StepForm(props: Props) {
  const { title, act, ready, danger, busy, refusal, onSubmit, onClose, children } = props;
  const { t } = useLingui();
  const box = useRef<HTMLFormElement>(null);
  useEffect(() => {
    box.current?.scrollIntoView({ block: 'nearest' });
    box.current?.querySelector<HTMLElement>('textarea,input,select')?.focus();
  }, []);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (ready && !busy) onSubmit();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    onClose();
  };
  return (
    <form ref={box} className={acts.form} onSubmit={submit} onKeyDown={onKeyDown} noValidate>
      <header>
        <b>{title}</b>
        <IconButton name={t`Close (Esc)`} className={acts.close} onClick={onClose}>
          <Icon name="close" size={15} />
        </IconButton>
      </header>
      {children}
      <Refusal refusal={refusal} />
      <footer>
        <Button
          type="submit"
          small
          look={danger ? 'danger' : 'main'}
          busy={busy}
          hint="Enter"
          disabled={!ready}
        >
          {act}
        </Button>
        <Button small look="plain" onClick={onClose}>
          {t`Leave it`}
        </Button>
      </footer>
    </form>
  );
}
