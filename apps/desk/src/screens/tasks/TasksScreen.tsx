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
import { EndlessList } from '../../ui/EndlessList.tsx';
import { SplitPage } from '../../ui/SplitPage.tsx';
import { BulkBar, useMarks } from './BulkBar.tsx';
import { HandOver } from './HandOver.tsx';
import { NoTasks } from './NoTasks.tsx';
import { TaskFilter, taskFilters } from './TaskFilter.tsx';
import { isView } from './ViewTabs.tsx';

const TaskDialog = lazy(() => import('../../features/teamwork/TaskDialog.tsx'));

/** Tasks of the team: with me, from me, overdue; as a list or a board. */
export default function TasksScreen() {
  const { t } = useLingui();
  const { taskId } = useParams<{ taskId?: string }>();
  const { grants } = useSelf();
  const [, go] = useLocation();
  const search = useSearch();
  const [filters, change] = useFilters(taskFilters);
  const [making, setMaking] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const moves = useMoves();
  const marks = useMarks();
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
      run: () => taskId && marks.toggle(taskId),
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
        filters={<TaskFilter view={view} filters={filters} change={change} field={field} />}
        list={
          <>
            {view === 'orphaned' && <HandOver />}
            <BulkBar marks={marks} moves={moves} />
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
                          marked={marks.marked.has(one.id)}
                          onChange={() => marks.toggle(one.id)}
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
