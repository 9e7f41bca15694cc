import type { Tx } from './tx.ts';

/** One question of `guitai verify`, asked per team: returns a sentence per fault, none when all is well. */
export interface Check {
  readonly name: string;
  readonly ask: (tx: Tx) => Promise<string[]>;
}
