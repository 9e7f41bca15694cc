import type { scripts } from '@guitai/contract';

export type Content = scripts.ScriptContentShape;
export type Part = scripts.ScriptPartShape;
export type Language = 'zh-CN' | 'zh-TW' | 'en';

export const languages: readonly Language[] = ['zh-CN', 'zh-TW', 'en'];

export const blank = (): Content => ({ variants: [{ parts: [{ kind: 'text', text: {} }] }] });

/** The content with one part changed; null takes it away. */
export function withPart(
  content: Content,
  variant: number,
  at: number,
  part: Part | null,
): Content {
  const variants = content.variants.map((one, n) =>
    n === variant
      ? {
          parts:
            part === null
              ? one.parts.filter((_, k) => k !== at)
              : one.parts.map((old, k) => (k === at ? part : old)),
        }
      : one,
  );
  return { variants };
}

/** The content with a part moved up or down. */
export function withMoved(content: Content, variant: number, from: number, to: number): Content {
  const parts = [...(content.variants[variant]?.parts ?? [])];
  const [moved] = parts.splice(from, 1);
  if (!moved || to < 0 || to > parts.length) return content;
  parts.splice(to, 0, moved);
  return { variants: content.variants.map((one, n) => (n === variant ? { parts } : one)) };
}

/** The content with a part at the end of a variant. */
export const withAdded = (content: Content, variant: number, part: Part): Content => ({
  variants: content.variants.map((one, n) =>
    n === variant ? { parts: [...one.parts, part] } : one,
  ),
});

/** Without empty languages; what the server is given. */
export const tidy = (content: Content): Content => ({
  variants: content.variants.map(({ parts }) => ({
    parts: parts.map((part) =>
      part.kind === 'text'
        ? {
            kind: 'text',
            text: Object.fromEntries(
              Object.entries(part.text).filter(([, words]) => words?.trim()),
            ),
          }
        : part,
    ),
  })),
});

export const isComplete = (content: Content): boolean =>
  content.variants.every(({ parts }) =>
    parts.every(
      (part) => part.kind !== 'text' || Object.values(part.text).some((words) => words?.trim()),
    ),
  );

export interface Piece {
  readonly kind: 'same' | 'gone' | 'new';
  readonly text: string;
}

/** Two texts, letter by letter: what stayed, went and came (longest common subsequence). */
export function difference(before: string, after: string): Piece[] {
  const a = [...before];
  const b = [...after];
  if (a.length * b.length > 4_000_000)
    return [
      { kind: 'gone', text: before },
      { kind: 'new', text: after },
    ];
  const table = Array.from({ length: a.length + 1 }, () => new Uint16Array(b.length + 1));
  for (let i = a.length - 1; i >= 0; i -= 1)
    for (let j = b.length - 1; j >= 0; j -= 1)
      (table[i] as Uint16Array)[j] =
        a[i] === b[j]
          ? (table[i + 1]?.[j + 1] ?? 0) + 1
          : Math.max(table[i + 1]?.[j] ?? 0, table[i]?.[j + 1] ?? 0);
  const pieces: Piece[] = [];
  const put = (kind: Piece['kind'], letter: string) => {
    const last = pieces.at(-1);
    if (last?.kind === kind) pieces[pieces.length - 1] = { kind, text: last.text + letter };
    else pieces.push({ kind, text: letter });
  };
  let i = 0;
  let j = 0;
  while (i < a.length || j < b.length) {
    if (i < a.length && a[i] === b[j]) {
      put('same', a[i] ?? '');
      i += 1;
      j += 1;
    } else if (
      j >= b.length ||
      (i < a.length && (table[i + 1]?.[j] ?? 0) >= (table[i]?.[j + 1] ?? 0))
    ) {
      put('gone', a[i] ?? '');
      i += 1;
    } else {
      put('new', b[j] ?? '');
      j += 1;
    }
  }
  return pieces;
}

/** Everything a content says, for comparing. */
export const wordsIn = (content: Content | null): string =>
  (content?.variants ?? [])
    .map(({ parts }, n) =>
      [
        ...(content && content.variants.length > 1 ? [`— ${'ABCD'[n]} —`] : []),
        ...parts.map((part) =>
          part.kind === 'text'
            ? Object.values(part.text).filter(Boolean).join('\n')
            : `[${part.kind}]`,
        ),
      ].join('\n\n'),
    )
    .join('\n\n');
