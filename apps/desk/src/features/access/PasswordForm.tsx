import { access } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import { type FormEvent, useState } from 'react';
import { refresh, useAct } from '../../lib/query.ts';
import { useSelf } from '../../lib/session.tsx';
import { Button } from '../../ui/Button.tsx';
import { Refusal } from '../../ui/Refusal.tsx';
import styles from './account.module.css';
import { PasswordField } from './PasswordField.tsx';
import { worthOf } from './password.rules.ts';

/** Changes the own password; folded away until it is wanted. */
export function PasswordForm() {
  const { t } = useLingui();
  const { member } = useSelf();
  const [open, setOpen] = useState(false);
  const [done, setDone] = useState(false);
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const change = useAct(access.changePassword, () => {
    setOpen(false);
    setDone(true);
    setCurrent('');
    setNext('');
    refresh(access.listSessions);
  });
  const ready = current !== '' && /fair|strong/.test(worthOf(next, member.email));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (ready) void change.run({ current, next });
  };
  if (!open) {
    return (
      <div className={styles.choice}>
        <Button onClick={() => setOpen(true)}>{t`Change the password`}</Button>
        {done && (
          <span role="status" className={styles.done}>
            {t`Changed. Other devices are signed out.`}
          </span>
        )}
      </div>
    );
  }
  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <input type="text" hidden readOnly autoComplete="username" value={member.email} />
      <PasswordField label={t`Present password`} value={current} onChange={setCurrent} autoFocus />
      <PasswordField
        label={t`New password`}
        newFor={member.email}
        value={next}
        onChange={setNext}
      />
      <Refusal refusal={change.refusal} />
      <div className={styles.acts}>
        <Button type="submit" look="main" busy={change.busy} disabled={!ready}>
          {t`Change`}
        </Button>
        <Button onClick={() => setOpen(false)}>{t`Cancel`}</Button>
      </div>
    </form>
  );
}
