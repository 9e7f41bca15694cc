const told = new Set([
  'title',
  'text',
  'number',
  'orderNumber',
  'sku',
  'carrier',
  'value',
  'answer',
]);
const longest = 4_000;

function wordsIn(value: unknown, words: string[]): void {
  if (Array.isArray(value)) for (const one of value) wordsIn(one, words);
  else if (typeof value === 'object' && value !== null) {
    for (const [key, one] of Object.entries(value)) {
      if (typeof one !== 'string') wordsIn(one, words);
      else if (told.has(key) && one !== '') words.push(one);
    }
  }
}

/** What of a message can be searched: its words, the name of its file, what its card shows. */
export function wordsOfMessage(message: {
  readonly text: string;
  readonly file: { readonly name: string } | null;
  readonly card: unknown;
}): string {
  const words = [message.text, message.file?.name ?? ''].filter((word) => word !== '');
  wordsIn(message.card, words);
  return words.join(' · ').slice(0, longest);
}
