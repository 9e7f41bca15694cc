import { useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { useTitle } from '../lib/title.ts';
import { Icon } from './Icon.tsx';
import styles from './PageHead.module.css';

interface Props {
  readonly title: string;
  /** One sentence about what this page is for. */
  readonly lead?: ReactNode;
  readonly acts?: ReactNode;
  /** The parts of the page, in the place of its title. */
  readonly tabs?: ReactNode;
  /** Address of the page above. */
  readonly back?: string;
  /** True: the way back is shown on narrow screens only, where the page above is out of sight. */
  readonly backWhenNarrow?: boolean;
}

/** Name of a page, what it is for, and what can be started here. Also names the browser's tab. */
export function PageHead({ title, lead, acts, tabs, back, backWhenNarrow }: Props) {
  const { t } = useLingui();
  useTitle(title);
  return (
    <header className={styles.head}>
      <div className={styles.line}>
        {back && (
          <Link
            href={back}
            className={[styles.back, backWhenNarrow && styles.narrow].filter(Boolean).join(' ')}
            aria-label={t`Back`}
          >
            <Icon name="back" size={18} />
          </Link>
        )}
        <h1 className={tabs ? 'unseen' : undefined}>{title}</h1>
        {tabs}
        {acts && <div className={styles.acts}>{acts}</div>}
      </div>
      {lead && <p className={styles.lead}>{lead}</p>}
    </header>
  );
}
