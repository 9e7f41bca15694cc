import { hash } from 'node:crypto';

/** Which variant a buyer has: always the same for the same script, spread evenly over buyers. */
export function variantFor(scriptId: string, buyerId: string, count: number): number {
  if (count <= 1) return 0;
  return Number.parseInt(hash('sha256', `${scriptId} ${buyerId}`, 'hex').slice(0, 12), 16) % count;
}

/** Texts beyond this are compared by their pairs of characters. */
const longest = 1_500;

/** Share of a text that was changed before it was sent: 0 as it was, 1 another one altogether. */
export function changedShare(before: string, after: string): number {
  const a = [...before.trim()];
  const b = [...after.trim()];
  const most = Math.max(a.length, b.length);
  if (most === 0) return 0;
  if (most > longest) return 1 - likeness(before, after);
  return distance(a, b) / most;
}

function distance(a: readonly string[], b: readonly string[]): number {
  let row = b.map((_, n) => n + 1);
  a.forEach((letter, i) => {
    let corner = i;
    let left = i + 1;
    row = row.map((above, j) => {
      const cost = corner + (letter === b[j] ? 0 : 1);
      corner = above;
      left = Math.min(above + 1, left + 1, cost);
      return left;
    });
  });
  return row.at(-1) ?? a.length;
}

function likeness(a: string, b: string): number {
  const left = new Set(pairs(a));
  const right = new Set(pairs(b));
  const common = [...left].filter((pair) => right.has(pair)).length;
  return left.size + right.size === 0 ? 1 : (2 * common) / (left.size + right.size);
}

const pairs = (text: string): string[] =>
  Array.from({ length: Math.max(0, text.length - 1) }, (_, n) => text.slice(n, n + 2));

const han = /\p{Script=Han}/u;

/** What is learned of a question: pairs of Chinese characters and Latin words. Digits are left out: they name somebody. */
export function gramsOf(question: string): string[] {
  const plain = question.normalize('NFKC').toLowerCase();
  const words = plain.match(/(?<!\d)[a-z]{3,20}(?!\d)/g) ?? [];
  const chinese = pairs(plain).filter((pair) => [...pair].every((one) => han.test(one)));
  return [...new Set([...chinese, ...words])].slice(0, 40);
}
