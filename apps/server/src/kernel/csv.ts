/** What a spreadsheet takes for a formula, in half and full width, also behind blanks and invisible signs. */
const formula = /^[\s\p{Cf}\0]*[=+\-@\t\r\n;,%"'|＝＋－＠]/u;

/** A cell that no spreadsheet calculates: text that could begin a formula gets an apostrophe before it. */
export function safeCell(text: string): string {
  const kept = formula.test(text) ? `'${text}` : text;
  return /[",\r\n;\t']/.test(kept) ? `"${kept.replaceAll('"', '""')}"` : kept;
}

/** A cell as it was before it was made safe. */
export const plainCell = (text: string): string =>
  text.startsWith("'") && formula.test(text.slice(1)) ? text.slice(1) : text;

/** A line of CSV; numbers stand as numbers, what is not known stays empty. */
export const csvLine = (cells: readonly (string | number | null)[]): string =>
  `${cells.map((cell) => (typeof cell === 'string' ? safeCell(cell) : (cell ?? ''))).join(',')}\r\n`;
