/** A statement that took long, as the operator's page shows it. */
export interface SlowStatement {
  readonly statement: string;
  count: number;
  slowestMs: number;
  lastAt: string;
}

const limitMs = 100;
const kept = 50;
const known = new Map<string, SlowStatement>();

/** Remembers a statement that took 100 ms or more; its text carries no values. */
export function noteDuration(statement: string, ms: number): void {
  if (ms < limitMs) return;
  const key = statement.replace(/\s+/g, ' ').trim().slice(0, 300);
  const entry = known.get(key) ?? { statement: key, count: 0, slowestMs: 0, lastAt: '' };
  entry.count += 1;
  entry.slowestMs = Math.max(entry.slowestMs, Math.round(ms));
  entry.lastAt = new Date().toISOString();
  known.delete(key);
  known.set(key, entry);
  if (known.size > kept) known.delete(known.keys().next().value as string);
}

/** The slow statements since the start, slowest first. */
export const slowStatements = (): readonly SlowStatement[] =>
  [...known.values()].sort((a, b) => b.slowestMs - a.slowestMs);
