import { followups } from '@guitai/contract';
import { Plural, useLingui } from '@lingui/react/macro';
import { useEffect } from 'react';
import { useAct } from '../../lib/query.ts';
import { Button } from '../../ui/Button.tsx';
import { Refusal } from '../../ui/Refusal.tsx';
import styles from './followups.module.css';
import { refreshFollowups } from './refresh.ts';

const shownFor = 20_000;

/** Takes back what was just done. */
export function Undo({ ids, onDone }: { ids: readonly string[]; onDone: () => void }) {
  const { t } = useLingui();
  const undo = useAct(followups.undoFollowups, () => {
    refreshFollowups();
    onDone();
  });
  useEffect(() => {
    const timer = setTimeout(onDone, shownFor);
    return () => clearTimeout(timer);
  }, [onDone]);
  return (
    <p className={styles.soft} role="status">
      <Plural value={ids.length} one="Done for # buyer." other="Done for # buyers." />{' '}
      <Button small look="plain" busy={undo.busy} onClick={() => void undo.run({ ids: [...ids] })}>
        {t({ message: 'Undo', context: 'followup' })}
      </Button>
      <Refusal refusal={undo.refusal} />
    </p>
  );
}
