const parts = /\{(YYYY|YY|MM|DD|n+)\}/g;

/** A pattern is good when it holds one counter and no brace that means nothing; the server judges the same way. */
export function isPattern(pattern: string): boolean {
  const counters = [...pattern.matchAll(parts)].filter((part) => part[1]?.startsWith('n'));
  return counters.length === 1 && !/[{}]/.test(pattern.replace(parts, ''));
}

/** What the n-th order would be called on a day. */
export function exampleNumber(pattern: string, n: number, day: Date): string {
  const two = (value: number) => String(value).padStart(2, '0');
  const dates: Readonly<Record<string, string>> = {
    YYYY: String(day.getFullYear()),
    YY: String(day.getFullYear()).slice(-2),
    MM: two(day.getMonth() + 1),
    DD: two(day.getDate()),
  };
  return pattern.replace(parts, (_, part: string) =>
    part.startsWith('n') ? String(n).padStart(part.length, '0') : (dates[part] ?? ''),
  );
}
