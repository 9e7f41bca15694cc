import { h } from '../dom.ts';
import { piecesOf } from '../links.ts';
import { Out } from './out.tsx';

/** Text as its author typed it, in its own direction; addresses become links, nothing else becomes markup. */
export const RichText = ({ text }: { text: string }) => (
  <bdi class="text">
    {piecesOf(text).map((piece) =>
      typeof piece === 'string' ? piece : <Out url={piece.href}>{piece.href}</Out>,
    )}
  </bdi>
);
