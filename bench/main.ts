import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import type { Figure } from './lib/figure.ts';
import { measures } from './measures/index.ts';

const quick = process.argv.includes('--quick');
const only = process.argv.slice(2).filter((word) => !word.startsWith('-'));
const say = (line: string) => console.log(line);

const pad = (text: string, width: number): string =>
  text + ' '.repeat(Math.max(0, width - [...text].length));

function table(figures: readonly Figure[]): string {
  const rows = figures.map((f) => [f.met ? 'met' : 'NOT', f.what, f.wanted, f.measured] as const);
  const widths = [0, 1, 2, 3].map((n) =>
    Math.max(...rows.map((row) => [...(row[n] ?? '')].length)),
  );
  return rows.map((row) => row.map((cell, n) => pad(cell, widths[n] ?? 0)).join('  ')).join('\n');
}

const began = performance.now();
const figures: Figure[] = [];
for (const measure of measures) {
  if (only.length > 0 ? !only.includes(measure.name) : quick && measure.slow) continue;
  say(`· ${measure.name}`);
  figures.push(...(await measure.run({ quick, say })));
}
say(`\n${table(figures)}\n`);
say(
  `${figures.filter((f) => f.met).length} of ${figures.length} figures met, in ${Math.round((performance.now() - began) / 1000)} s`,
);

const folder = join(import.meta.dirname, 'results');
mkdirSync(folder, { recursive: true });
const report = {
  at: new Date().toISOString(),
  quick,
  node: process.version,
  cpus: cpus().length,
  figures,
};
writeFileSync(join(folder, 'latest.json'), `${JSON.stringify(report, null, 2)}\n`);
