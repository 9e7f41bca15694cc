import type { aftersales } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import { Tabs } from '../../ui/Tabs.tsx';
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
    <Tabs
      label={t({ message: 'After-sales', context: 'cases' })}
      value={tab}
      onChange={onChange}
      tabs={tabs.map((value) => ({
        value,
        label: i18n._(tabWords[value]),
        count: value === 'done' ? undefined : counts[value],
      }))}
    />
  );
}
