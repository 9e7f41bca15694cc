import type { ReactNode } from 'react';
import styles from './Word.module.css';

/** `strong`: somebody has to do something. `quiet`: over. `soon`, `late`: time runs out or has run out. */
export type Tone = 'plain' | 'strong' | 'quiet' | 'good' | 'soon' | 'late';

/** A state in one word. */
export const Word = ({
  tone = 'plain',
  title,
  children,
}: {
  tone?: Tone;
  title?: string | undefined;
  children: ReactNode;
}) => (
  <span className={styles.word} data-tone={tone} title={title}>
    {children}
  </span>
);
