import { useLingui } from '@lingui/react/macro';
import { useEffect, useRef, useState } from 'react';
import { Button } from './Button.tsx';
import styles from './SaveBar.module.css';

interface Props {
  readonly changed: boolean;
  readonly possible?: boolean;
  readonly busy: boolean;
  readonly onSave: () => void;
  readonly onForget: () => void;
}

/** Appears when something was changed; stays in sight until it is saved or forgotten. */
export function SaveBar({ changed, possible = true, busy, onSave, onForget }: Props) {
  const { t } = useLingui();
  const saved = useJustSaved(changed || busy);
  if (!changed) {
    return (
      <p className={styles.saved} role="status">
        {saved && t`Saved`}
      </p>
    );
  }
  return (
    <div className={styles.bar}>
      <Button look="main" busy={busy} disabled={!possible} onClick={onSave}>
        {t`Save`}
      </Button>
      <Button onClick={onForget} disabled={busy}>
        {t`Discard`}
      </Button>
    </div>
  );
}

/** True for a moment after a change has gone. */
function useJustSaved(changed: boolean): boolean {
  const [saved, setSaved] = useState(false);
  const before = useRef(changed);
  useEffect(() => {
    const ended = before.current && !changed;
    before.current = changed;
    setSaved(ended);
    if (!ended) return;
    const timer = setTimeout(() => setSaved(false), 2500);
    return () => clearTimeout(timer);
  }, [changed]);
  return saved;
}
