/** What a spreadsheet takes for a formula, in half and full width, also behind invisible signs. */
const formula = /^[\s\p{Cf}\0]*[=+\-@\t\r\n;,%"'|＝＋－＠]/u;

/** A cell that no spreadsheet calculates: text that could begin a formula gets an apostrophe before it. */
export function safeCell(text: string): string {
  const kept = formula.test(text) ? `'${text}` : text;
  return /[",\r\n;\t']/.test(kept) ? `"${kept.replaceAll('"', '""')}"` : kept;
}

/** A line of CSV. Numbers stand as they are. */
export const csvLine = (cells: readonly (string | number | null)[]): string =>
  `${cells.map((cell) => (typeof cell === 'string' ? safeCell(cell) : (cell ?? ''))).join(',')}\r\n`;
