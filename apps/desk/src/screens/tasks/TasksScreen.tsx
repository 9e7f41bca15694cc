import { teamwork } from '@guitai/contract';
import { msg } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { lazy, Suspense, useRef, useState } from 'react';
import { useLocation, useParams, useSearch } from 'wouter';
import { Mark } from '../../features/teamwork/Mark.tsx';
import { TaskBoard } from '../../features/teamwork/TaskBoard.tsx';
import { TaskRow, taskRowHeight } from '../../features/teamwork/TaskRow.tsx';
import { TaskSheet } from '../../features/teamwork/TaskSheet.tsx';
import { useMoves } from '../../features/teamwork/tasks.ts';
import { UndoBar } from '../../features/teamwork/UndoBar.tsx';
import { WorkTabs } from '../../features/teamwork/WorkTabs.tsx';
import { useFilters } from '../../lib/filters.ts';
import { useCommands } from '../../lib/keys.ts';
import { usePages } from '../../lib/pages.ts';
import { useSelf } from '../../lib/session.tsx';
import { Button } from '../../ui/Button.tsx';
import { Empty } from '../../ui/Empty.tsx';
import { EndlessList } from '../../ui/EndlessList.tsx';
import { FilterSelect } from '../../ui/FilterSelect.tsx';
import { SearchBox } from '../../ui/SearchBox.tsx';
import { ShopFilter } from '../../ui/ShopFilter.tsx';
import { SplitPage } from '../../ui/SplitPage.tsx';
import { HandOver } from './HandOver.tsx';
import styles from './TasksScreen.module.css';
import { isView, ViewTabs } from './ViewTabs.tsx';

const TaskDialog = lazy(() => import('../../features/teamwork/TaskDialog.tsx'));

const names = ['view', 'shop', 'priority', 'q', 'as'] as const;

/** Tasks of the team: with me, from me, overdue; as a list or a board. */
export default function TasksScreen() {
  const { t } = useLingui();
  const { taskId } = useParams<{ taskId?: string }>();
  const { grants } = useSelf();
  const [, go] = useLocation();
  const search = useSearch();
  const [filters, change] = useFilters(names);
  const [making, setMaking] = useState(false);
  const [marked, setMarked] = useState<ReadonlySet<string>>(new Set());
  const field = useRef<HTMLInputElement>(null);
  const moves = useMoves();
  const query = search ? `?${search}` : '';
  const view = isView(filters.view) ? filters.view : 'mine';
  const input = {
    view,
    limit: 50,
    ...(filters.shop ? { shopId: filters.shop } : {}),
    ...(filters.priority === 'high' ? { priority: 'high' as const } : {}),
    ...(filters.q ? { q: filters.q } : {}),
  };
  const asBoard = filters.as === 'board' && view !== 'done';
  const pages = usePages(teamwork.listTasks, input, { when: !asBoard });
  const mayWrite = grants['tasks.write'] !== undefined;
  const toggle = (id: string) => {
    const next = new Set(marked);
    if (!next.delete(id)) next.add(id);
    setMarked(next);
  };
  const settle = async (state: 'done' | 'cancelled') => {
    await moves.move([...marked].map((one) => ({ taskId: one, state })));
    setMarked(new Set());
  };
  const group = msg({ message: 'Tasks', context: 'keys' });
  useCommands([
    {
      id: 'tasks.new',
      name: msg`New task`,
      group,
      key: 'x',
      possible: mayWrite,
      run: () => setMaking(true),
    },
    {
      id: 'tasks.find',
      name: msg`Find a task`,
      group,
      key: 'f',
      run: () => field.current?.focus(),
    },
    {
      id: 'tasks.mark',
      name: msg`Choose the open task`,
      group,
      key: 'm',
      possible: taskId !== undefined && mayWrite,
      run: () => taskId && toggle(taskId),
    },
  ]);
  const hrefOf = (id: string) => `/tasks/${id}${query}`;
  return (
    <>
      <SplitPage
        title={t({ message: 'Tasks', context: 'rail' })}
        home={`/tasks${query}`}
        tabs={<WorkTabs at="tasks" />}
        acts={
          mayWrite && (
            <Button small look="main" hint="x" onClick={() => setMaking(true)}>
              {t`New task`}
            </Button>
          )
        }
        filters={
          <>
            <ViewTabs
              view={view}
              onChange={(next) => change({ view: next === 'mine' ? undefined : next })}
            />
            <SearchBox
              field={field}
              value={filters.q ?? ''}
              onSearch={(q) => change({ q: q || undefined })}
              placeholder={t`Find a task`}
            />
            <FilterSelect
              name={t({ message: 'Priority', context: 'task' })}
              value={filters.priority}
              onChange={(priority) => change({ priority })}
              options={[{ value: 'high', label: t({ message: 'High', context: 'task' }) }]}
            />
            <ShopFilter value={filters.shop} onChange={(shop) => change({ shop })} />
            {view !== 'done' && (
              <Button
                small
                look="plain"
                onClick={() => change({ as: asBoard ? undefined : 'board' })}
              >
                {asBoard
                  ? t({ message: 'As a list', context: 'tasks' })
                  : t({ message: 'As a board', context: 'tasks' })}
              </Button>
            )}
          </>
        }
        list={
          <>
            {view === 'orphaned' && <HandOver />}
            {marked.size > 0 && (
              <div className={styles.bulk}>
                {t`${marked.size} chosen`}
                <Button small look="main" busy={moves.busy} onClick={() => void settle('done')}>
                  {t({ message: 'Done', context: 'task act' })}
                </Button>
                <Button small busy={moves.busy} onClick={() => void settle('cancelled')}>
                  {t({ message: 'Cancel the task', context: 'task act' })}
                </Button>
                <Button small look="plain" onClick={() => setMarked(new Set())}>
                  {t`Choose none`}
                </Button>
              </div>
            )}
            <UndoBar moves={moves} />
            {asBoard ? (
              <TaskBoard filter={input} hrefOf={hrefOf} />
            ) : (
              <EndlessList
                pages={pages}
                idOf={(one) => one.id}
                hrefOf={(one) => hrefOf(one.id)}
                open={taskId}
                row={(one) => (
                  <TaskRow
                    task={one}
                    before={
                      one.can.includes('moveTasks') && (
                        <Mark
                          name={one.title}
                          marked={marked.has(one.id)}
                          onChange={() => toggle(one.id)}
                        />
                      )
                    }
                  />
                )}
                height={taskRowHeight}
                label={t({ message: 'Tasks', context: 'rail' })}
                empty={
                  <NoTasks
                    view={view}
                    filtered={Boolean(filters.q ?? filters.shop ?? filters.priority)}
                    onAll={() => change({ q: undefined, shop: undefined, priority: undefined })}
                    onNew={mayWrite ? () => setMaking(true) : undefined}
                  />
                }
              />
            )}
          </>
        }
        detailName={t({ message: 'Task', context: 'pane' })}
        {...(taskId ? { detail: <TaskSheet key={taskId} taskId={taskId} /> } : {})}
      />
      <Suspense fallback={null}>
        {making && <TaskDialog onClose={() => setMaking(false)} onMade={(id) => go(hrefOf(id))} />}
      </Suspense>
    </>
  );
}

interface EmptyProps {
  readonly view: teamwork.TaskViewWord;
  readonly filtered: boolean;
  readonly onAll: () => void;
  readonly onNew: (() => void) | undefined;
}

function NoTasks({ view, filtered, onAll, onNew }: EmptyProps) {
  const { t } = useLingui();
  if (filtered)
    return <Empty act={<Button onClick={onAll}>{t`Show all`}</Button>}>{t`No task fits.`}</Empty>;
  const words: Record<teamwork.TaskViewWord, string> = {
    mine: t`Nothing to do. In a chat, X makes a task of what the buyer said.`,
    made: t`You have given nobody a task.`,
    team: t`The team has no open task.`,
    overdue: t`Nothing is overdue.`,
    orphaned: t`No task is with somebody who left.`,
    done: t`Settled tasks will stand here, newest first.`,
  };
  const act = onNew && (view === 'mine' || view === 'made' || view === 'team') && (
    <Button hint="x" onClick={onNew}>
      {t`New task`}
    </Button>
  );
  return <Empty act={act}>{words[view]}</Empty>;
}
