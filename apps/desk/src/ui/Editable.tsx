import { useLingui } from '@lingui/react/macro';
import { ConfigProvider } from 'antd';
import type { ReactNode } from 'react';
import styles from './Editable.module.css';

/** A form that some may only look at: then nothing in it can be changed, and it says so. */
export function Editable({ may, children }: { may: boolean; children: ReactNode }) {
  const { t } = useLingui();
  return (
    <ConfigProvider componentDisabled={!may}>
      <fieldset className={styles.form} disabled={!may}>
        {!may && <p className={styles.words}>{t`Your role may look at this and not change it.`}</p>}
        {children}
      </fieldset>
    </ConfigProvider>
  );
}
