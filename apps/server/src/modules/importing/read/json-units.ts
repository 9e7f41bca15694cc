import { JsonNumber, limits, unfit, type Value } from '../map/value.rules.ts';
import { JsonText } from './json-text.ts';
import { shortened, type Unit, UnreadableFile } from './unit.ts';

const parse = (text: string): Value =>
  JSON.parse(text, (_key, value, context?: { source?: string }) =>
    typeof value === 'number' ? new JsonNumber(context?.source ?? String(value)) : value,
  );

function unitOf(number: number, key: string, text: string | null): Unit {
  const base = { number, line: null, key };
  if (text === null) return { ...base, text: '', fault: 'too_large' };
  try {
    const value = parse(text);
    const fault = unfit(key) ?? unfit(value);
    return fault
      ? { ...base, text: shortened(text), fault }
      : { ...base, text: shortened(text), value };
  } catch {
    return { ...base, text: shortened(text), fault: 'malformed' };
  }
}

async function keyOf(text: JsonText): Promise<string> {
  const raw = await text.value(10_000);
  try {
    const key: unknown = JSON.parse(raw ?? '');
    if (typeof key !== 'string') throw new UnreadableFile(`offset ${text.offset}`);
    await text.take(':');
    return key;
  } catch {
    throw new UnreadableFile(`offset ${text.offset}`);
  }
}

interface Entry {
  readonly key: string;
}

/** Goes through the entries of the object or list that comes next; the taker passes each value. */
async function* entries(text: JsonText): AsyncGenerator<Entry> {
  const open = await text.peek();
  if (open !== '{' && open !== '[') throw new UnreadableFile(`offset ${text.offset}`);
  const close = open === '{' ? '}' : ']';
  await text.take(open);
  if ((await text.peek()) === close) return text.take(close);
  for (;;) {
    yield { key: open === '{' ? await keyOf(text) : '' };
    if ((await text.peek()) === close) return text.take(close);
    await text.take(',');
  }
}

/** Steps in by the keys before the first `*`; false where there is no such thing. What else is passed over. */
async function stepIn(text: JsonText, keys: readonly string[]): Promise<boolean> {
  for (const wanted of keys) {
    let found = false;
    for await (const { key } of entries(text)) {
      if (key === wanted) {
        found = true;
        break;
      }
      await text.value(0);
    }
    if (!found) return false;
  }
  return true;
}

/** Entries of a JSON file, read one by one: each entry of what lies at `path`. */
export async function* jsonUnits(
  chunks: AsyncIterable<string>,
  path: readonly string[],
): AsyncGenerator<Unit> {
  const text = new JsonText(chunks);
  if (!(await stepIn(text, path))) return;
  let number = 0;
  for await (const { key } of entries(text)) {
    number += 1;
    yield unitOf(number, key, await text.value(limits.recordChars));
  }
}

/** Values that follow one another, one a line as a rule. */
export async function* jsonLines(chunks: AsyncIterable<string>): AsyncGenerator<Unit> {
  const text = new JsonText(chunks);
  for (let number = 1; (await text.peek()) !== ''; number += 1) {
    yield unitOf(number, '', await text.value(limits.recordChars));
  }
}
