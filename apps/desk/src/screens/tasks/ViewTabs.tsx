import { teamwork } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import { useTaskCounts } from '../../features/teamwork/tasks.ts';
import { viewWords } from '../../features/teamwork/teamwork.words.ts';
import { useMay } from '../../lib/session.tsx';
import { Tabs } from '../../ui/Tabs.tsx';

type View = teamwork.TaskViewWord;

export const isView = (text: string | undefined): text is View =>
  (teamwork.taskViews as readonly (string | undefined)[]).includes(text);

/** Which tasks are shown, each with how many wait; followed live. */
export function ViewTabs({ view, onChange }: { view: View; onChange: (view: View) => void }) {
  const { t, i18n } = useLingui();
  const counts = useTaskCounts();
  const manages = useMay('tasks.manage');
  const count = (one: View) => (one === 'done' ? 0 : (counts?.[one] ?? 0));
  const shown = teamwork.taskViews.filter(
    (one) => one !== 'orphaned' || (manages && (count('orphaned') > 0 || view === 'orphaned')),
  );
  return (
    <Tabs
      label={t`Which tasks`}
      value={view}
      onChange={onChange}
      tabs={shown.map((value) => ({
        value,
        label: i18n._(viewWords[value]),
        count: count(value),
        late: value === 'overdue',
      }))}
    />
  );
}
