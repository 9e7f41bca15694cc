import { teamwork } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import { Input } from 'antd';
import { useState } from 'react';
import { useAct } from '../../lib/query.ts';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { Refusal } from '../../ui/Refusal.tsx';
import { fromField, toField } from './due.ts';
import { PriorityField } from './PriorityField.tsx';
import type { Detail } from './TaskSheet.tsx';
import { TimeFields } from './TimeFields.tsx';
import { refreshTasks } from './tasks.ts';
import styles from './teamwork.module.css';

/** Changing words and times of the version one sees; what somebody else changed meanwhile is not written over. */
export function TaskEdit({ task }: { task: Detail }) {
  const { t } = useLingui();
  const [open, setOpen] = useState(false);
  const [title, setTitle] = useState(task.title);
  const [body, setBody] = useState(task.body);
  const [priority, setPriority] = useState(task.priority);
  const [times, setTimes] = useState({
    due: toField(task.dueAt, task.timezone),
    remind: task.remindMinutes,
    repeat: task.repeat?.every ?? null,
  });
  const save = useAct(teamwork.updateTask, refreshTasks);
  if (!open)
    return (
      <Button look="plain" small onClick={() => setOpen(true)}>
        {t({ message: 'Change the task', context: 'task' })}
      </Button>
    );
  const submit = () =>
    save.run({
      taskId: task.id,
      version: task.version,
      title: title.trim(),
      body: body.trim(),
      priority,
      dueAt: fromField(times.due, task.timezone),
      remindMinutes: times.due ? times.remind : null,
      repeat: times.due && times.repeat ? { every: times.repeat } : null,
    });
  return (
    <form
      className={styles.part}
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <Field label={t({ message: 'What is to be done', context: 'task' })} width={620}>
        {(props) => (
          <Input
            {...props}
            maxLength={200}
            value={title}
            onChange={({ target }) => setTitle(target.value)}
          />
        )}
      </Field>
      <Field label={t({ message: 'More about it', context: 'task' })} width={620}>
        {(props) => (
          <Input.TextArea
            {...props}
            autoSize={{ minRows: 2, maxRows: 10 }}
            maxLength={8000}
            value={body}
            onChange={({ target }) => setBody(target.value)}
          />
        )}
      </Field>
      <PriorityField value={priority} onChange={setPriority} />
      <TimeFields value={times} onChange={setTimes} timezone={task.timezone} />
      <Refusal refusal={save.refusal} />
      <div className={styles.acts}>
        <Button type="submit" look="main" busy={save.busy} disabled={title.trim() === ''}>
          {t`Save`}
        </Button>
        <Button look="plain" onClick={() => setOpen(false)}>
          {t`Cancel`}
        </Button>
      </div>
    </form>
  );
}
