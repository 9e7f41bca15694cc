/** One field that an act changed, in text; null: it was not there. */
export interface Change {
  readonly field: string;
  readonly from: string | null;
  readonly to: string | null;
}

/** How names of fields, amounts and words of the product are said to the reader. */
export interface Say {
  readonly field: (name: string) => string;
  /** Of minor units. */
  readonly amount: (minor: number) => string;
  readonly word: (text: string) => string;
}

/** What an act changed, field by field; what stayed the same is left out. */
export function changesOf(before: unknown, after: unknown, say: Say): Change[] {
  if (!isRecord(before) && !isRecord(after)) {
    const [from, to] = [textOf('', before, say), textOf('', after, say)];
    return from === to ? [] : [{ field: '', from, to }];
  }
  const old = isRecord(before) ? before : {};
  const next = isRecord(after) ? after : {};
  return [...new Set([...Object.keys(old), ...Object.keys(next)])]
    .map((field) => ({
      field,
      from: textOf(field, old[field], say),
      to: textOf(field, next[field], say),
    }))
    .filter(({ from, to }) => from !== to);
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const textOf = (field: string, value: unknown, say: Say): string | null =>
  said(field, value, say) || null;

function said(field: string, value: unknown, say: Say): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'number' && field.endsWith('Minor')) return say.amount(value);
  if (Array.isArray(value))
    return value
      .map((one) => said(field, one, say))
      .filter(Boolean)
      .join('; ');
  if (!isRecord(value)) return say.word(String(value));
  return Object.entries(value)
    .map(([name, one]) => [say.field(name), said(name, one, say)] as const)
    .filter(([, text]) => text !== '')
    .map(([name, text]) => `${name}: ${text}`)
    .join(' · ');
}

const identity = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** The one change worth a line below the sentence: an amount, else one that has a name and is no bare number of ours. */
export function foremost(
  changes: readonly Change[],
  isNamed: (field: string) => boolean,
): Change | undefined {
  const told = changes.filter(
    ({ field, from, to }) => isNamed(field) && !identity.test(to ?? from ?? ''),
  );
  return told.find(({ field }) => field.endsWith('Minor')) ?? told[0];
}
