import { Link } from 'wouter';
import { When } from '../../ui/When.tsx';
import styles from './FindRow.module.css';
import type { Find } from './finds.ts';
import { Marked } from './Marked.tsx';

/** One thing found, leading to its place. */
export const FindRow = ({ find }: { find: Find }) => (
  <Link href={find.href} className={styles.row} data-find={find.id}>
    <span className={styles.name}>
      <Marked text={find.name} marks={find.marks} />
    </span>
    <small>{find.more}</small>
    {find.at && <When at={find.at} form="moment" />}
  </Link>
);
