import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './say.mjs';

/** Where `npm test` leaves the reports of its runs. */
export const reports = join(root, '.cache', 'tests');

const all = () =>
  (existsSync(reports) ? readdirSync(reports) : []).map((file) =>
    JSON.parse(readFileSync(join(reports, file), 'utf8')),
  );

/** What the reports of the last `npm test` add up to. */
export function countTests() {
  const found = all();
  const sum = (name) => found.reduce((total, report) => total + report[name], 0);
  return { passed: sum('passed'), failed: sum('failed'), skipped: sum('skipped') };
}

/** Lines for everything that failed; with many the reasons are cut, so that each name stands near the end. */
export function failureLines() {
  return [
    ...listed('FAILED · 失败', 'failures'),
    ...listed('Failed at first, then passed · 首次失败，重试通过', 'retried'),
  ];
}

/** A plain line for each file with tests that were not run here; the name says why. */
export function leftLines() {
  const left = all().flatMap((report) => report.left);
  return [...new Set(left.map(({ file }) => file))].map((file) => {
    const [first, ...others] = left.filter((one) => one.file === file);
    const more = others.length > 0 ? ` (+${others.length})` : '';
    return `not run · 未运行: ${file}: ${first.name.split('\n')[0].slice(0, 300)}${more}`;
  });
}

function listed(title, kind) {
  const entries = all().flatMap((report) => report[kind]);
  if (entries.length === 0) return [];
  const each = Math.max(0, Math.min(12, Math.floor(40 / entries.length) - 1));
  const shown = entries
    .slice(0, 40)
    .flatMap(({ file, name, reason }) => [
      `  ✗ ${file} · ${name}`,
      ...cut(reason, each).map((line) => `      ${line}`),
    ]);
  const more = entries.length - 40;
  return ['', title, ...shown, ...(more > 0 ? [`  … and ${more} more`] : [])];
}

/** Its first lines and its last: the message, and where it arose. */
const cut = (lines, most) =>
  lines.length <= most || most === 0
    ? lines.slice(0, most)
    : [...lines.slice(0, most - 1), ...lines.slice(-1)];
