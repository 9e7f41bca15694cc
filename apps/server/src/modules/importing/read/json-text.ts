import { UnreadableFile } from './unit.ts';

const space = /[\s\ufeff]/;

/** Walks through JSON text as it comes, one value at a time, keeping no more than one. */
export class JsonText {
  readonly #chunks: AsyncIterator<string>;
  #text = '';
  #at = 0;
  #before = 0;
  #ended = false;

  constructor(chunks: AsyncIterable<string>) {
    this.#chunks = chunks[Symbol.asyncIterator]();
  }

  /** Characters passed so far. */
  get offset(): number {
    return this.#before + this.#at;
  }

  async #more(): Promise<boolean> {
    if (this.#ended) return false;
    const next = await this.#chunks.next();
    if (next.done) {
      this.#ended = true;
      return false;
    }
    this.#before += this.#at;
    this.#text = this.#text.slice(this.#at) + next.value;
    this.#at = 0;
    return true;
  }

  /** The next character that is no white space, not passed yet; empty at the end. */
  async peek(): Promise<string> {
    for (;;) {
      while (this.#at < this.#text.length) {
        const character = this.#text[this.#at] as string;
        if (!space.test(character)) return character;
        this.#at += 1;
      }
      if (!(await this.#more())) return '';
    }
  }

  /** Passes one expected character. */
  async take(expected: string): Promise<void> {
    if ((await this.peek()) !== expected) throw new UnreadableFile(`offset ${this.offset}`);
    this.#at += 1;
  }

  /** Passes one value; its text, or null where it is longer than `most` (it is passed all the same). */
  async value(most: number): Promise<string | null> {
    const first = await this.peek();
    if (first === '') throw new UnreadableFile(`offset ${this.offset}`);
    let kept = '';
    let keeping = true;
    const scan = new Scan(first);
    for (;;) {
      const end = scan.through(this.#text, this.#at);
      if (keeping) kept += this.#text.slice(this.#at, end);
      if (kept.length > most) {
        keeping = false;
        kept = '';
      }
      this.#at = end;
      if (scan.done) return keeping ? kept : null;
      if (!(await this.#more())) {
        if (scan.mayEnd) return keeping ? kept : null;
        throw new UnreadableFile(`offset ${this.offset}`);
      }
    }
  }
}

/** Finds where a value ends: brackets outside of strings, a closing quote, or the character after a plain word. */
class Scan {
  done = false;
  #depth = 0;
  #inString = false;
  #escaped = false;
  readonly #kind: 'nested' | 'string' | 'word';

  constructor(first: string) {
    this.#kind = first === '{' || first === '[' ? 'nested' : first === '"' ? 'string' : 'word';
  }

  /** A number or word at the very end of the text has nothing after it. */
  get mayEnd(): boolean {
    return this.#kind === 'word';
  }

  through(text: string, from: number): number {
    let at = from;
    for (; at < text.length && !this.done; at += 1) {
      const code = text.charCodeAt(at);
      if (this.#kind === 'word') {
        if (code === 44 || code === 93 || code === 125 || code <= 32) {
          this.done = true;
          return at;
        }
      } else if (this.#inString) this.#throughString(code);
      else this.#outside(code);
    }
    return at;
  }

  #throughString(code: number): void {
    if (this.#escaped) this.#escaped = false;
    else if (code === 92) this.#escaped = true;
    else if (code === 34) {
      this.#inString = false;
      if (this.#depth === 0) this.done = true;
    }
  }

  #outside(code: number): void {
    if (code === 34) this.#inString = true;
    else if (code === 123 || code === 91) this.#depth += 1;
    else if (code === 125 || code === 93) {
      this.#depth -= 1;
      if (this.#depth === 0) this.done = true;
    }
  }
}
