import type { teamwork } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import { Button } from '../../ui/Button.tsx';
import { Empty } from '../../ui/Empty.tsx';

interface Props {
  readonly view: teamwork.TaskViewWord;
  readonly filtered: boolean;
  readonly onAll: () => void;
  readonly onNew: (() => void) | undefined;
}

/** Why no task stands here, and where to begin. */
export function NoTasks({ view, filtered, onAll, onNew }: Props) {
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
