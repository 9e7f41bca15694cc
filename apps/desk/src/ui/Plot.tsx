import type { ReactNode } from 'react';
import { useState } from 'react';
import styles from './Plot.module.css';

interface Props {
  readonly title: ReactNode;
  /** Name of the picture. */
  readonly label: string;
  /** How many steps there are from left to right. */
  readonly steps: number;
  /** What a step says. */
  readonly reading: (step: number) => string;
  /** What stands there, and is said, while no step is looked at. */
  readonly hint: string;
  /** The highest value, where the scale ends. */
  readonly most?: string;
  readonly first: string;
  readonly last: string;
  /** Opens what lies behind a step: a click, or Enter. */
  readonly onOpen?: (step: number) => void;
  /** Under the picture. */
  readonly legend?: ReactNode;
  readonly children: (step: number | undefined) => ReactNode;
}

/** A picture over time: the mouse and the arrow keys walk its steps, each is read aloud and in words above it. */
export function Plot(props: Props) {
  const { title, label, steps, reading, hint, onOpen, children } = props;
  const [at, setAt] = useState<number>();
  const walk = (step: number) => setAt(Math.min(steps - 1, Math.max(0, step)));
  const said = at === undefined || at >= steps ? hint : reading(at);
  return (
    <figure className={styles.chart}>
      <figcaption>
        {title}
        <output className={styles.reading}>{said}</output>
      </figcaption>
      <div
        className={styles.plot}
        data-opens={onOpen !== undefined || undefined}
        role="slider"
        tabIndex={0}
        aria-label={label}
        aria-valuemin={1}
        aria-valuemax={steps}
        aria-valuenow={(at ?? 0) + 1}
        aria-valuetext={said}
        onKeyDown={(event) => {
          if (event.key === 'ArrowRight') walk((at ?? -1) + 1);
          else if (event.key === 'ArrowLeft') walk((at ?? steps) - 1);
          else if (event.key === 'Enter' && at !== undefined) onOpen?.(at);
          else return;
          event.preventDefault();
        }}
        onMouseMove={(event) => {
          const box = event.currentTarget.getBoundingClientRect();
          walk(Math.floor(((event.clientX - box.left) / box.width) * steps));
        }}
        onMouseLeave={() => setAt(undefined)}
        onClick={() => at !== undefined && onOpen?.(at)}
      >
        {children(at)}
        <span className={styles.most}>{props.most}</span>
        <span className={styles.first}>{props.first}</span>
        <span className={styles.last}>{steps > 1 && props.last}</span>
      </div>
      {props.legend}
    </figure>
  );
}
