import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { firstLoad, firstLoadBytes, firstLoadLimit, languages } from './first-load.ts';

const built = process.env.TEST_BUILT === 'yes';
const dist = built
  ? join(import.meta.dirname, '../dist')
  : mkdtempSync(join(tmpdir(), 'guitai-desk-'));

/** `npm test` builds the desk first; a single test file builds it for itself. */
describe('DESK-01 what a person downloads until the inbox can be used', () => {
  beforeAll(async () => {
    const configFile = join(import.meta.dirname, '../vite.config.ts');
    const output = { outDir: dist, emptyOutDir: true };
    if (!built) await build({ configFile, logLevel: 'silent', build: output });
  }, 300_000);
  afterAll(() => {
    if (!built) rmSync(dist, { recursive: true, force: true });
  });

  test('weighs at most 350 kB in every language', () => {
    expect(firstLoadBytes(dist)).toBeLessThanOrEqual(firstLoadLimit);
  }, 60_000);

  test('has the page, the inbox and the words of one language', () => {
    for (const language of languages) {
      const files = [...firstLoad(dist, language)];
      const words = files.filter((file) => file.includes('/words.'));
      expect(words).toHaveLength(2);
      expect(words.every((file) => file.includes(`/words.${language}.`))).toBe(true);
      expect(files.some((file) => file.includes('/InboxScreen-'))).toBe(true);
    }
  }, 60_000);
});
