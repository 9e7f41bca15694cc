import type { ReactNode } from 'react';
import styles from './Page.module.css';
import { PageHead } from './PageHead.tsx';

interface Props {
  readonly title: string;
  /** One sentence about what this page is for. */
  readonly lead?: ReactNode;
  readonly acts?: ReactNode;
  /** The parts of the page, in the place of its title. */
  readonly tabs?: ReactNode;
  readonly children: ReactNode;
}

/** The frame of a page that is read from top to bottom: the same margins, head and width as every other. */
export const Page = ({ children, ...head }: Props) => (
  <div className={styles.page}>
    <PageHead {...head} />
    <div className={styles.body}>{children}</div>
  </div>
);
