import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import type { Figure } from './lib/figure.ts';
import { type Product, startProduct } from './lib/product.ts';
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

let shared: Promise<Product> | undefined;
const product = (): Promise<Product> => {
  shared ??= startProduct({ GUITAI_TRUST_PROXY: 'yes' });
  return shared;
};

const began = performance.now();
const seconds = (since: number): number => Math.round((performance.now() - since) / 1_000);
const figures: Figure[] = [];
try {
  for (const measure of measures) {
    if (only.length > 0 ? !only.includes(measure.name) : measure.alone || (quick && measure.slow))
      continue;
    const from = performance.now();
    figures.push(...(await measure.run({ quick, say, product })));
    say(`· ${measure.name} (${seconds(from)} s)`);
  }
} finally {
  await (await shared)?.stop();
}
say(`\n${table(figures)}\n`);
say(
  `${figures.filter((f) => f.met).length} of ${figures.length} figures met, in ${seconds(began)} s`,
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
