import type { importing } from '@guitai/contract';
import type { Value } from '../map/value.rules.ts';

/** An entry of a file as it is read: a value in its place, or why it could not be read. */
export interface Unit {
  /** Counts entries from 1. */
  readonly number: number;
  /** Line on which a CSV row begins. */
  readonly line: number | null;
  /** Key of the entry where the file is an object of entries; empty in lists. */
  readonly key: string;
  readonly value?: Value;
  readonly fault?: importing.ImportReason;
  /** The source text, shortened, for the rejects file. */
  readonly text: string;
}

/** A file that cannot be read to its end; `where` is a line or an offset. */
export class UnreadableFile extends Error {
  readonly where: string;
  constructor(where: string) {
    super(`cannot be read at ${where}`);
    this.where = where;
  }
}

export const shortened = (text: string): string =>
  text.length > 2_000 ? `${text.slice(0, 2_000)}…` : text;
