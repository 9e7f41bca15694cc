import { Fragment } from 'react';
import styles from './announcements.module.css';
import { type Block, blocksOf, type Piece } from './markdown.rules.ts';

const keyed = (n: number, text: string | undefined): string => `${n} ${text ?? ''}`;

const drawn = (one: Piece, n: number) => {
  const key = keyed(n, one.text);
  if (one.kind === 'link')
    return (
      <a key={key} href={one.href} target="_blank" rel="noreferrer noopener">
        {one.text}
      </a>
    );
  return one.kind === 'strong' ? (
    <strong key={key}>{one.text}</strong>
  ) : (
    <Fragment key={key}>{one.text}</Fragment>
  );
};

const item = (pieces: readonly Piece[], n: number) => (
  <li key={keyed(n, pieces[0]?.text)}>{pieces.map(drawn)}</li>
);

const block = (one: Block, n: number) => {
  const key = keyed(n, one.kind);
  if (one.kind !== 'list') {
    const Line = one.kind === 'heading' ? 'h4' : 'p';
    return <Line key={key}>{one.pieces.map(drawn)}</Line>;
  }
  const List = one.ordered ? 'ol' : 'ul';
  return <List key={key}>{one.items.map(item)}</List>;
};

/** The text of an announcement, its few marks drawn. */
export const RichText = ({ text }: { text: string }) => (
  <div className={styles.rich}>{blocksOf(text).map(block)}</div>
);
