import { msg } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { Link, useLocation } from 'wouter';
import { useCommands } from '../lib/keys.ts';
import { useTitle } from '../lib/title.ts';
import { Icon } from './Icon.tsx';
import styles from './SplitPage.module.css';

interface Props {
  readonly title: string;
  /** The parts of the page, in the place of its title. */
  readonly tabs?: ReactNode;
  /** Beside the title. */
  readonly acts?: ReactNode;
  /** Search and filters of the list. */
  readonly filters: ReactNode;
  readonly list: ReactNode;
  /** What is open; absent: the list has the whole width. */
  readonly detail?: ReactNode;
  /** Address of the list without anything open. */
  readonly home: string;
  /** Name of the open thing's pane. */
  readonly detailName: string;
  readonly detailActs?: ReactNode;
}

/** A list and, beside it or on a narrow screen over it, the one thing that is open. */
export function SplitPage(props: Props) {
  const { title, tabs, acts, filters, list, detail, home, detailName, detailActs } = props;
  const { t } = useLingui();
  const [, go] = useLocation();
  useTitle(title);
  useCommands([
    {
      id: 'split.close',
      name: msg`Close what is open`,
      group: msg`List`,
      key: 'Escape',
      keyOnly: true,
      possible: detail !== undefined,
      run: () => go(home),
    },
  ]);
  return (
    <div className={styles.split} data-open={detail !== undefined || undefined}>
      <section className={styles.list} aria-label={title}>
        <header className={styles.head}>
          <div className={styles.title}>
            <h1 className={tabs ? 'unseen' : undefined}>{title}</h1>
            {tabs}
            {acts && <div className={styles.start}>{acts}</div>}
          </div>
          <div className={styles.filters}>{filters}</div>
        </header>
        {list}
      </section>
      {detail !== undefined && (
        <section className={styles.detail} aria-label={detailName}>
          <div className={styles.bar}>
            <Link href={home} className={styles.close} aria-label={t`Close`} title={t`Close (Esc)`}>
              <span className={styles.wide}>
                <Icon name="close" size={18} />
              </span>
              <span className={styles.narrow}>
                <Icon name="back" size={18} />
              </span>
            </Link>
            <span className={styles.name}>{detailName}</span>
            <span className={styles.acts}>{detailActs}</span>
          </div>
          <div className={styles.content}>{detail}</div>
        </section>
      )}
    </div>
  );
}
