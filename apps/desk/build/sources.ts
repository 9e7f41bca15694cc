import { globSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';

/** What a source file of the desk brings with it. */
export interface Source {
  readonly text: string;
  /** Files it imports at once; types alone bring nothing. */
  readonly imports: readonly string[];
  /** Files it imports when they are wanted. */
  readonly lazies: readonly string[];
}

/** Sources by their path below `src`. */
export type Sources = ReadonlyMap<string, Source>;

const src = new URL('../src/', import.meta.url);
const atOnce = /^(?:import|export)\s(?!type\b)(?:[^';]*?\sfrom\s)?'(\.{1,2}\/[^']+\.tsx?)';/gm;

/** `import('./There.tsx')`: what is loaded when it is wanted. */
export const lazyImport = /\bimport\('(\.{1,2}\/[^']+\.tsx?)'\)/g;

/** Every source file of the desk, tests left out. */
export function readSources(): Sources {
  const files = globSync('**/*.{ts,tsx}', { cwd: src })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => !/\.test\.tsx?$|\.d\.ts$/.test(file))
    .sort();
  return new Map(
    files.map((file) => [file, sourceOf(file, readFileSync(new URL(file, src), 'utf8'))]),
  );
}

/** A source from its text. */
export const sourceOf = (file: string, text: string): Source => ({
  text,
  imports: named(file, text, atOnce),
  lazies: named(file, text, lazyImport),
});

/** The file an import in `from` names. */
export const fileNamed = (from: string, path: string): string =>
  posix.join(posix.dirname(from), path);

const named = (file: string, text: string, pattern: RegExp): string[] =>
  [...text.matchAll(pattern)].map(([, path = '']) => fileNamed(file, path));

/** A file with everything it brings at once. */
export function broughtBy(sources: Sources, first: string): ReadonlySet<string> {
  const found = new Set<string>();
  const visit = (file: string) => {
    if (found.has(file)) return;
    found.add(file);
    for (const other of sources.get(file)?.imports ?? []) visit(other);
  };
  visit(first);
  return found;
}
