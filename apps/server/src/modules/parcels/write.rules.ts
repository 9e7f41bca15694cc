export const variables = ['order', 'carrier', 'number'] as const;

type Values = Readonly<Record<(typeof variables)[number], string>>;

const parts = /\{(\w+)\}/g;

/** Variables of a text nobody knows. */
export const unknownWords = (text: string): string[] =>
  [...text.matchAll(parts)].flatMap(([, name = '']) =>
    (variables as readonly string[]).includes(name) ? [] : [name],
  );

/** The text with its variables filled in. */
export const filled = (text: string, values: Values): string =>
  text.replace(parts, (whole, name: string) => values[name as keyof Values] ?? whole);
