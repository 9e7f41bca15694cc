import { teamwork } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import { useTaskCounts } from '../../features/teamwork/tasks.ts';
import { viewWords } from '../../features/teamwork/teamwork.words.ts';
import { useMay } from '../../lib/session.tsx';
import styles from './TasksScreen.module.css';

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
    <div role="tablist" className={styles.tabs} aria-label={t`Which tasks`}>
      {shown.map((one) => (
        <button
          key={one}
          type="button"
          role="tab"
          aria-selected={one === view}
          data-view={one}
          onClick={() => onChange(one)}
        >
          {i18n._(viewWords[one])}
          {count(one) > 0 && <small data-late={one === 'overdue' || undefined}>{count(one)}</small>}
        </button>
      ))}
    </div>
  );
}
