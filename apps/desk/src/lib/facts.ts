/** An attribute of the source as one line of text. */
export function factText(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (Array.isArray(value)) return value.map(factText).filter(Boolean).join(' · ');
  return Object.entries(value as Record<string, unknown>)
    .map(([name, one]) => `${name}: ${factText(one)}`)
    .join(' · ');
}
