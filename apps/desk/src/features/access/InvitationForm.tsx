import { access, type ReplyOf } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import { Input } from 'antd';
import { type FormEvent, useState } from 'react';
import type { Locale } from '../../lib/api.ts';
import { useAct } from '../../lib/query.ts';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { Refusal } from '../../ui/Refusal.tsx';
import styles from './door.module.css';
import { PasswordField } from './PasswordField.tsx';
import { worthOf } from './password.rules.ts';

interface Props {
  readonly token: string;
  readonly locale: Locale;
  readonly invitation: ReplyOf<typeof access.getInvitation>;
  readonly onSignedIn: () => void;
  readonly onSecondFactor: (challenge: string) => void;
}

/** Joins a team: a new person chooses a password, a known one proves itself with the old. */
export function InvitationForm({ token, locale, invitation, onSignedIn, onSecondFactor }: Props) {
  const { t } = useLingui();
  const [name, setName] = useState(invitation.name ?? '');
  const [password, setPassword] = useState('');
  const accept = useAct(access.acceptInvitation, (reply) =>
    reply.state === 'signed_in' ? onSignedIn() : onSecondFactor(reply.challenge),
  );
  const known = invitation.accountExists;
  const worth = worthOf(password, invitation.email);
  const ready = name.trim() !== '' && (known ? password !== '' : /fair|strong/.test(worth));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void accept.run({ token, name: name.trim(), password, locale });
  };
  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <Field label={t`E-mail`}>
        {(field) => <Input {...field} readOnly autoComplete="username" value={invitation.email} />}
      </Field>
      <Field label={t`Your name`} hint={t`Buyers see it above your answers.`}>
        {(field) => (
          <Input
            {...field}
            autoFocus
            autoComplete="name"
            maxLength={60}
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
        )}
      </Field>
      <PasswordField
        label={known ? t`Your password on this server` : t`Choose a password`}
        newFor={known ? undefined : invitation.email}
        value={password}
        onChange={setPassword}
      />
      <Refusal refusal={accept.refusal} />
      <Button
        type="submit"
        look="main"
        className={styles.main}
        busy={accept.busy}
        disabled={!ready}
      >
        {t`Join ${invitation.team}`}
      </Button>
    </form>
  );
}
