/** A line of two texts side by side. */
export interface DiffLine {
  readonly kind: 'same' | 'gone' | 'new';
  readonly text: string;
}

const most = 400;

/** What of the lines stayed, went and came: the longest common part, line by line. */
export function diffOf(before: string, after: string): DiffLine[] {
  const [a, b] = [before.split('\n').slice(0, most), after.split('\n').slice(0, most)];
  const common = Array.from({ length: a.length + 1 }, () => new Uint16Array(b.length + 1));
  const at = (n: number, m: number): number => common[n]?.[m] ?? 0;
  for (let n = a.length - 1; n >= 0; n -= 1) {
    for (let m = b.length - 1; m >= 0; m -= 1) {
      const row = common[n];
      if (row) row[m] = a[n] === b[m] ? at(n + 1, m + 1) + 1 : Math.max(at(n + 1, m), at(n, m + 1));
    }
  }
  const lines: DiffLine[] = [];
  let [n, m] = [0, 0];
  while (n < a.length || m < b.length) {
    if (n < a.length && m < b.length && a[n] === b[m]) {
      lines.push({ kind: 'same', text: a[n] ?? '' });
      n += 1;
      m += 1;
    } else if (n < a.length && (m >= b.length || at(n + 1, m) >= at(n, m + 1))) {
      lines.push({ kind: 'gone', text: a[n] ?? '' });
      n += 1;
    } else {
      lines.push({ kind: 'new', text: b[m] ?? '' });
      m += 1;
    }
  }
  return lines;
}
