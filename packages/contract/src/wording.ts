/** What the places of a text stand for, by name. */
export type Values = Readonly<Partial<Record<string, string>>>;

const places = /\{([^{}|]*)(?:\|([^{}]*))?\}/g;

/** The first `{word}` that stands for nothing; null when all are known. */
export function unknownPlace(text: string, known: readonly string[]): string | null {
  for (const [whole, name = ''] of text.matchAll(places)) {
    if (!known.includes(name.trim())) return whole;
  }
  return null;
}

/**
 * The text with its words filled in. A word without a value takes what stands behind `|`; without that nothing is sent,
 * for "your parcel is {tracking}" must never reach a buyer.
 */
export function fillText(text: string, values: Values): { text: string } | { missing: string } {
  let missing: string | null = null;
  const filled = text.replace(places, (_, name: string, instead?: string) => {
    const value = values[name.trim()];
    if (value !== undefined && value !== '') return value;
    if (instead === undefined) missing ??= name.trim();
    return instead ?? '';
  });
  return missing === null ? { text: filled } : { missing };
}
