import type { aftersales } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import styles from './aftersales.module.css';
import { tabs, tabWords } from './aftersales.words.ts';

interface Props {
  readonly tab: aftersales.CaseTabWord;
  readonly counts: { readonly decide: number; readonly goods: number; readonly inspect: number };
  readonly onChange: (tab: aftersales.CaseTabWord) => void;
}

/** The columns of the queue with how many wait in each. */
export function CaseTabs({ tab, counts, onChange }: Props) {
  const { t, i18n } = useLingui();
  return (
    <div
      className={styles.tabs}
      role="tablist"
      aria-label={t({ message: 'After-sales', context: 'cases' })}
    >
      {tabs.map((one) => (
        <button
          key={one}
          type="button"
          role="tab"
          aria-selected={one === tab}
          onClick={() => onChange(one)}
        >
          {i18n._(tabWords[one])}
          {one !== 'done' && counts[one] > 0 && <small>{counts[one]}</small>}
        </button>
      ))}
    </div>
  );
}
