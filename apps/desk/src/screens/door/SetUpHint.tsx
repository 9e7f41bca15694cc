import { useLingui } from '@lingui/react/macro';
import { Input } from 'antd';
import { type FormEvent, useState } from 'react';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import styles from './Door.module.css';
import { tokenIn } from './token.ts';

/** Where the set-up link is to be found, and a field for it. */
export function SetUpHint() {
  const { t } = useLingui();
  const [link, setLink] = useState('');
  const token = tokenIn(link);
  const open = (event: FormEvent) => {
    event.preventDefault();
    location.assign(`/desk/set-up#${token}`);
    if (location.pathname === '/desk/set-up') location.reload();
  };
  return (
    <form className={styles.paste} onSubmit={open}>
      <p>
        {t`The link to set up the owner's account is printed in the window where Guitai was started. It is shown only there, so that nobody else can claim this server.`}
      </p>
      <Field label={t`Or paste it here`}>
        {(field) => (
          <Input
            {...field}
            autoComplete="off"
            spellCheck={false}
            value={link}
            placeholder="http://…/desk/set-up#…"
            onChange={(event) => setLink(event.target.value)}
          />
        )}
      </Field>
      <Button type="submit" look="main" disabled={token === ''}>
        {t`Continue`}
      </Button>
    </form>
  );
}
