import { useLingui } from '@lingui/react/macro';
import { memo } from 'react';
import styles from './Message.module.css';
import { pieces } from './text.rules.ts';

interface Props {
  readonly text: string;
  /** Numbers of the buyer's orders; where one stands in the text it leads to the order. */
  readonly orderNumbers: readonly string[];
  readonly onOrder: (number: string) => void;
}

/** Text as written, with web addresses and order numbers to click. Never markup. */
export const MessageText = memo(function MessageText({ text, orderNumbers, onOrder }: Props) {
  const { t } = useLingui();
  return (
    <>
      {pieces(text, orderNumbers).map((piece, at) => {
        const key = `${at}`;
        if (piece.kind === 'text') return <span key={key}>{piece.text}</span>;
        if (piece.kind === 'link')
          return (
            <a key={key} href={piece.href} target="_blank" rel="noopener noreferrer nofollow">
              {piece.text}
            </a>
          );
        return (
          <button
            key={key}
            type="button"
            className={styles.orderLink}
            title={t`Show this order`}
            onClick={() => onOrder(piece.text)}
          >
            {piece.text}
          </button>
        );
      })}
    </>
  );
});
