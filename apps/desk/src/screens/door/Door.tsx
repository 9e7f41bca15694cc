import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { useTitle } from '../../lib/title.ts';
import { LanguageChoice } from '../../ui/LanguageChoice.tsx';
import styles from './Door.module.css';

interface Props {
  readonly title: string;
  /** One sentence under the title. */
  readonly lead?: ReactNode;
  readonly children: ReactNode;
}

/** The room before the shell: name of the product, languages, and one thing to do. */
export function Door({ title, lead, children }: Props) {
  useTitle(title);
  return (
    <div className={styles.door}>
      <header className={styles.top}>
        <span className={styles.mark}>
          <img src="/desk/icon.svg" alt="" width="28" height="28" />
          <b>
            <Trans context="product">Guitai</Trans>
          </b>
        </span>
        <LanguageChoice />
      </header>
      <main className={styles.main}>
        <h1>{title}</h1>
        {lead && <p className={styles.lead}>{lead}</p>}
        {children}
      </main>
    </div>
  );
}
