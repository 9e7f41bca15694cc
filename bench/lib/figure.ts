import type { Product } from './product.ts';

/** One line of the table: what was measured, what it should be, what it was. */
export interface Figure {
  readonly what: string;
  readonly wanted: string;
  readonly measured: string;
  /** Raw numbers for the JSON. */
  readonly values: Readonly<Record<string, number>>;
  readonly met: boolean;
}

/** What a measure may use. */
export interface BenchContext {
  readonly quick: boolean;
  readonly say: (line: string) => void;
  /** One started product for the measures that can share it; it keeps what they store. */
  readonly product: () => Promise<Product>;
}

export interface Measure {
  readonly name: string;
  /** Left out of the quick run. */
  readonly slow?: boolean;
  /** Runs only when it is asked for by name. */
  readonly alone?: boolean;
  readonly run: (context: BenchContext) => Promise<readonly Figure[]>;
}
