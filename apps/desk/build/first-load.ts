import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

interface Chunk {
  readonly file: string;
  readonly imports?: readonly string[];
  readonly css?: readonly string[];
}

type Manifest = Readonly<Record<string, Chunk>>;

/** What the first load may weigh: bytes of gzip, as they travel. */
export const firstLoadLimit = 350_000;

/** The page and the inbox; and of one language their words, antd's and the dates'. */
const entries = {
  'zh-CN':
    /(?:^index\.html|\/InboxScreen\.tsx|antd\/es\/locale\/zh_CN\.js|dayjs\/locale\/zh-cn\.js)$/,
  'zh-TW':
    /(?:^index\.html|\/InboxScreen\.tsx|antd\/es\/locale\/zh_TW\.js|dayjs\/locale\/zh-tw\.js)$/,
  en: /(?:^index\.html|\/InboxScreen\.tsx|antd\/es\/locale\/en_US\.js)$/,
};
export type Language = keyof typeof entries;
export const languages = Object.keys(entries) as Language[];

const words = /virtual:words\/(?<language>[^/]+)\/(?:app\/main|screens\/inbox\/InboxScreen)\.tsx$/;

/** Files of a built desk (below `dist`) that a browser fetches until the inbox can be used, in one language. */
export function firstLoad(dist: string, language: Language): ReadonlySet<string> {
  const text = readFileSync(join(dist, '.vite/manifest.json'), 'utf8');
  const manifest = JSON.parse(text) as Manifest;
  const files = new Set(['index.html', 'before-paint.js']);
  for (const name of Object.keys(manifest)) {
    const spoken = words.exec(name)?.groups?.language;
    if (spoken === undefined ? entries[language].test(name) : spoken === language)
      bring(manifest, name, files);
  }
  return files;
}

/** A chunk with its style sheets and all that it imports at once. */
function bring(manifest: Manifest, name: string, files: Set<string>): void {
  const chunk = manifest[name];
  if (!chunk || files.has(chunk.file)) return;
  files.add(chunk.file);
  for (const style of chunk.css ?? []) files.add(style);
  for (const other of chunk.imports ?? []) bring(manifest, other, files);
}

/** What a file weighs on its way. */
export const gzippedBytes = (path: string): number =>
  gzipSync(readFileSync(path), { level: 9 }).length;

/** The weight of the first load in the language that has most to bring. */
export function firstLoadBytes(dist: string): number {
  const loads = languages.map((language) => [...firstLoad(dist, language)]);
  const bytes = new Map(
    [...new Set(loads.flat())].map((file) => [file, gzippedBytes(join(dist, file))]),
  );
  return Math.max(
    ...loads.map((files) => files.reduce((sum, file) => sum + (bytes.get(file) ?? 0), 0)),
  );
}
