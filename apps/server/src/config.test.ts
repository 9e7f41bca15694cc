import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { readSettings } from './config.ts';
import { settingsPage } from './settings/page.ts';
import { withSecretKey } from './settings/secret-key.ts';

test('without an environment every setting has a sensible value', () => {
  expect(readSettings({})).toMatchObject({
    port: 7070,
    host: '127.0.0.1',
    databaseUrl: null,
    roles: ['web', 'worker', 'realtime'],
    trustProxy: false,
    uploadLimitBytes: 20 * 1024 * 1024,
  });
});

test('an empty text counts as absent; values are read as their kind', () => {
  const read = readSettings({
    PORT: '',
    GUITAI_ROLES: 'worker, web',
    GUITAI_TRUST_PROXY: 'yes',
    GUITAI_PUBLIC_URL: 'https://desk.example.com/',
  });
  expect(read.port).toBe(7070);
  expect(read.roles).toEqual(['web', 'worker']);
  expect(read.trustProxy).toBe(true);
  expect(read.publicUrl).toBe('https://desk.example.com');
});

test.each([
  ['PORT', '70700', 'a whole number from 0 to 65535'],
  ['PORT', '7e3', 'a whole number'],
  ['GUITAI_ROLES', 'web,wroker', 'some of web, worker, realtime'],
  ['GUITAI_TRUST_PROXY', 'perhaps', 'yes or no'],
  ['GUITAI_PUBLIC_URL', 'desk.example.com', 'an address like'],
  ['DATABASE_URL', 'mysql://localhost/x', 'an address like postgresql://'],
  ['GUITAI_LOG_LEVEL', 'loud', 'one of debug'],
])(
  'OPS wrong setting: %s=%s is refused with one sentence in both languages',
  (name, text, must) => {
    const reading = () => readSettings({ [name]: text });
    expect(reading).toThrow(`The setting ${name} "${text}" is wrong: it must be ${must}`);
    expect(reading).toThrow(
      expect.objectContaining({ zh: expect.stringContaining(`设置 ${name}`) }),
    );
  },
);

test('a secret is never repeated in the refusal', () => {
  const reading = () => readSettings({ GUITAI_SECRET_KEY: 'too-short' });
  expect(reading).toThrow('GUITAI_SECRET_KEY is wrong: it must be at least 32 characters');
});

test('an unknown name of ours is refused with the nearest one', () => {
  expect(() => readSettings({ GUITAI_DATADIR: '/x' })).toThrow('did you mean GUITAI_DATA_DIR?');
  expect(() => readSettings({ GUITARS: 'six' })).not.toThrow();
});

test('the secret key is made once, for this user alone, and kept', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'guitai-test-'));
  onTestFinished(() => rmSync(dataDir, { recursive: true, force: true }));
  const read = { ...readSettings({}), dataDir };
  const { secretKey } = withSecretKey(read);
  expect(secretKey).toHaveLength(43);
  expect(withSecretKey(read).secretKey).toBe(secretKey);
  expect(statSync(join(dataDir, 'secret.key')).mode & 0o777).toBe(0o600);
  writeFileSync(join(dataDir, 'secret.key'), 'cut');
  expect(() => withSecretKey(read)).toThrow('is damaged');
});

test('docs/settings.md is current', () => {
  const page = readFileSync(new URL('../../../docs/settings.md', import.meta.url), 'utf8');
  expect(page).toBe(settingsPage());
});
