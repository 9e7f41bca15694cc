import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import type { useMoves } from '../../features/teamwork/tasks.ts';
import { Button } from '../../ui/Button.tsx';
import styles from './TasksScreen.module.css';

/** Tasks that were chosen, to be settled together. */
export function useMarks() {
  const [marked, setMarked] = useState<ReadonlySet<string>>(new Set());
  const toggle = (id: string) => {
    const next = new Set(marked);
    if (!next.delete(id)) next.add(id);
    setMarked(next);
  };
  return { marked, toggle, clear: () => setMarked(new Set()) };
}

interface Props {
  readonly marks: ReturnType<typeof useMarks>;
  readonly moves: ReturnType<typeof useMoves>;
}

/** What can be done with all that were chosen. */
export function BulkBar({ marks: { marked, clear }, moves }: Props) {
  const { t } = useLingui();
  const settle = async (state: 'done' | 'cancelled') => {
    await moves.move([...marked].map((taskId) => ({ taskId, state })));
    clear();
  };
  if (marked.size === 0) return null;
  return (
    <div className={styles.bulk}>
      {t`${marked.size} chosen`}
      <Button small look="main" busy={moves.busy} onClick={() => void settle('done')}>
        {t({ message: 'Done', context: 'task act' })}
      </Button>
      <Button small busy={moves.busy} onClick={() => void settle('cancelled')}>
        {t({ message: 'Cancel the task', context: 'task act' })}
      </Button>
      <Button small look="plain" onClick={clear}>
        {t`Choose none`}
      </Button>
    </div>
  );
}
