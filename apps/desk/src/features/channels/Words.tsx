import { useLingui } from '@lingui/react/macro';
import { Input, Segmented } from 'antd';
import type { Locale } from '../../lib/api.ts';
import { Field } from '../../ui/Field.tsx';
import { languageNames } from '../../ui/LanguageChoice.tsx';
import styles from './channel.module.css';

type ByLocale = Partial<Record<Locale, string>>;

interface Props {
  readonly locales: readonly Locale[];
  readonly spoken: Locale;
  readonly onSpoken: (locale: Locale) => void;
  readonly greeting: ByLocale;
  readonly awayNotice: ByLocale;
  readonly onGreeting: (greeting: Record<Locale, string>) => void;
  readonly onAwayNotice: (awayNotice: Record<Locale, string>) => void;
}

/** Greeting and away notice, in one language at a time. */
export function Words(props: Props) {
  const { locales, spoken, onSpoken, greeting, awayNotice, onGreeting, onAwayNotice } = props;
  const { t } = useLingui();
  const whole = (words: ByLocale, text: string) =>
    Object.fromEntries(
      locales.map((locale) => [locale, locale === spoken ? text : (words[locale] ?? '')]),
    ) as Record<Locale, string>;
  return (
    <div className={styles.words}>
      <Segmented<Locale>
        aria-label={t`Language of the words`}
        value={spoken}
        onChange={onSpoken}
        options={locales.map((value) => ({ value, label: languageNames[value] }))}
      />
      <Field label={t`Greeting`} hint={t`Empty: a short hello of our own.`}>
        {(field) => (
          <Input.TextArea
            {...field}
            lang={spoken}
            autoSize={{ minRows: 2, maxRows: 6 }}
            maxLength={1000}
            value={greeting[spoken] ?? ''}
            onChange={(event) => onGreeting(whole(greeting, event.target.value))}
          />
        )}
      </Field>
      <Field label={t`Outside of business hours`} hint={t`Said when nobody is there to answer.`}>
        {(field) => (
          <Input.TextArea
            {...field}
            lang={spoken}
            autoSize={{ minRows: 2, maxRows: 6 }}
            maxLength={1000}
            value={awayNotice[spoken] ?? ''}
            onChange={(event) => onAwayNotice(whole(awayNotice, event.target.value))}
          />
        )}
      </Field>
    </div>
  );
}
