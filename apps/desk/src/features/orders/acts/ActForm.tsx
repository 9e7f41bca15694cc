import { useLingui } from '@lingui/react/macro';
import {
  type FormEvent,
  type KeyboardEvent,
  type ReactNode,
  useEffect,
  useRef,
  useState,
} from 'react';
import { Button, IconButton } from '../../../ui/Button.tsx';
import { Icon } from '../../../ui/Icon.tsx';
import { Refusal } from '../../../ui/Refusal.tsx';
import type { ActEndpoint, Acted, FormProps, OwnFields } from './act.types.ts';
import styles from './acts.module.css';
import { ConfirmFirst } from './ConfirmFirst.tsx';
import { Limits } from './Limits.tsx';
import { Outcome } from './Outcome.tsx';
import { useOrderAct, usePreview } from './use-order-act.ts';
import { Warnings } from './Warnings.tsx';

interface Props<E extends ActEndpoint> extends FormProps {
  readonly endpoint: E;
  readonly title: ReactNode;
  /** What would be sent; undefined while the form is not filled in. */
  readonly fields: OwnFields<E> | undefined;
  /** Words of the button. */
  readonly act: ReactNode;
  readonly danger?: boolean;
  /** In words what was done, and how it is taken back where that is honest. */
  readonly tell: (acted: Acted) => { words: ReactNode; undo?: (() => void) | undefined };
  /** Shown instead of the figures, where the outcome is no money. */
  readonly outcome?: (acted: Acted | undefined) => ReactNode;
  /** Refusals the fields tell by themselves while they are filled in. */
  readonly told?: readonly string[];
  readonly children: ReactNode;
}

/** Frame of every act: fields, what will happen, the one button, and the refusal where the click was. */
export function ActForm<E extends ActEndpoint>(props: Props<E>) {
  const { endpoint, order, conversationId, fields, onActed, onClose, tell } = props;
  const { t } = useLingui();
  const where = { order, conversationId };
  const preview = usePreview(endpoint, where, fields);
  const act = useOrderAct(endpoint, where, (acted) => onActed({ acted, ...tell(acted) }));
  const [note, setNote] = useState('');
  const box = useRef<HTMLFormElement>(null);
  const noteField = useRef<HTMLInputElement>(null);
  useEffect(() => begin(box.current), []);
  useEffect(() => keepInView(box.current), []);
  const verdict = preview.acted?.authority;
  const refused = act.refusal?.code === 'authority.approval_needed';
  const asks = verdict?.verdict === 'ask' || refused;
  const { reset } = act;
  const filled = JSON.stringify(fields);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was refused is not what stands there now
  useEffect(() => reset(), [filled]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!fields || act.busy) return;
    const must = preview.current ? asks : refused;
    if (must && note.trim() === '') return noteField.current?.focus();
    void act.run(fields, must ? note.trim() : undefined);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    onClose();
  };
  const foreseen = preview.refusal && props.told?.includes(preview.refusal.code);
  const refusal = act.refusal?.code === 'authority.approval_needed' ? null : act.refusal;
  return (
    <form ref={box} className={styles.form} onSubmit={submit} onKeyDown={onKeyDown} noValidate>
      <header>
        <b>{props.title}</b>
        <IconButton name={t`Close (Esc)`} className={styles.close} onClick={onClose}>
          <Icon name="close" size={15} />
        </IconButton>
      </header>
      <ConfirmFirst orderId={order.id} />
      {props.children}
      {props.outcome ? (
        props.outcome(preview.acted)
      ) : (
        <Outcome order={order} acted={preview.acted} stale={!preview.current} />
      )}
      <Warnings acted={preview.acted} />
      {asks && verdict && <Limits why={verdict.why} stale={!preview.current} />}
      {asks && (
        <input
          ref={noteField}
          className={styles.note}
          value={note}
          maxLength={500}
          aria-label={t`Why it should be approved`}
          placeholder={t`Why it should be approved`}
          onChange={(event) => setNote(event.target.value)}
        />
      )}
      <Refusal refusal={refusal ?? (foreseen ? null : preview.refusal)} onClose={act.reset} />
      <footer>
        <Button
          type="submit"
          small
          look={props.danger && !asks ? 'danger' : 'main'}
          busy={act.busy}
          hint="Enter"
          disabled={!fields || (preview.refusal !== null && preview.current)}
        >
          {asks ? t`Ask for approval` : props.act}
        </Button>
        <Button small look="plain" onClick={onClose}>
          {t`Leave it`}
        </Button>
      </footer>
    </form>
  );
}

/** A form that grows (variants arrive, the outcome is told) stays in view while the hand is in it. */
function keepInView(form: HTMLFormElement | null): (() => void) | undefined {
  if (!form) return;
  const watch = new ResizeObserver(() => {
    if (form.contains(document.activeElement)) form.scrollIntoView({ block: 'nearest' });
  });
  watch.observe(form);
  return () => watch.disconnect();
}

/** The form comes into view, and the hand goes to its first field. */
function begin(form: HTMLFormElement | null): void {
  form?.scrollIntoView({ block: 'nearest' });
  if (!form || form.contains(document.activeElement)) return;
  form.querySelector<HTMLElement>('input[type="radio"]:checked,textarea,input,select')?.focus();
}
