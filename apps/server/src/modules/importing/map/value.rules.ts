/** A number of a JSON file with its digits as written, so that money never passes through a fraction. */
export class JsonNumber {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

/** What a file can hold. Objects have the keys of the file and nothing inherited. */
export type Value = string | JsonNumber | boolean | null | readonly Value[] | Branch;

export interface Branch {
  readonly [key: string]: Value;
}

export const isBranch = (value: Value | undefined): value is Branch =>
  typeof value === 'object' &&
  value !== null &&
  !Array.isArray(value) &&
  !(value instanceof JsonNumber);

export const isList = (value: Value | undefined): value is readonly Value[] => Array.isArray(value);

/** A key of an object, or undefined; inherited names such as `constructor` are no keys. */
export const childOf = (value: Value | undefined, key: string): Value | undefined => {
  if (isList(value)) return /^\d+$/.test(key) ? value[Number(key)] : undefined;
  return isBranch(value) && Object.hasOwn(value, key) ? value[key] : undefined;
};

/** The value as JSON keeps it: a number stays a number where nothing is lost by it, otherwise its digits are text. */
export function plainOf(value: Value): unknown {
  if (value instanceof JsonNumber) {
    const number = Number(value.text);
    return Number.isFinite(number) && sameNumber(value.text, number) ? number : value.text;
  }
  if (isList(value)) return value.map(plainOf);
  if (!isBranch(value)) return value;
  const copy: Record<string, unknown> = Object.create(null);
  for (const [key, inner] of Object.entries(value)) copy[key] = plainOf(inner);
  return copy;
}

const significant = (text: string): string =>
  text
    .toLowerCase()
    .replace(/^-/, '')
    .replace(/e.*$/, '')
    .replace('.', '')
    .replace(/^0+/, '')
    .replace(/0+$/, '');

const sameNumber = (text: string, number: number): boolean => {
  if (text === String(number)) return true;
  if (/e/i.test(text) || /e/i.test(String(number))) return false;
  return significant(text) === significant(String(number));
};

/** The deepest a record may be nested, the longest it may be as text, and the most a list may hold. */
export const limits = { depth: 40, recordChars: 1_000_000, listItems: 2_000 } as const;

const unstorable = /\0|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/;

/** Whether a text holds U+0000 or half a surrogate pair, which no text column can keep. */
export const isUnstorable = (text: string): boolean => unstorable.test(text);

/** What keeps a whole record out: nested too deep, or a character that cannot be kept. Null when it is fit. */
export function unfit(value: Value, depth = 0): 'too_deep' | 'bad_character' | null {
  if (typeof value === 'string') return isUnstorable(value) ? 'bad_character' : null;
  if (!isList(value) && !isBranch(value)) return null;
  if (depth >= limits.depth) return 'too_deep';
  for (const [key, inner] of Object.entries(value)) {
    if (isUnstorable(key)) return 'bad_character';
    const fault = unfit(inner as Value, depth + 1);
    if (fault) return fault;
  }
  return null;
}

/** JSON with keys in order, so that two texts are equal exactly when the values are. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (value !== null && typeof value === 'object') {
    const keys = Object.keys(value).sort();
    return `{${keys.map((key) => `${JSON.stringify(key)}:${canonical((value as never)[key])}`).join(',')}}`;
  }
  return JSON.stringify(value) ?? 'null';
}
