import { h } from '../dom.ts';
import { piecesOf } from '../links.ts';

/** Text as its author typed it, in its own direction; addresses become links, nothing else becomes markup. */
export const RichText = ({ text }: { text: string }) => (
  <bdi class="text" dir="auto">
    {piecesOf(text).map((piece) =>
      typeof piece === 'string' ? (
        piece
      ) : (
        <a href={piece.href} target="_blank" rel="noopener">
          {piece.href}
        </a>
      ),
    )}
  </bdi>
);
