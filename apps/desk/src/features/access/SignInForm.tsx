import { access } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import { Input } from 'antd';
import { type FormEvent, useState } from 'react';
import { useAct } from '../../lib/query.ts';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { Refusal } from '../../ui/Refusal.tsx';
import styles from './door.module.css';
import { PasswordField } from './PasswordField.tsx';

interface Props {
  readonly onSignedIn: () => void;
  readonly onSecondFactor: (challenge: string) => void;
}

/** E-mail and password: the first step of signing in. */
export function SignInForm({ onSignedIn, onSecondFactor }: Props) {
  const { t } = useLingui();
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const signIn = useAct(access.signIn, (reply) =>
    reply.state === 'signed_in' ? onSignedIn() : onSecondFactor(reply.challenge),
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void signIn.run({ email: email.trim(), password });
  };
  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <Field label={t`E-mail`}>
        {(field) => (
          <Input
            {...field}
            autoFocus
            type="email"
            autoComplete="username"
            maxLength={254}
            value={email}
            onChange={(event) => setEmail(event.target.value)}
          />
        )}
      </Field>
      <PasswordField label={t`Password`} value={password} onChange={setPassword} />
      <Refusal refusal={signIn.refusal} />
      <Button
        type="submit"
        look="main"
        className={styles.main}
        busy={signIn.busy}
        disabled={!email.includes('@') || password === ''}
      >
        {t`Sign in`}
      </Button>
    </form>
  );
}
