import type { Tx } from '../../kernel/tx.ts';

/** Whether a card that was sent to a buyer shows this picture; who sends cards knows. */
export type SentCards = (tx: Tx, cardId: string, pictureId: string) => Promise<boolean>;
