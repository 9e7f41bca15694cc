import { type ReactNode, useId } from 'react';
import styles from './Section.module.css';

interface Props {
  readonly title: ReactNode;
  /** What this is about, in a sentence. */
  readonly hint?: ReactNode;
  readonly acts?: ReactNode;
  /** Words above the content instead of beside it, for tables and lists. */
  readonly wide?: boolean;
  readonly children: ReactNode;
}

/** A named part of a page: words on the left, content on the right; on narrow screens one below the other. */
export function Section({ title, hint, acts, wide, children }: Props) {
  const id = useId();
  return (
    <section className={wide ? styles.wide : styles.section} aria-labelledby={id}>
      <header>
        <div>
          <h2 id={id}>{title}</h2>
          {hint && <p>{hint}</p>}
        </div>
        {acts && <div className={styles.acts}>{acts}</div>}
      </header>
      <div className={styles.body}>{children}</div>
    </section>
  );
}
