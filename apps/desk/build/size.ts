/** `node build/size.ts`: what the browser loads before the first conversation shows, in kB gzip; fails above the budget. */
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

interface Chunk {
  readonly file: string;
  readonly imports?: string[];
  readonly css?: string[];
}

const budget = 350;
const dist = new URL('../dist/', import.meta.url);
const manifest = JSON.parse(readFileSync(new URL('.vite/manifest.json', dist), 'utf8')) as Record<
  string,
  Chunk
>;

/** The page, the inbox, one language: the rest is fetched when it is wanted. */
const wanted = [
  /^index\.html$/,
  /InboxScreen\.tsx$/,
  /words\/zh-CN$/,
  /locale\/zh_CN/,
  /locale\/zh-cn/,
];
const files = new Set<string>(['index.html', 'before-paint.js']);

function add(name: string): void {
  const chunk = manifest[name];
  if (!chunk || files.has(chunk.file)) return;
  files.add(chunk.file);
  for (const style of chunk.css ?? []) files.add(style);
  for (const other of chunk.imports ?? []) add(other);
}

for (const name of Object.keys(manifest)) {
  if (wanted.some((pattern) => pattern.test(name))) add(name);
}
const sizes = [...files].map((file) => ({
  file,
  size: gzipSync(readFileSync(new URL(file, dist))).length / 1024,
}));
sizes.sort((a, b) => b.size - a.size);
for (const { file, size } of sizes.slice(0, 12)) console.log(size.toFixed(1).padStart(7), file);
const total = sizes.reduce((sum, { size }) => sum + size, 0);
console.log(`desk, first load: ${total.toFixed(1)} kB gzip of ${budget}`);
process.exitCode = total > budget ? 1 : 0;
