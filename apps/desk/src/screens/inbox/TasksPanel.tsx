import { teamwork } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import { Link } from 'wouter';
import { TaskRow } from '../../features/teamwork/TaskRow.tsx';
import { useTaskCounts } from '../../features/teamwork/tasks.ts';
import styles from '../../features/teamwork/teamwork.module.css';
import { useReply } from '../../lib/query.ts';
import { Empty } from '../../ui/Empty.tsx';
import { Lines } from '../../ui/Lines.tsx';
import { Refusal } from '../../ui/Refusal.tsx';
import type { PanelProps } from './panels.tsx';

/** What the team still owes this buyer, and what was settled last. */
export default function TasksPanel({ conversation }: PanelProps) {
  const { t } = useLingui();
  const of = conversation.buyerId
    ? { buyerId: conversation.buyerId }
    : { conversationId: conversation.id };
  useTaskCounts();
  const pending = useReply(teamwork.listTasks, { ...of, limit: 30 });
  const settled = useReply(teamwork.listTasks, { ...of, view: 'done', limit: 5 });
  if (!pending.data)
    return pending.error ? <Refusal refusal={pending.error} /> : <Lines count={3} />;
  const done = settled.data?.items ?? [];
  if (pending.data.items.length === 0 && done.length === 0)
    return <Empty>{t`No tasks about this buyer. X makes one of what was just said.`}</Empty>;
  return (
    <div className={styles.panel}>
      {pending.data.items.map((task) => (
        <Link key={task.id} href={`/tasks/${task.id}`} className={styles.card}>
          <TaskRow task={task} />
        </Link>
      ))}
      {done.length > 0 && <h3>{t({ message: 'Settled', context: 'tasks' })}</h3>}
      {done.map((task) => (
        <Link key={task.id} href={`/tasks/${task.id}`} className={styles.card}>
          <TaskRow task={task} />
        </Link>
      ))}
    </div>
  );
}
