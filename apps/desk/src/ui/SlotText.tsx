import { Fragment } from 'react';
import styles from './SlotArea.module.css';
import { type Slot, shownText, stretchesOf } from './slots.rules.ts';

/** A text to be read in which words stand for something: each by its name. */
export const SlotText = ({ text, slots }: { text: string; slots: readonly Slot[] }) =>
  stretchesOf(shownText(text, slots), slots).map((part) =>
    part.slot ? (
      <span key={part.from} className={styles.slot}>
        {part.text.slice(1, -1).split('|')[0]}
      </span>
    ) : (
      <Fragment key={part.from}>{part.text}</Fragment>
    ),
  );
