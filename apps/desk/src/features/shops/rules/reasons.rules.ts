import type { Reason } from './rules.types.ts';

const codeOf = (text: string, taken: ReadonlySet<string>): string => {
  const plain = text
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '_')
    .replaceAll(/^_+|_+$/g, '')
    .slice(0, 50);
  const base = plain || 'own';
  for (let n = 1; ; n += 1) {
    const code = n === 1 && plain ? base : `${base}_${n}`;
    if (!taken.has(code)) return code;
  }
};

/** The reasons chosen: known codes stay as they were; what was typed becomes a reason of the shop's own. */
export function reasonsOf(
  chosen: readonly string[],
  before: readonly Reason[],
  known: readonly string[],
): Reason[] {
  const taken = new Set([...known, ...before.map((reason) => reason.code)]);
  return chosen.flatMap((word) => {
    const kept = before.find((reason) => reason.code === word);
    if (kept) return [kept];
    if (known.includes(word)) return [{ code: word, text: '' }];
    const text = word.trim().slice(0, 200);
    if (text === '') return [];
    const code = codeOf(text, taken);
    taken.add(code);
    return [{ code, text }];
  });
}
