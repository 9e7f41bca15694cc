import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { firstLoadBytes, firstLoadLimit, gzippedBytes } from '../../apps/desk/build/first-load.ts';
import type { Figure, Measure } from '../lib/figure.ts';

const root = join(import.meta.dirname, '../../apps');

/** A script with everything it imports at once, into `found`. */
function visit(file: string, found: Set<string>): void {
  if (found.has(file) || !existsSync(file)) return;
  found.add(file);
  if (!file.endsWith('.js')) return;
  const code = readFileSync(file, 'utf8');
  for (const hit of code.matchAll(/(?:from|import)\s*["'](\.\/[^"']+)["']/g))
    visit(join(file, '..', hit[1] as string), found);
}

/** What a page asks for before it shows: its script, what that imports at once, its style sheets. */
function firstLoad(dist: string, page: string): Set<string> {
  const html = readFileSync(join(dist, page), 'utf8');
  const found = new Set<string>();
  for (const hit of html.matchAll(/(?:src|href)="[^"]*?\/?((?:assets\/)?[\w.-]+\.(?:js|css))"/g))
    visit(join(dist, hit[1] as string), found);
  return found;
}

const total = (files: Iterable<string>): number =>
  [...files].reduce((sum, file) => sum + gzippedBytes(file), 0);
const kb = (bytes: number): string => `${(bytes / 1000).toFixed(1)} kB`;

/** Bytes that travel before the first conversation shows, and those of the widget. */
export const sizes: Measure = {
  name: 'sizes',
  async run() {
    const figures: Figure[] = [];
    const desk = join(root, 'desk/dist');
    const widget = join(root, 'widget/dist');
    if (existsSync(join(desk, '.vite/manifest.json'))) {
      const bytes = firstLoadBytes(desk);
      figures.push({
        what: 'desk, first load (gzip)',
        wanted: '≤ 350 kB',
        measured: kb(bytes),
        values: { bytes },
        met: bytes <= firstLoadLimit,
      });
    }
    if (existsSync(join(widget, 'loader.js'))) {
      const loader = gzippedBytes(join(widget, 'loader.js'));
      const all = loader + total(firstLoad(widget, 'frame.html'));
      figures.push({
        what: 'widget, loader / all (gzip)',
        wanted: '≤ 2 kB / ≤ 15 kB',
        measured: `${kb(loader)} / ${kb(all)}`,
        values: { loader, all },
        met: loader <= 2_000 && all <= 15_000,
      });
    }
    return figures;
  },
};
