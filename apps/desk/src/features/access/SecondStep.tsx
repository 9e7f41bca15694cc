import { access } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import { Input } from 'antd';
import { type FormEvent, useState } from 'react';
import { useAct } from '../../lib/query.ts';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { Refusal } from '../../ui/Refusal.tsx';
import styles from './door.module.css';

interface Props {
  readonly challenge: string;
  readonly onSignedIn: () => void;
  /** Back to e-mail and password. */
  readonly onBack: () => void;
}

/** The second step: a code of the authenticator app, or one of the recovery codes. */
export function SecondStep({ challenge, onSignedIn, onBack }: Props) {
  const { t } = useLingui();
  const [recovery, setRecovery] = useState(false);
  const [code, setCode] = useState('');
  const verify = useAct(access.verifySecondFactor, onSignedIn);
  const send = (text: string) => void verify.run({ challenge, code: text.trim() });
  const type = (text: string) => {
    setCode(text);
    if (!recovery && /^\d{6}$/.test(text.replaceAll(' ', ''))) send(text);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    send(code);
  };
  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <Field
        key={String(recovery)}
        label={recovery ? t`Recovery code` : t`Code of your authenticator app`}
        hint={
          recovery
            ? t`One of the codes you kept when you switched this on; each works once.`
            : t`Six digits; they change every 30 seconds.`
        }
      >
        {(field) => (
          <Input
            {...field}
            autoFocus
            className={styles.code ?? ''}
            autoComplete="one-time-code"
            inputMode={recovery ? 'text' : 'numeric'}
            maxLength={20}
            value={code}
            onChange={(event) => type(event.target.value)}
          />
        )}
      </Field>
      <Refusal refusal={verify.refusal} />
      <Button
        type="submit"
        look="main"
        className={styles.main}
        busy={verify.busy}
        disabled={code.trim().length < 6}
      >
        {t`Sign in`}
      </Button>
      <p className={styles.ways}>
        <Button
          look="plain"
          small
          onClick={() => {
            setRecovery(!recovery);
            setCode('');
            verify.reset();
          }}
        >
          {recovery ? t`Use the authenticator app` : t`Use a recovery code`}
        </Button>
        <Button look="plain" small onClick={onBack}>
          {t`Another account`}
        </Button>
      </p>
    </form>
  );
}
