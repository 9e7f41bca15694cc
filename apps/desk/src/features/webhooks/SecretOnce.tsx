import { useLingui } from '@lingui/react/macro';
import { Button } from '../../ui/Button.tsx';
import { CopyBox } from '../../ui/Copy.tsx';
import styles from './webhooks.module.css';

/** A secret that is shown this once. */
export function SecretOnce({ secret, onDone }: { secret: string; onDone: () => void }) {
  const { t } = useLingui();
  return (
    <div className={styles.once}>
      <p>{t`With this secret your receiver checks that a delivery is ours. It is shown only now.`}</p>
      <CopyBox text={secret} label={t`Signing secret`} />
      <p
        className={styles.soft}
      >{t`Signatures follow standardwebhooks.com; docs/webhooks.md has a receiver.`}</p>
      <footer className={styles.foot}>
        <Button look="main" onClick={onDone}>
          {t`Done`}
        </Button>
      </footer>
    </div>
  );
}
