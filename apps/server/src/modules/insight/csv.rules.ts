/** What a spreadsheet takes for a formula, also behind blanks and invisible signs, in half and full width. */
const formula = /^[\s\p{Cf}\0]*[=+\-@\t\r\n;,%"'|＝＋－＠]/u;

function textCell(text: string): string {
  const kept = formula.test(text) ? `'${text}` : text;
  return /[",\r\n;\t']/.test(kept) ? `"${kept.replaceAll('"', '""')}"` : kept;
}

/** A line of CSV no spreadsheet calculates; numbers stand as numbers, what is not known stays empty. */
export const csvLine = (cells: readonly (string | number | null)[]): string =>
  `${cells.map((cell) => (typeof cell === 'string' ? textCell(cell) : (cell ?? ''))).join(',')}\r\n`;
