import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { expect, test } from 'vitest';

/**
 * Features never import each other: screens compose them. The exceptions are these, downwards only: what after-sales does about
 * money are acts on an order, with the forms, amounts and words of acts, and a shop's rules name the states and reasons of orders.
 */
const arrows: Readonly<Record<string, readonly string[]>> = {
  aftersales: ['orders'],
  payments: ['orders'],
  shops: ['orders'],
};

const here = import.meta.dirname;

const sources = readdirSync(here, { recursive: true, encoding: 'utf8' }).filter((file) =>
  /\.tsx?$/.test(file),
);

/** The features a source file of a feature imports from, besides its own. */
function importedBy(file: string): string[] {
  const text = readFileSync(join(here, file), 'utf8');
  return [...text.matchAll(/from '(\.[^']+)'/g)]
    .map(([, path = '']) => relative(here, join(here, dirname(file), path)))
    .filter((path) => !path.startsWith('..') && path.includes('/'))
    .map((path) => path.split('/')[0] ?? '')
    .filter((feature) => feature !== file.split('/')[0]);
}

test('a feature imports no other one, but along the arrows', () => {
  const found = sources.flatMap((file) =>
    importedBy(file)
      .filter((feature) => !arrows[file.split('/')[0] ?? '']?.includes(feature))
      .map((feature) => `${file} imports ${feature}`),
  );
  expect(found).toEqual([]);
  expect(sources.length).toBeGreaterThan(100);
});
