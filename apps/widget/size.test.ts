import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const outDir = mkdtempSync(join(tmpdir(), 'guitai-widget-'));
const gzipped = (path: string) => gzipSync(readFileSync(path), { level: 9 }).length;

describe('WID-01 what a buyer downloads', () => {
  beforeAll(async () => {
    const configFile = join(import.meta.dirname, 'vite.config.ts');
    for (const mode of ['production', 'loader'])
      await build({ configFile, mode, logLevel: 'silent', build: { outDir, emptyOutDir: false } });
  }, 60_000);
  afterAll(() => rmSync(outDir, { recursive: true, force: true }));

  const isOwn = (path: string) => /\/own-[^/]*\.js$/.test(path);
  const assets = () =>
    readdirSync(join(outDir, 'assets')).map((name) => join(outDir, 'assets', name));

  test('the loader takes at most 2 kB', () => {
    expect(gzipped(join(outDir, 'loader.js'))).toBeLessThanOrEqual(2_000);
  });

  test('loader, page, code, style and the largest language take at most 15 kB together', () => {
    const words = assets().filter((path) => /\/(en|zh-CN|zh-TW)-[^/]*\.js$/.test(path));
    const common = assets().filter((path) => !words.includes(path) && !isOwn(path));
    const always = [join(outDir, 'loader.js'), join(outDir, 'frame.html'), ...common];
    expect(words.length).toBe(3);
    const sum = (paths: string[]) => paths.reduce((total, path) => total + gzipped(path), 0);
    const most = sum(always) + Math.max(...words.map(gzipped));
    expect(most).toBeLessThanOrEqual(15_000);
  });

  test('the own orders come when they are asked for, in at most 5 kB', () => {
    const [own, ...others] = assets().filter(isOwn);
    expect(others).toEqual([]);
    expect(gzipped(own ?? '')).toBeLessThanOrEqual(5_000);
  });

  test('no markup is made from text, nothing is evaluated, the host page has no cookie', () => {
    const code = [...assets(), join(outDir, 'loader.js')]
      .map((path) => readFileSync(path, 'utf8'))
      .join('\n');
    for (const forbidden of [
      'innerHTML',
      'outerHTML',
      'insertAdjacentHTML',
      'document.write',
      'eval(',
      'new Function',
      'srcdoc',
    ])
      expect(code.includes(forbidden), forbidden).toBe(false);
    expect(readFileSync(join(outDir, 'loader.js'), 'utf8')).not.toContain('cookie');
    expect(readFileSync(join(outDir, 'frame.html'), 'utf8')).not.toMatch(/<script>|style=|onload=/);
  });
});
