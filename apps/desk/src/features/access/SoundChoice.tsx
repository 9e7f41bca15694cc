import { useLingui } from '@lingui/react/macro';
import { Switch } from 'antd';
import { useSyncExternalStore } from 'react';
import { isSoundOn, play, setSound, watchSound } from '../../lib/sound.ts';
import { Button } from '../../ui/Button.tsx';
import styles from './account.module.css';

/** Whether this device rings when a buyer writes; switching it on lets one hear it. */
export function SoundChoice() {
  const { t } = useLingui();
  const on = useSyncExternalStore(watchSound, isSoundOn);
  const change = (next: boolean) => {
    setSound(next);
    if (next) play();
  };
  return (
    <div className={styles.choice}>
      <span id="sound-name">{t`Sound when a buyer writes`}</span>
      <Switch aria-labelledby="sound-name" checked={on} onChange={change} />
      <Button small look="plain" onClick={play}>
        {t`Listen`}
      </Button>
    </div>
  );
}
