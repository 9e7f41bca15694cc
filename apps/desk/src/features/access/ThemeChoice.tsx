import { access } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import { Segmented } from 'antd';
import { cache, replyKey, useAct } from '../../lib/query.ts';
import { setTheme, type ThemeChoice as Theme, useThemeChoice } from '../../lib/theme.ts';
import { Refusal } from '../../ui/Refusal.tsx';
import styles from './account.module.css';

/** Light, dark, or as the system; shown at once and kept with the account. */
export function ThemeChoice() {
  const { t } = useLingui();
  const chosen = useThemeChoice();
  const save = useAct(access.updateSelf, (self) =>
    cache.setQueryData(replyKey(access.getSelf, {}), self),
  );
  const choose = (theme: Theme) => {
    setTheme(theme);
    void save.run({ theme });
  };
  return (
    <div className={styles.choice}>
      <span id="theme-name">{t`Colours`}</span>
      <Segmented<Theme>
        aria-labelledby="theme-name"
        value={chosen}
        onChange={choose}
        options={[
          { value: 'light', label: t({ message: 'Light', context: 'theme' }) },
          { value: 'dark', label: t({ message: 'Dark', context: 'theme' }) },
          { value: 'system', label: t({ message: 'As the system', context: 'theme' }) },
        ]}
      />
      <Refusal refusal={save.refusal} />
    </div>
  );
}
