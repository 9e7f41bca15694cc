import { useLingui } from '@lingui/react/macro';
import { type Locale, locales } from '../lib/api.ts';
import { speak } from '../lib/i18n.ts';
import styles from './LanguageChoice.module.css';

/** Languages by their own names: whoever cannot read the page finds theirs. */
export const languageNames: Record<Locale, string> = {
  'zh-CN': '简体中文',
  'zh-TW': '繁體中文',
  en: 'English',
};

/** Changes the language of the page at once. */
export function LanguageChoice() {
  const { t, i18n } = useLingui();
  return (
    <fieldset className={styles.choice}>
      <legend className="unseen">{t`Language`}</legend>
      {locales.map((locale) => (
        <button
          key={locale}
          type="button"
          lang={locale}
          aria-pressed={i18n.locale === locale}
          onClick={() => void speak(locale)}
        >
          {languageNames[locale]}
        </button>
      ))}
    </fieldset>
  );
}
