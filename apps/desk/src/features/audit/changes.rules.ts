import { factText } from '../../lib/facts.ts';

/** One field that an act changed, in text; null: it was not there. */
export interface Change {
  readonly field: string;
  readonly from: string | null;
  readonly to: string | null;
}

/** What an act changed, field by field; what stayed the same is left out. */
export function changesOf(before: unknown, after: unknown): Change[] {
  if (!isRecord(before) && !isRecord(after)) {
    const [from, to] = [textOf(before), textOf(after)];
    return from === to ? [] : [{ field: '', from, to }];
  }
  const old = isRecord(before) ? before : {};
  const next = isRecord(after) ? after : {};
  return [...new Set([...Object.keys(old), ...Object.keys(next)])]
    .map((field) => ({ field, from: textOf(old[field]), to: textOf(next[field]) }))
    .filter(({ from, to }) => from !== to);
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const textOf = (value: unknown): string | null => {
  const text = factText(value);
  return text === '' ? null : text;
};
