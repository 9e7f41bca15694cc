import { access, type InputOf } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import { Checkbox, Input, Select } from 'antd';
import { type FormEvent, useState } from 'react';
import type { Locale } from '../../lib/api.ts';
import { currencies, homeOf, zones } from '../../lib/places.ts';
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
  /** The account is there and signed in; `sample`: the sample shop was asked for. */
  readonly onCreated: (sample: boolean) => void;
}

type Words = Pick<InputOf<typeof access.createOwner>, 'name' | 'email' | 'password'> & {
  shop: string;
};

/** The first owner of a new server, with the first shop. */
export function SetUpForm({ token, locale, onCreated }: Props) {
  const { t } = useLingui();
  const [words, setWords] = useState<Words>({ name: '', email: '', password: '', shop: '' });
  const [place, setPlace] = useState<{ currency?: string; timezone?: string }>({});
  const [sample, setSample] = useState(true);
  const create = useAct(access.createOwner, () => onCreated(sample));
  const home = { ...homeOf(locale), ...place };
  const say = (part: Partial<Words>) => setWords((before) => ({ ...before, ...part }));
  const worth = worthOf(words.password, words.email);
  const ready =
    words.name.trim() !== '' &&
    words.email.includes('@') &&
    words.shop.trim() !== '' &&
    (worth === 'fair' || worth === 'strong');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const shop = words.shop.trim();
    void create.run({
      token,
      name: words.name.trim(),
      email: words.email.trim(),
      password: words.password,
      locale,
      team: shop,
      shop: { name: shop, locale, ...home },
    });
  };
  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <Field label={t`Your name`} hint={t`Buyers see it above your answers.`}>
        {(field) => (
          <Input
            {...field}
            autoFocus
            autoComplete="name"
            maxLength={60}
            value={words.name}
            onChange={(event) => say({ name: event.target.value })}
          />
        )}
      </Field>
      <Field label={t`E-mail`} hint={t`To sign in with. Nothing is sent to it.`}>
        {(field) => (
          <Input
            {...field}
            type="email"
            autoComplete="username"
            maxLength={254}
            value={words.email}
            onChange={(event) => say({ email: event.target.value })}
          />
        )}
      </Field>
      <PasswordField
        label={t`Password`}
        newFor={words.email}
        value={words.password}
        onChange={(password) => say({ password })}
      />
      <Field label={t`Name of the shop`}>
        {(field) => (
          <Input
            {...field}
            autoComplete="organization"
            maxLength={80}
            value={words.shop}
            onChange={(event) => say({ shop: event.target.value })}
          />
        )}
      </Field>
      <div className={styles.pair}>
        <Field label={t`Currency`} hint={t`Stays as it is once chosen.`}>
          {(field) => (
            <Select
              {...field}
              showSearch
              value={home.currency}
              onChange={(currency: string) => setPlace({ ...place, currency })}
              options={currencies(locale)}
              optionFilterProp="label"
            />
          )}
        </Field>
        <Field label={t`Time zone`}>
          {(field) => (
            <Select
              {...field}
              showSearch
              value={home.timezone}
              onChange={(timezone: string) => setPlace({ ...place, timezone })}
              options={zones()}
            />
          )}
        </Field>
      </div>
      <Checkbox
        className={styles.sample ?? ''}
        checked={sample}
        onChange={(event) => setSample(event.target.checked)}
      >
        <b>{t`Bring in the sample shop to look around`}</b>
        <small>
          {t`30 products, 20 buyers, 60 orders and a few chats, all invented. One click takes it away again.`}
        </small>
      </Checkbox>
      <Refusal refusal={create.refusal} />
      <Button
        type="submit"
        look="main"
        className={styles.main}
        busy={create.busy}
        disabled={!ready}
      >
        {t`Open the counter`}
      </Button>
    </form>
  );
}
