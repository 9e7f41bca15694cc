/** Distributions a tally keeps, in whole seconds begun (30.2 s counts as 31), exactly: no value is rounded into a class. */
export const measures = [
  'first',
  'response',
  'own',
  'worst',
  'handling',
  'resolution',
  'queue',
] as const;
export type Measure = (typeof measures)[number];

/** What a tally counts. Each is a sum, so days add up to the month and people to their shop. */
export const counters = [
  'rounds',
  'unanswered',
  'dismissed',
  'sessions',
  'firstMissed',
  'strictSessions',
  'strictMissed',
  'conversations',
  'reopened',
  'resolved',
  'agentStarted',
  'buyers',
  'buyerMessages',
  'humanMessages',
  'autoMessages',
  'asked',
  'ordered',
  'paid',
  'reversed',
  'refunds',
  'concessions',
] as const;
export type Counter = (typeof counters)[number];

/** Sums of money, in minor units, each under its currency. */
export const sums = ['ordered', 'paid', 'reversed', 'refunds', 'concessions'] as const;
export type Sum = (typeof sums)[number];

/** Below this many seconds a value has a place of its own; above it stands in a map. */
const smallest = 1_800;

/** How often each value occurred. */
export class Histogram {
  #small: Int32Array | null = null;
  readonly #large = new Map<number, number>();
  count = 0;
  sum = 0;

  add(value: number, times = 1): void {
    this.count += times;
    this.sum += value * times;
    if (value >= smallest) {
      this.#large.set(value, (this.#large.get(value) ?? 0) + times);
      return;
    }
    this.#small ??= new Int32Array(smallest);
    this.#small[value] = (this.#small[value] ?? 0) + times;
  }

  /** Values with how often each occurred, ascending. */
  *entries(): Generator<readonly [number, number]> {
    const small = this.#small;
    if (small) {
      for (let value = 0; value < smallest; value += 1) {
        const times = small[value] ?? 0;
        if (times > 0) yield [value, times];
      }
    }
    yield* [...this.#large].sort(([a], [b]) => a - b);
  }

  /** How many are at most this. */
  upTo(limit: number): number {
    let found = 0;
    for (const [value, times] of this.entries()) {
      if (value > limit) break;
      found += times;
    }
    return found;
  }

  /** The smallest value that at least this share do not exceed (nearest rank); null without values. */
  quantile(share: number): number | null {
    const wanted = Math.max(1, Math.ceil(this.count * share - 1e-9));
    let passed = 0;
    for (const [value, times] of this.entries()) {
      passed += times;
      if (passed >= wanted) return value;
    }
    return null;
  }

  merge(other: Histogram): void {
    for (const [value, times] of other.entries()) this.add(value, times);
  }
}

/** What was measured of some facts: adding up tallies of parts gives the tally of the whole. */
export class Tally {
  readonly counts = new Float64Array(counters.length);
  readonly money = new Map<string, Float64Array>();
  readonly #histograms = new Map<Measure, Histogram>();

  count(counter: Counter): number {
    return this.counts[counters.indexOf(counter)] ?? 0;
  }

  bump(counter: Counter, by = 1): void {
    const at = counters.indexOf(counter);
    this.counts[at] = (this.counts[at] ?? 0) + by;
  }

  pay(sum: Sum, currency: string, minor: number): void {
    const known = this.moneyOf(currency);
    const at = sums.indexOf(sum);
    known[at] = (known[at] ?? 0) + minor;
  }

  moneyOf(currency: string): Float64Array {
    const known = this.money.get(currency) ?? new Float64Array(sums.length);
    this.money.set(currency, known);
    return known;
  }

  histogram(measure: Measure): Histogram {
    const known = this.#histograms.get(measure) ?? new Histogram();
    this.#histograms.set(measure, known);
    return known;
  }

  merge(other: Tally): void {
    for (const [at, value] of other.counts.entries())
      this.counts[at] = (this.counts[at] ?? 0) + value;
    for (const [currency, values] of other.money) {
      const own = this.moneyOf(currency);
      for (const [at, value] of values.entries()) own[at] = (own[at] ?? 0) + value;
    }
    for (const measure of measures) this.histogram(measure).merge(other.histogram(measure));
  }
}
