import { useLingui } from '@lingui/react/macro';
import { Modal } from 'antd';
import { type FormEvent, type ReactNode, useState } from 'react';
import { Button } from './Button.tsx';
import styles from './Dialog.module.css';

interface Props {
  readonly title: ReactNode;
  /** Called once it has closed; the place from where it was opened has the focus again. */
  readonly onClose: () => void;
  readonly children: (close: () => void) => ReactNode;
  readonly width?: number;
  /** False: clicking beside it does not close it (something is shown only this once). */
  readonly lightly?: boolean;
}

/** A window above the page. Mount it to open it; it takes itself away. */
export function Dialog({ title, onClose, children, width = 480, lightly = true }: Props) {
  const [open, setOpen] = useState(true);
  const close = () => setOpen(false);
  return (
    <Modal
      open={open}
      title={title}
      footer={null}
      width={width}
      onCancel={close}
      afterClose={onClose}
      mask={{ closable: lightly }}
      keyboard={lightly}
      centered
    >
      {children(close)}
    </Modal>
  );
}

interface FormProps {
  readonly children: ReactNode;
  /** Words of the act. */
  readonly act: ReactNode;
  readonly danger?: boolean;
  readonly busy?: boolean;
  readonly possible?: boolean;
  /** Everything is filled in as it opens: the hand goes to the act, so that Enter does it. */
  readonly ready?: boolean;
  readonly onSubmit: () => void;
  readonly onCancel: () => void;
}

/** Content of a dialog that ends in one act: Enter does it, Escape leaves. */
export function DialogForm({
  children,
  act,
  danger,
  busy = false,
  possible = true,
  ready = false,
  onSubmit,
  onCancel,
}: FormProps) {
  const { t } = useLingui();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (possible && !busy) onSubmit();
  };
  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <div className={styles.body}>{children}</div>
      <footer className={styles.foot}>
        <Button onClick={onCancel}>{t`Cancel`}</Button>
        <Button
          type="submit"
          look={danger ? 'danger' : 'main'}
          busy={busy}
          disabled={!possible}
          autoFocus={ready}
        >
          {act}
        </Button>
      </footer>
    </form>
  );
}
