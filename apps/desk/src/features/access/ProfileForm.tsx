import { access } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import { Input, Select } from 'antd';
import { type FormEvent, useState } from 'react';
import { type Locale, locales } from '../../lib/api.ts';
import { speak } from '../../lib/i18n.ts';
import { cache, replyKey, useAct } from '../../lib/query.ts';
import { useSelf } from '../../lib/session.tsx';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { languageNames } from '../../ui/LanguageChoice.tsx';
import { Refusal } from '../../ui/Refusal.tsx';
import styles from './account.module.css';

/** Own name and language; the language changes at once, the name when it is saved. */
export function ProfileForm() {
  const { t } = useLingui();
  const { member } = useSelf();
  const [name, setName] = useState(member.name);
  const keep = (self: access.SelfShape) => cache.setQueryData(replyKey(access.getSelf, {}), self);
  const rename = useAct(access.updateSelf, keep);
  const translate = useAct(access.updateSelf, keep);
  const changed = name.trim() !== '' && name.trim() !== member.name;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (changed) void rename.run({ name: name.trim() });
  };
  const choose = (locale: Locale) => {
    void speak(locale);
    void translate.run({ locale });
  };
  return (
    <>
      <form className={styles.inline} onSubmit={submit}>
        <Field label={t`Name`} width={300}>
          {(field) => (
            <Input
              {...field}
              autoComplete="name"
              maxLength={60}
              value={name}
              onChange={(event) => setName(event.target.value)}
            />
          )}
        </Field>
        {changed && (
          <Button type="submit" look="main" busy={rename.busy}>
            {t`Save`}
          </Button>
        )}
      </form>
      <Refusal refusal={rename.refusal} />
      <Field label={t`E-mail`} width={300}>
        {(field) => <Input {...field} readOnly value={member.email} variant="filled" />}
      </Field>
      <Field label={t`Language`} width={300}>
        {(field) => (
          <Select
            {...field}
            value={member.locale}
            onChange={choose}
            options={locales.map((value) => ({ value, label: languageNames[value] }))}
          />
        )}
      </Field>
      <Refusal refusal={translate.refusal} />
    </>
  );
}
