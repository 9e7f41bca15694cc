import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './say.mjs';

/** Where `npm test` leaves Vitest's reports. */
export const reports = join(root, '.cache', 'tests');

/** What the reports of the last `npm test` add up to. */
export function countTests() {
  const files = existsSync(reports) ? readdirSync(reports) : [];
  const found = files.map((file) => JSON.parse(readFileSync(join(reports, file), 'utf8')));
  const sum = (name) => found.reduce((total, report) => total + (report[name] ?? 0), 0);
  return {
    passed: sum('numPassedTests'),
    failed: sum('numFailedTests'),
    skipped: sum('numPendingTests') + sum('numTodoTests'),
  };
}
