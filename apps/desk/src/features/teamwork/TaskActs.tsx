import type { teamwork } from '@guitai/contract';
import { msg } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { useCommands } from '../../lib/keys.ts';
import { Button } from '../../ui/Button.tsx';
import { useMoves } from './tasks.ts';
import styles from './teamwork.module.css';
import { UndoBar } from './UndoBar.tsx';

type State = teamwork.TaskStateWord;

/** The next steps of a task: begin, done (d), cancel, reopen. */
export function TaskActs({ task }: { task: Pick<teamwork.TaskShape, 'id' | 'state' | 'can'> }) {
  const { t } = useLingui();
  const moves = useMoves();
  const may = task.can.includes('moveTasks');
  const pending = task.state === 'open' || task.state === 'doing';
  const to = (state: State) => void moves.move([{ taskId: task.id, state }]);
  useCommands([
    {
      id: 'task.done',
      name: msg({ message: 'Done', context: 'task act' }),
      group: msg({ message: 'Task', context: 'keys' }),
      key: 'd',
      possible: may && pending,
      run: () => to('done'),
    },
  ]);
  if (!may) return null;
  return (
    <div className={styles.acts}>
      {pending && (
        <Button look="main" hint="d" busy={moves.busy} onClick={() => to('done')}>
          {t({ message: 'Done', context: 'task act' })}
        </Button>
      )}
      {task.state === 'open' && (
        <Button busy={moves.busy} onClick={() => to('doing')}>
          {t({ message: 'Begin', context: 'task act' })}
        </Button>
      )}
      {task.state === 'doing' && (
        <Button busy={moves.busy} onClick={() => to('open')}>
          {t({ message: 'Put back', context: 'task act' })}
        </Button>
      )}
      {pending ? (
        <Button look="plain" busy={moves.busy} onClick={() => to('cancelled')}>
          {t({ message: 'Cancel the task', context: 'task act' })}
        </Button>
      ) : (
        <Button busy={moves.busy} onClick={() => to('open')}>
          {t({ message: 'Reopen', context: 'task act' })}
        </Button>
      )}
      <UndoBar moves={moves} />
    </div>
  );
}
