import styles from './Lines.module.css';

/** Holds the place of rows that are on their way, so that nothing jumps when they come. */
export const Lines = ({ count = 3, height = 56 }: { count?: number; height?: number }) => (
  <div className={styles.lines} aria-hidden="true">
    {Array.from({ length: count }, (_, index) => index).map((index) => (
      <div key={index} style={{ height }}>
        <i style={{ width: `${58 - (index % 3) * 12}%` }} />
        <i style={{ width: `${34 + (index % 2) * 14}%` }} />
      </div>
    ))}
  </div>
);
