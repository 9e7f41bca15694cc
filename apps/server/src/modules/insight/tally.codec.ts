import { type Measure, measures, sums, Tally } from './tally.rules.ts';

/** Writes numbers as varints: seven bits a byte, so that most of a day's page is one byte a value. */
class Writer {
  #bytes = new Uint8Array(256);
  #at = 0;

  byte(value: number): void {
    if (this.#at === this.#bytes.length) {
      const wider = new Uint8Array(this.#bytes.length * 2);
      wider.set(this.#bytes);
      this.#bytes = wider;
    }
    this.#bytes[this.#at] = value;
    this.#at += 1;
  }

  number(value: number): void {
    let rest = value;
    while (rest >= 128) {
      this.byte((rest % 128) + 128);
      rest = Math.floor(rest / 128);
    }
    this.byte(rest);
  }

  signed(value: number): void {
    this.number(value < 0 ? -value * 2 - 1 : value * 2);
  }

  bytes(): Uint8Array {
    return this.#bytes.subarray(0, this.#at);
  }

  append(part: Uint8Array): void {
    this.number(part.length);
    for (const byte of part) this.byte(byte);
  }
}

const histogramBytes = (tally: Tally, measure: Measure): Uint8Array => {
  const writer = new Writer();
  let before = 0;
  for (const [value, times] of tally.histogram(measure).entries()) {
    writer.number(value - before);
    writer.number(times);
    before = value;
  }
  return writer.bytes();
};

/** A tally as bytes; the same tally always gives the same bytes. */
export function encodeTally(tally: Tally): Uint8Array {
  const writer = new Writer();
  for (const value of tally.counts) writer.number(value);
  const money = [...tally.money].filter(([, values]) => values.some((value) => value !== 0));
  writer.number(money.length);
  for (const [currency, values] of money.sort(([a], [b]) => (a < b ? -1 : 1))) {
    for (const letter of Buffer.from(currency.padEnd(3).slice(0, 3))) writer.byte(letter);
    for (const value of values) writer.signed(value);
  }
  for (const measure of measures) writer.append(histogramBytes(tally, measure));
  return writer.bytes();
}

class Reader {
  readonly #bytes: Uint8Array;
  at: number;

  constructor(bytes: Uint8Array, at = 0) {
    this.#bytes = bytes;
    this.at = at;
  }

  number(): number {
    const bytes = this.#bytes;
    let byte = bytes[this.at++] as number;
    if (byte < 128) return byte;
    let value = byte & 127;
    for (let scale = 128; ; scale *= 128) {
      byte = bytes[this.at++] as number;
      value += (byte & 127) * scale;
      if (byte < 128) return value;
    }
  }

  signed(): number {
    const value = this.number();
    return value % 2 === 1 ? -(value + 1) / 2 : value / 2;
  }

  text(length: number): string {
    const text = Buffer.from(this.#bytes.subarray(this.at, this.at + length)).toString('latin1');
    this.at += length;
    return text;
  }

  get done(): boolean {
    return this.at >= this.#bytes.length;
  }
}

const everything: ReadonlySet<Measure> = new Set(measures);

/**
 * Adds the tally that begins at `from` to another; of the distributions only the wanted ones are read. A report of a year walks
 * over some ten million of these bytes: places are used, not names.
 */
export function addEncoded(
  into: Tally,
  bytes: Uint8Array,
  from = 0,
  wanted: ReadonlySet<Measure> = everything,
): number {
  const reader = new Reader(bytes, from);
  const { counts } = into;
  for (let n = 0; n < counts.length; n += 1) counts[n] = (counts[n] as number) + reader.number();
  for (let left = reader.number(); left > 0; left -= 1) {
    const money = into.moneyOf(reader.text(3));
    for (let n = 0; n < sums.length; n += 1) money[n] = (money[n] as number) + reader.signed();
  }
  for (const measure of measures) {
    const end = reader.number() + reader.at;
    if (wanted.has(measure) && reader.at < end) addHistogram(into, measure, reader, end);
    reader.at = end;
  }
  return reader.at;
}

function addHistogram(into: Tally, measure: Measure, reader: Reader, end: number): void {
  const histogram = into.histogram(measure);
  for (let value = 0; reader.at < end; ) {
    value += reader.number();
    histogram.add(value, reader.number());
  }
}

const idLength = 16;

/** Tallies of several people as one piece of bytes, in the order of their ids. */
export function encodePeople(people: ReadonlyMap<string, Tally>): Uint8Array {
  const parts = [...people]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([id, tally]) => {
      const writer = new Writer();
      writer.append(encodeTally(tally));
      return [Buffer.from(id.replaceAll('-', ''), 'hex'), writer.bytes()];
    });
  return Buffer.concat(parts);
}

/** Names of ids that were met, by their bytes: a report meets the same three hundred people every day. */
const names = new Map<string, string>();
const mostNames = 20_000;

const dashes = /^(.{8})(.{4})(.{4})(.{4})(.{12})$/;
function idOf(bytes: Uint8Array, at: number): string {
  const id = Buffer.from(bytes.buffer, bytes.byteOffset + at, idLength);
  const key = id.toString('latin1');
  const known = names.get(key);
  if (known !== undefined) return known;
  if (names.size >= mostNames) names.clear();
  const name = id.toString('hex').replace(dashes, '$1-$2-$3-$4-$5');
  names.set(key, name);
  return name;
}

/** Adds one person's tally from bytes that begin with it and may be cut; false when they were too short. Nothing there: nothing added. */
export function addPerson(
  into: Map<string, Tally>,
  bytes: Uint8Array,
  wanted: ReadonlySet<Measure>,
  person: string,
): boolean {
  if (bytes.length === 0) return true;
  const reader = new Reader(bytes, idLength);
  if (bytes.length < idLength + 8) return false;
  const length = reader.number();
  if (reader.at + length > bytes.length) return false;
  const tally = into.get(person) ?? new Tally();
  into.set(person, tally);
  addEncoded(tally, bytes, reader.at, wanted);
  return true;
}

/** Adds everybody's tallies of a page to those collected so far; only one person's where one is named. */
export function addPeople(
  into: Map<string, Tally>,
  bytes: Uint8Array,
  wanted: ReadonlySet<Measure>,
  only: string | null = null,
): void {
  const reader = new Reader(bytes);
  while (!reader.done) {
    const id = idOf(bytes, reader.at);
    reader.at += idLength;
    const length = reader.number();
    const start = reader.at;
    reader.at += length;
    if (only !== null && only !== id) continue;
    const tally = into.get(id) ?? new Tally();
    into.set(id, tally);
    addEncoded(tally, bytes, start, wanted);
  }
}
