import { useLingui } from '@lingui/react/macro';
import { Button, IconButton } from '../../../ui/Button.tsx';
import { Icon } from '../../../ui/Icon.tsx';
import type { Told } from './act.types.ts';
import styles from './acts.module.css';

/** What was just done, told where the click was, with the way back where it is honest. */
export function ToldStrip({ told, onClose }: { told: Told | undefined; onClose: () => void }) {
  const { t } = useLingui();
  if (!told || told.acted.state === 'asked') return <div role="status" className={styles.still} />;
  const waits = told.acted.state === 'pending';
  return (
    <div className={styles.told} data-waits={waits || undefined} role="status">
      <Icon name={waits ? 'clock' : 'check'} size={15} />
      <span>{told.words}</span>
      {told.undo && (
        <Button
          small
          look="plain"
          onClick={() => {
            told.undo?.();
            onClose();
          }}
        >
          <Icon name="undo" size={14} />
          {t`Undo`}
        </Button>
      )}
      <IconButton name={t`Close`} className={styles.close} onClick={onClose}>
        <Icon name="close" size={14} />
      </IconButton>
    </div>
  );
}
