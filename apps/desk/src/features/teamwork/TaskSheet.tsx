import { teamwork } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import { useAct, useReply } from '../../lib/query.ts';
import { Empty } from '../../ui/Empty.tsx';
import { Lines } from '../../ui/Lines.tsx';
import { Refusal } from '../../ui/Refusal.tsx';
import { Word } from '../../ui/Word.tsx';
import { CheckList } from './CheckList.tsx';
import { Discussion } from './Discussion.tsx';
import { Due } from './Due.tsx';
import { PeopleField } from './PeopleField.tsx';
import { TaskAbout } from './TaskAbout.tsx';
import { TaskActs } from './TaskActs.tsx';
import { TaskEdit } from './TaskEdit.tsx';
import { refreshTasks } from './tasks.ts';
import styles from './teamwork.module.css';
import { stateTones, stateWords } from './teamwork.words.ts';

export type Detail = import('@guitai/contract').Static<typeof teamwork.TaskDetail>;

/** One task with everything about it. */
export function TaskSheet({ taskId }: { taskId: string }) {
  const { t } = useLingui();
  const one = useReply(teamwork.getTask, { taskId });
  if (one.error?.code === 'task.not_found')
    return <Empty>{t`There is no such task, or it is not yours to see.`}</Empty>;
  if (!one.data) return one.error ? <Refusal refusal={one.error} /> : <Lines count={8} />;
  return <Sheet task={one.data} />;
}

function Sheet({ task }: { task: Detail }) {
  const { t, i18n } = useLingui();
  const assign = useAct(teamwork.assignTask, refreshTasks);
  return (
    <article className={styles.sheet} aria-label={task.title}>
      <header className={styles.head}>
        <h2>{task.title}</h2>
        <Word tone={stateTones[task.state]}>{i18n._(stateWords[task.state])}</Word>
        {task.priority === 'high' && (
          <Word tone="late">{t({ message: 'High priority', context: 'task' })}</Word>
        )}
        <Due task={task} />
      </header>
      <TaskActs task={task} />
      {task.body && <p className={styles.text}>{task.body}</p>}
      <TaskAbout about={task.about} />
      <section className={styles.part}>
        <h3>{t({ message: 'With', context: 'task' })}</h3>
        <PeopleField
          label={t({ message: 'With', context: 'task' })}
          value={task.assignees.map(({ id }) => id)}
          onChange={(memberIds) => void assign.run({ taskId: task.id, memberIds })}
          placeholder={t`Nobody yet: whoever takes it`}
          disabled={!task.can.includes('assignTask') || assign.busy}
        />
        <Refusal refusal={assign.refusal} />
      </section>
      <CheckList task={task} />
      {task.can.includes('updateTask') && <TaskEdit key={task.version} task={task} />}
      <Discussion task={task} />
    </article>
  );
}
