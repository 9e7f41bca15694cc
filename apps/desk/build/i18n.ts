/**
 * `node build/i18n.ts check`: fails unless every string of the desk is there in every language and none is stale.
 * `node build/i18n.ts add`: puts missing strings, empty, into the words file nearest to their use; drops stale ones.
 *   Folders after `add` (`features/orders`) limit it to their files.
 * `node build/i18n.ts tw`: prints zh-CN beside the Taiwan draft, for reading.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { allWords, taiwanWords, wordFiles } from './catalog.ts';
import { type Found, readMessages } from './messages.ts';

const src = new URL('../src/', import.meta.url);
const { messages, bare } = readMessages();
const used = new Set(messages.map(({ source }) => source));

if (process.argv[2] === 'add') {
  dropStale();
  for (const found of messages) if (isWanted(found.file)) addMissing(found);
}
if (process.argv[2] === 'tw') printDraft();
else report();

/** All files, or those in the folders named after `add`. */
function isWanted(file: string): boolean {
  const folders = process.argv.slice(3);
  return folders.length === 0 || folders.some((folder) => file.startsWith(folder));
}

/** `features/<name>`, `screens/<name>`, or the first folder. */
function homeOf(file: string): string {
  const parts = file.split('/');
  const depth = parts[0] === 'features' || parts[0] === 'screens' ? 2 : 1;
  return parts.slice(0, Math.min(depth, parts.length - 1)).join('/');
}

function addMissing({ source, file }: Found): void {
  if (source in allWords('zh-CN')) return;
  const path = `${homeOf(file)}/words.zh-CN.json`;
  write(path, { ...read(path), [source]: '' });
}

function dropStale(): void {
  for (const locale of ['zh-CN', 'zh-TW'] as const) {
    for (const { path, words } of wordFiles(locale)) {
      if (!isWanted(path)) continue;
      const kept = Object.entries(words).filter(([source]) => used.has(source));
      if (kept.length < Object.keys(words).length) write(path, Object.fromEntries(kept));
    }
  }
}

function read(path: string): Record<string, string> {
  const url = new URL(path, src);
  return existsSync(url) ? (JSON.parse(readFileSync(url, 'utf8')) as Record<string, string>) : {};
}

function write(path: string, words: Record<string, string>): void {
  writeFileSync(new URL(path, src), `${JSON.stringify(words, null, 2)}\n`);
}

/** Placeholders like {name} and <0> must be the same in every language. */
function holes(text: string): string {
  return [...new Set(text.match(/\{\w+(?=[,}])|<\/?\d+\/?>/g))].sort().join(' ');
}

function report(): void {
  const faults = bare.map((where) => `not translatable  ${where}`);
  for (const [locale, words] of [
    ['zh-CN', allWords('zh-CN')],
    ['zh-TW', taiwanWords()],
  ] as const) {
    for (const source of used) {
      if (!words[source]) faults.push(`missing in ${locale}  ${source}`);
      else if (holes(words[source]) !== holes(source.split('@@')[0] as string)) {
        faults.push(`other placeholders in ${locale}  ${source} → ${words[source]}`);
      }
    }
  }
  for (const locale of ['zh-CN', 'zh-TW'] as const) {
    for (const source of Object.keys(allWords(locale))) {
      if (!used.has(source)) faults.push(`stale in ${locale}  ${source}`);
    }
  }
  for (const fault of faults) console.error(fault);
  console.log(`desk: ${used.size} strings, zh-CN, zh-TW and en, ${faults.length} faults`);
  process.exitCode = faults.length > 0 ? 1 : 0;
}

function printDraft(): void {
  const taiwan = taiwanWords();
  for (const [source, text] of Object.entries(allWords('zh-CN'))) {
    console.log(`${source}\n  ${text}\n  ${taiwan[source]}`);
  }
}
