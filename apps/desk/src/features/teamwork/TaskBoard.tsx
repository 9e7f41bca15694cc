import { type InputOf, teamwork } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import { Link } from 'wouter';
import { usePages } from '../../lib/pages.ts';
import { Button } from '../../ui/Button.tsx';
import { Lines } from '../../ui/Lines.tsx';
import { Refusal } from '../../ui/Refusal.tsx';
import { TaskRow } from './TaskRow.tsx';
import { useMoves } from './tasks.ts';
import styles from './teamwork.module.css';
import { stateWords } from './teamwork.words.ts';
import { UndoBar } from './UndoBar.tsx';

const columns = ['open', 'doing', 'done'] as const;
type Column = (typeof columns)[number];
type Filter = Omit<InputOf<typeof teamwork.listTasks>, 'state'>;

/** The same tasks in columns by state; dragging a card moves it. Its page moves it by keys. */
export function TaskBoard({ filter, hrefOf }: { filter: Filter; hrefOf: (id: string) => string }) {
  const moves = useMoves();
  return (
    <div className={styles.boardFrame}>
      <UndoBar moves={moves} />
      <div className={styles.board}>
        {columns.map((state) => (
          <BoardColumn
            key={state}
            state={state}
            filter={filter}
            hrefOf={hrefOf}
            onDrop={(taskId) => void moves.move([{ taskId, state }])}
          />
        ))}
      </div>
    </div>
  );
}

interface ColumnProps {
  readonly state: Column;
  readonly filter: Filter;
  readonly hrefOf: (id: string) => string;
  readonly onDrop: (taskId: string) => void;
}

const carried = 'application/x-guitai-task';

function BoardColumn({ state, filter, hrefOf, onDrop }: ColumnProps) {
  const { t, i18n } = useLingui();
  const view = state === 'done' && filter.view === 'overdue' ? 'done' : filter.view;
  const pages = usePages(teamwork.listTasks, {
    ...filter,
    ...(view ? { view } : {}),
    state,
    limit: 30,
  });
  return (
    <section
      className={styles.column}
      aria-label={i18n._(stateWords[state])}
      onDragOver={(event) => event.dataTransfer.types.includes(carried) && event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        onDrop(event.dataTransfer.getData(carried));
      }}
    >
      <h2>{i18n._(stateWords[state])}</h2>
      <Refusal refusal={pages.error} />
      {!pages.items && !pages.error && <Lines count={3} height={60} />}
      {pages.items?.length === 0 && <p className={styles.none}>{t`Nothing here.`}</p>}
      {pages.items?.map((task) => (
        <Link
          key={task.id}
          href={hrefOf(task.id)}
          className={styles.card}
          draggable={task.can.includes('moveTasks')}
          onDragStart={(event) => event.dataTransfer.setData(carried, task.id)}
        >
          <TaskRow task={task} />
        </Link>
      ))}
      {!pages.atEnd && (
        <Button small look="plain" busy={pages.busy} onClick={pages.more}>
          {t`Show more`}
        </Button>
      )}
    </section>
  );
}
