import { counters, type Measure, measures, sums, Tally } from './tally.rules.ts';

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
    let value = 0;
    let scale = 1;
    for (;;) {
      const byte = this.#bytes[this.at] ?? 0;
      this.at += 1;
      value += (byte & 127) * scale;
      if (byte < 128) return value;
      scale *= 128;
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

/** Adds the tally that begins at `from` to another; of the distributions only the wanted ones are read. */
export function addEncoded(
  into: Tally,
  bytes: Uint8Array,
  from = 0,
  wanted: ReadonlySet<Measure> = new Set(measures),
): number {
  const reader = new Reader(bytes, from);
  for (const counter of counters) into.bump(counter, reader.number());
  for (let left = reader.number(); left > 0; left -= 1) {
    const currency = reader.text(3);
    for (const sum of sums) into.pay(sum, currency, reader.signed());
  }
  for (const measure of measures) {
    const length = reader.number();
    const end = reader.at + length;
    if (wanted.has(measure)) {
      const histogram = into.histogram(measure);
      for (let value = 0; reader.at < end; ) {
        value += reader.number();
        histogram.add(value, reader.number());
      }
    }
    reader.at = end;
  }
  return reader.at;
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

const idOf = (bytes: Uint8Array, at: number): string =>
  Buffer.from(bytes.subarray(at, at + idLength))
    .toString('hex')
    .replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');

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
