import { useLingui } from '@lingui/react/macro';
import { Checkbox } from 'antd';
import { useState } from 'react';
import { useSelf } from '../../lib/session.tsx';
import { Button } from '../../ui/Button.tsx';
import { CopyButton } from '../../ui/Copy.tsx';
import { Icon } from '../../ui/Icon.tsx';
import styles from './account.module.css';

/** The recovery codes, shown this once: copy or print them, say so, and only then go on. */
export function RecoveryCodes({ codes, onKept }: { codes: readonly string[]; onKept: () => void }) {
  const { t } = useLingui();
  const { member } = useSelf();
  const [kept, setKept] = useState(false);
  return (
    <div className={styles.recovery}>
      <p>
        {t`It is on. These codes let you in when the phone is lost; each works once. They are shown only now.`}
      </p>
      <div data-print>
        <p className={styles.printed}>{`Guitai · ${member.email}`}</p>
        <ol className={styles.codes} aria-label={t`Recovery codes`}>
          {codes.map((code) => (
            <li key={code}>
              <code>{code}</code>
            </li>
          ))}
        </ol>
      </div>
      <div className={styles.acts}>
        <CopyButton text={codes.join('\n')} small={false}>{t`Copy all`}</CopyButton>
        <Button onClick={() => print()}>
          <Icon name="print" size={16} />
          {t`Print`}
        </Button>
      </div>
      <Checkbox checked={kept} onChange={(event) => setKept(event.target.checked)}>
        {t`I keep them in a safe place`}
      </Checkbox>
      <div className={styles.acts}>
        <Button look="main" disabled={!kept} onClick={onKept}>
          {t`Done`}
        </Button>
      </div>
    </div>
  );
}
