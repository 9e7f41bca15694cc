import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { missingParts } from './lib/lockfile.mjs';
import { root } from './lib/say.mjs';

const read = (path) => JSON.parse(readFileSync(join(root, path), 'utf8'));
const { packages } = read('package-lock.json');

test('the lock file names the builds of every system (else: node scripts/complete-lockfile.mjs)', () => {
  expect(missingParts(packages).map(({ name }) => name)).toEqual([]);
});

test('the lock file says what each package.json says', () => {
  const folders = Object.keys(packages).filter((path) => !path.includes('node_modules'));
  for (const folder of folders) {
    const wanted = read(join(folder, 'package.json'));
    for (const kind of ['dependencies', 'devDependencies', 'optionalDependencies']) {
      expect(packages[folder][kind] ?? {}, `${folder} ${kind}`).toEqual(wanted[kind] ?? {});
    }
  }
});

test('every part is pinned to one exact version', () => {
  const folders = Object.keys(packages).filter((path) => !path.includes('node_modules'));
  const loose = folders.flatMap((folder) => {
    const { dependencies, devDependencies, optionalDependencies } = read(
      join(folder, 'package.json'),
    );
    const all = Object.entries({ ...dependencies, ...devDependencies, ...optionalDependencies });
    return all.filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version));
  });
  expect(loose).toEqual([]);
});
