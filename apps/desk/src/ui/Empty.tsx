import type { ReactNode } from 'react';
import styles from './Empty.module.css';

/** One sentence about what will be here, and the button that starts it. */
export const Empty = ({ children, act }: { children: ReactNode; act?: ReactNode }) => (
  <div className={styles.empty}>
    <p>{children}</p>
    {act}
  </div>
);
