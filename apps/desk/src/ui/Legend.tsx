import styles from './Legend.module.css';

interface Props {
  /** What is drawn, in its order; the picture's own styles give `data-mark` its colour. */
  readonly marks: readonly { readonly mark: string; readonly words: string }[];
}

/** What the colours of a picture mean. */
export function Legend({ marks }: Props) {
  return (
    <p className={styles.legend}>
      {marks.map(({ mark, words }) => (
        <span key={mark}>
          <i data-mark={mark} /> {words}
        </span>
      ))}
    </p>
  );
}
