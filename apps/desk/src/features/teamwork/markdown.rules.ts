/** A piece of a line: plain, strong, or a link to a web address. */
export type Piece =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'strong'; readonly text: string }
  | { readonly kind: 'link'; readonly text: string; readonly href: string };

/** A block of a text. The set is closed: what is not one of these stands as it was written. */
export type Block =
  | { readonly kind: 'heading'; readonly pieces: readonly Piece[] }
  | { readonly kind: 'line'; readonly pieces: readonly Piece[] }
  | {
      readonly kind: 'list';
      readonly ordered: boolean;
      readonly items: readonly (readonly Piece[])[];
    };

const piece =
  /\*\*(.+?)\*\*|\[([^\]\n]+)\]\((https?:\/\/[^\s)]+)\)|(https?:\/\/[^\s<>"'，。；！？、）】》]+)/g;

/** The pieces of one line. */
export function piecesOf(line: string): Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  for (const hit of line.matchAll(piece)) {
    const [whole, strong, words, href, bare] = hit;
    if (hit.index > from) pieces.push({ kind: 'text', text: line.slice(from, hit.index) });
    if (strong !== undefined) pieces.push({ kind: 'strong', text: strong });
    else if (href !== undefined) pieces.push({ kind: 'link', text: words ?? href, href });
    else if (bare !== undefined) pieces.push({ kind: 'link', text: bare, href: bare });
    from = hit.index + whole.length;
  }
  if (from < line.length) pieces.push({ kind: 'text', text: line.slice(from) });
  return pieces;
}

const bullet = /^[-*] (.*)$/;
const numbered = /^\d{1,3}[.、)] ?(.*)$/;

/** Headings (#), lists (- or 1.) and lines; **strong** and links within. */
export function blocksOf(text: string): Block[] {
  const blocks: Block[] = [];
  for (const line of text.split(/\r?\n/)) {
    const item = bullet.exec(line) ?? numbered.exec(line);
    const ordered = !bullet.test(line);
    const last = blocks.at(-1);
    if (item) {
      const pieces = piecesOf(item[1] ?? '');
      if (last?.kind === 'list' && last.ordered === ordered)
        blocks[blocks.length - 1] = { ...last, items: [...last.items, pieces] };
      else blocks.push({ kind: 'list', ordered, items: [pieces] });
    } else if (/^#{1,3} /.test(line))
      blocks.push({ kind: 'heading', pieces: piecesOf(line.replace(/^#{1,3} /, '')) });
    else if (line.trim() !== '') blocks.push({ kind: 'line', pieces: piecesOf(line) });
  }
  return blocks;
}
