import { type FileHandle, mkdir, open } from 'node:fs/promises';
import { dirname } from 'node:path';

/** A line of the book. `key` is the caller's; a second line of the same act and key counts for nothing. */
export interface Line {
  readonly act: 'payment' | 'paid' | 'declined' | 'refund';
  readonly key: string;
  readonly amountMinor: number;
  readonly currency: string;
  /** Of a refund: the payment it takes from. */
  readonly payment?: string;
  readonly notifyUrl?: string | null;
}

const idOf = ({ act, key }: Pick<Line, 'act' | 'key'>) =>
  `${act === 'declined' ? 'paid' : act} ${key}`;

/**
 * The sandbox gateway's own book: a file that is only added to, each line on disk before it is answered. Several processes may
 * write one book: whose line of a key stands first in the file is the one that counts.
 */
export class Book {
  readonly #path: string;
  #file: Promise<FileHandle> | null = null;
  #read = 0;
  #rest = '';
  #queue: { line: string; done: () => void; fail: (error: unknown) => void }[] = [];
  #writing: Promise<void> = Promise.resolve();
  readonly #lines = new Map<string, Line>();
  readonly #refunded = new Map<string, number>();

  constructor(path: string) {
    this.#path = path;
  }

  /** The line that counts for this act and key. */
  async find(act: Line['act'], key: string): Promise<Line | undefined> {
    await this.#catchUp();
    return this.#lines.get(idOf({ act, key }));
  }

  /** Adds a line, or finds the one that was there first. */
  async add(line: Line): Promise<{ line: Line; first: boolean }> {
    const known = await this.find(line.act, line.key);
    if (known) return { line: known, first: false };
    const token = `${process.pid}.${Math.random().toString(36).slice(2)}`;
    await this.#append(JSON.stringify({ ...line, token }));
    const stands = (await this.find(line.act, line.key)) as Line & { token?: string };
    return { line: stands, first: stands?.token === token };
  }

  /** What went back of a payment. */
  async refundedOf(payment: string): Promise<number> {
    await this.#catchUp();
    return this.#refunded.get(payment) ?? 0;
  }

  /** Everything that counts, in the order it happened. */
  async all(): Promise<readonly Line[]> {
    await this.#catchUp();
    return [...this.#lines.values()];
  }

  async close(): Promise<void> {
    await this.#writing;
    await (await this.#file)?.close();
    this.#file = null;
  }

  #open(): Promise<FileHandle> {
    this.#file ??= mkdir(dirname(this.#path), { recursive: true }).then(() =>
      open(this.#path, 'a+', 0o600),
    );
    return this.#file;
  }

  #append(line: string): Promise<void> {
    const waiting = new Promise<void>((done, fail) => this.#queue.push({ line, done, fail }));
    this.#writing = this.#writing.then(() => this.#flush());
    return waiting;
  }

  /** Whatever queued meanwhile goes to disk together. */
  async #flush(): Promise<void> {
    const batch = this.#queue.splice(0);
    if (batch.length === 0) return;
    try {
      const file = await this.#open();
      await file.appendFile(`\n${batch.map(({ line }) => line).join('\n')}\n`);
      await file.datasync();
      for (const { done } of batch) done();
    } catch (error) {
      for (const { fail } of batch) fail(error);
    }
  }

  #catching: Promise<void> = Promise.resolve();

  #catchUp(): Promise<void> {
    this.#catching = this.#catching.then(() => this.#readOn());
    return this.#catching;
  }

  async #readOn(): Promise<void> {
    const file = await this.#open();
    const { size } = await file.stat();
    if (size <= this.#read) return;
    const buffer = Buffer.alloc(size - this.#read);
    await file.read(buffer, 0, buffer.length, this.#read);
    this.#read = size;
    const parts = (this.#rest + buffer.toString('utf8')).split('\n');
    this.#rest = parts.pop() ?? '';
    for (const part of parts) if (part) this.#note(part);
  }

  #note(text: string): void {
    let line: Line;
    try {
      line = JSON.parse(text);
    } catch (error) {
      // A line cut by a power cut was never answered; the next one begins on a line of its own.
      if (error instanceof SyntaxError) return;
      throw error;
    }
    if (this.#lines.has(idOf(line))) return;
    this.#lines.set(idOf(line), line);
    if (line.act !== 'refund' || !line.payment) return;
    this.#refunded.set(line.payment, (this.#refunded.get(line.payment) ?? 0) + line.amountMinor);
  }
}
