import { access, type ReplyOf } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import { Input } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { refresh, useAct } from '../../lib/query.ts';
import { Button } from '../../ui/Button.tsx';
import { CopyBox } from '../../ui/Copy.tsx';
import { DialogForm } from '../../ui/Dialog.tsx';
import { Field } from '../../ui/Field.tsx';
import { Refusal } from '../../ui/Refusal.tsx';
import styles from './account.module.css';
import { RecoveryCodes } from './RecoveryCodes.tsx';

const QrCode = lazy(() => import('./QrCode.tsx'));

interface Props {
  readonly begun: ReplyOf<typeof access.beginSecondFactor>;
  readonly onDone: () => void;
}

/** Scan, type the first code, keep the recovery codes. It is on only after the code was right. */
export function FactorSetUp({ begun, onDone }: Props) {
  const { t } = useLingui();
  const [code, setCode] = useState('');
  const [typed, setTyped] = useState(false);
  const [recovery, setRecovery] = useState<readonly string[]>();
  const confirm = useAct(access.confirmSecondFactor, ({ recoveryCodes }) =>
    setRecovery(recoveryCodes),
  );
  if (recovery) {
    return (
      <RecoveryCodes
        codes={recovery}
        onKept={() => {
          refresh(access.getSelf);
          onDone();
        }}
      />
    );
  }
  return (
    <DialogForm
      act={t`Switch on`}
      busy={confirm.busy}
      possible={/^\d{6}$/.test(code.replaceAll(' ', ''))}
      onCancel={onDone}
      onSubmit={() => void confirm.run({ code: code.replaceAll(' ', '') })}
    >
      <p>{t`Scan this with an authenticator app, then type the six digits it shows.`}</p>
      <div className={styles.qr}>
        <Suspense fallback={null}>
          <QrCode text={begun.uri} label={t`QR code for the authenticator app`} />
        </Suspense>
      </div>
      {typed ? (
        <CopyBox text={begun.secret} label={t`Secret to type into the app`} />
      ) : (
        <div>
          <Button small look="plain" onClick={() => setTyped(true)}>
            {t`The camera does not work: show the secret`}
          </Button>
        </div>
      )}
      <Field label={t`Code the app shows`} width={200}>
        {(field) => (
          <Input
            {...field}
            autoFocus
            inputMode="numeric"
            autoComplete="one-time-code"
            maxLength={7}
            value={code}
            onChange={(event) => setCode(event.target.value)}
          />
        )}
      </Field>
      <Refusal refusal={confirm.refusal} />
    </DialogForm>
  );
}
