import { useLingui } from '@lingui/react/macro';
import { useEffect } from 'react';
import { Button } from '../../ui/Button.tsx';
import { Refusal } from '../../ui/Refusal.tsx';
import type { useMoves } from './tasks.ts';
import styles from './teamwork.module.css';

const stays = 12_000;

/** What was just moved, and the way back; goes by itself. */
export function UndoBar({ moves }: { moves: ReturnType<typeof useMoves> }) {
  const { t } = useLingui();
  const { back, forget, undo, refusal } = moves;
  useEffect(() => {
    if (back.length === 0) return;
    const timer = setTimeout(forget, stays);
    return () => clearTimeout(timer);
  });
  if (refusal) return <Refusal refusal={refusal} />;
  if (back.length === 0) return null;
  return (
    <p className={styles.undo} role="status">
      {t`${back.length} tasks moved.`}
      <Button small look="plain" onClick={() => void undo()}>
        {t`Undo`}
      </Button>
    </p>
  );
}
