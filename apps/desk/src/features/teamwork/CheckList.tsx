import { teamwork } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import { Checkbox, Input } from 'antd';
import { useState } from 'react';
import { useAct } from '../../lib/query.ts';
import { IconButton } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { Refusal } from '../../ui/Refusal.tsx';
import type { Detail } from './TaskSheet.tsx';
import { refreshTasks } from './tasks.ts';
import styles from './teamwork.module.css';

/** The parts of a task, ticked one by one; Enter adds another. */
export function CheckList({ task }: { task: Detail }) {
  const { t } = useLingui();
  const [text, setText] = useState('');
  const add = useAct(teamwork.addTaskItem, refreshTasks);
  const change = useAct(teamwork.changeTaskItem, refreshTasks);
  const remove = useAct(teamwork.removeTaskItem, refreshTasks);
  const may = (act: string) => task.can.includes(act);
  const submit = async () => {
    if (text.trim() === '') return;
    if (await add.run({ taskId: task.id, text: text.trim() })) setText('');
  };
  if (task.items.length === 0 && !may('addTaskItem')) return null;
  return (
    <section className={styles.part}>
      <h3>
        {t({ message: 'Checklist', context: 'task' })}
        {task.itemsAll > 0 && ` ${task.itemsDone}/${task.itemsAll}`}
      </h3>
      <ul className={styles.items}>
        {task.items.map(({ id, text: words, doneAt }) => (
          <li key={id} data-done={doneAt !== null || undefined}>
            <Checkbox
              checked={doneAt !== null}
              disabled={!may('changeTaskItem')}
              onChange={({ target }) =>
                void change.run({ taskId: task.id, itemId: id, done: target.checked })
              }
            >
              {words}
            </Checkbox>
            {may('removeTaskItem') && (
              <IconButton
                name={t`Take off the checklist`}
                onClick={() => void remove.run({ taskId: task.id, itemId: id })}
              >
                <Icon name="close" size={12} />
              </IconButton>
            )}
          </li>
        ))}
      </ul>
      {may('addTaskItem') && (
        <Input
          aria-label={t`Add to the checklist`}
          placeholder={t`Add to the checklist`}
          maxLength={300}
          value={text}
          onChange={({ target }) => setText(target.value)}
          onPressEnter={(event) => !event.nativeEvent.isComposing && void submit()}
        />
      )}
      <Refusal refusal={add.refusal ?? change.refusal ?? remove.refusal} />
    </section>
  );
}
