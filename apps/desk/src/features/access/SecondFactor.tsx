import { access, type ReplyOf } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { refresh, useAct } from '../../lib/query.ts';
import { useSelf } from '../../lib/session.tsx';
import { Button } from '../../ui/Button.tsx';
import { Dialog, DialogForm } from '../../ui/Dialog.tsx';
import { Refusal } from '../../ui/Refusal.tsx';
import { Word } from '../../ui/Word.tsx';
import styles from './account.module.css';
import { FactorSetUp } from './FactorSetUp.tsx';
import { PasswordField } from './PasswordField.tsx';

/** Whether the second factor is on; the way to switch it on or off asks for the password first. */
export function SecondFactor() {
  const { t } = useLingui();
  const { member } = useSelf();
  const [dialog, setDialog] = useState<'on' | 'off'>();
  const close = () => setDialog(undefined);
  return (
    <div className={styles.choice}>
      {member.secondFactor ? (
        <>
          <Word tone="good">{t({ message: 'On', context: 'second factor' })}</Word>
          <Button onClick={() => setDialog('off')}>{t`Switch off…`}</Button>
        </>
      ) : (
        <>
          <Word tone="plain">{t({ message: 'Off', context: 'second factor' })}</Word>
          <Button onClick={() => setDialog('on')}>{t`Set up…`}</Button>
        </>
      )}
      {dialog === 'on' && <SwitchOn onClose={close} />}
      {dialog === 'off' && <SwitchOff onClose={close} />}
    </div>
  );
}

function SwitchOn({ onClose }: { onClose: () => void }) {
  const { t } = useLingui();
  const { member } = useSelf();
  const [password, setPassword] = useState('');
  const [begun, setBegun] = useState<ReplyOf<typeof access.beginSecondFactor>>();
  const begin = useAct(access.beginSecondFactor, setBegun);
  return (
    <Dialog title={t`Two steps to sign in`} onClose={onClose} lightly={!begun} width={520}>
      {(close) =>
        begun ? (
          <FactorSetUp begun={begun} onDone={close} />
        ) : (
          <DialogForm
            act={t`Continue`}
            busy={begin.busy}
            possible={password !== ''}
            onCancel={close}
            onSubmit={() => void begin.run({ password })}
          >
            <input type="text" hidden readOnly autoComplete="username" value={member.email} />
            <PasswordField
              autoFocus
              label={t`First your password`}
              value={password}
              onChange={setPassword}
            />
            <Refusal refusal={begin.refusal} />
          </DialogForm>
        )
      }
    </Dialog>
  );
}

function SwitchOff({ onClose }: { onClose: () => void }) {
  const { t } = useLingui();
  return (
    <Dialog title={t`Switch the second step off`} onClose={onClose}>
      {(close) => <SwitchOffForm close={close} />}
    </Dialog>
  );
}

function SwitchOffForm({ close }: { close: () => void }) {
  const { t } = useLingui();
  const { member } = useSelf();
  const [password, setPassword] = useState('');
  const remove = useAct(access.removeSecondFactor, () => {
    refresh(access.getSelf);
    close();
  });
  return (
    <DialogForm
      act={t`Switch off`}
      danger
      busy={remove.busy}
      possible={password !== ''}
      onCancel={close}
      onSubmit={() => void remove.run({ password })}
    >
      <p>{t`From then on the password alone opens your account. The recovery codes become void.`}</p>
      <input type="text" hidden readOnly autoComplete="username" value={member.email} />
      <PasswordField autoFocus label={t`Password`} value={password} onChange={setPassword} />
      <Refusal refusal={remove.refusal} />
    </DialogForm>
  );
}
