import { useLingui } from '@lingui/react/macro';
import { useEffect, useState } from 'react';
import { onIdleKey, worded } from '../lib/keys.ts';
import styles from './IdleKey.module.css';

const shownMs = 2_500;

/** Says that a key is known but does nothing now, so that nobody presses it twice. */
export function IdleKey() {
  const { t, i18n } = useLingui();
  const [name, setName] = useState<{ readonly text: string }>();
  useEffect(() => onIdleKey((command) => setName({ text: worded(command.name, i18n) })), [i18n]);
  useEffect(() => {
    if (!name) return;
    const timer = setTimeout(() => setName(undefined), shownMs);
    return () => clearTimeout(timer);
  }, [name]);
  return (
    <div role="status" className={styles.place}>
      {name && <p className={styles.words}>{t`“${name.text}” is not possible here now.`}</p>}
    </div>
  );
}
