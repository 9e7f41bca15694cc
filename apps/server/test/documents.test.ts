import { globSync, readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { arrows } from './arrows.ts';

const root = resolve(import.meta.dirname, '../../..');
const notOurs = /(^|\/)(node_modules|dist|data|\.[\w-]+)$/;
const files = globSync('**/*.{ts,tsx,mjs,md,css}', {
  cwd: root,
  exclude: (path) => notOurs.test(path),
});
const documents = files.filter((file) => file.endsWith('.md'));
const textOf = (file: string): string => readFileSync(join(root, file), 'utf8');

/** Files a document names: whole or the end of a path, in backticks or as the target of a link. */
const namedIn = (text: string): string[] =>
  [...text.matchAll(/`([^`\s]+)`|\]\(([^)#\s]+)/g)]
    .map(([, quoted, linked]) => (quoted ?? linked ?? '').replace(/^(\.\.?\/)+/, ''))
    .filter((name) => /^[\w@./-]+\.(ts|tsx|mjs|md|css)$/.test(name) && !name.includes('NNNN'));

/** The module named in each line of the table of modules, from the top. */
const inTable = [...textOf('ARCHITECTURE.md').matchAll(/^\| \d +\| (\w+) +\|/gm)].map(
  ([, name]) => name as string,
);

describe('the documents', () => {
  it('name only files that are there', () => {
    const ends = new Set(
      files.flatMap((file) => file.split('/').map((_, from, parts) => parts.slice(from).join('/'))),
    );
    const gone = documents.flatMap((document) =>
      namedIn(textOf(document))
        .filter((name) => !ends.has(name) && !name.startsWith('.'))
        .map((name) => `${document}: ${name}`),
    );
    expect(gone).toEqual([]);
  });

  it('name only commands that are there', () => {
    const commands = new Set(
      globSync(['package.json', '{apps,packages}/*/package.json'], { cwd: root }).flatMap((file) =>
        Object.keys((JSON.parse(textOf(file)) as { scripts?: object }).scripts ?? {}),
      ),
    );
    const gone = documents.flatMap((document) =>
      [...textOf(document).matchAll(/`npm run ([\w:-]+)/g)]
        .filter(([, name]) => !commands.has(name as string))
        .map(([, name]) => `${document}: ${name}`),
    );
    expect(gone).toEqual([]);
  });

  it('show every module once, above all that it imports', () => {
    expect([...inTable].sort()).toEqual(Object.keys(arrows).sort());
    const upwards = Object.entries(arrows).flatMap(([from, to]) =>
      to
        .filter((name) => inTable.indexOf(name) <= inTable.indexOf(from))
        .map((name) => [from, name]),
    );
    expect(upwards).toEqual([]);
  });

  it('say of every table whose it is', () => {
    const unnamed = files.flatMap((file) => {
      const [, module] = /modules\/(\w+)\/migrations\//.exec(file) ?? [];
      if (!module) return [];
      const readme = textOf(`apps/server/src/modules/${module}/README.md`);
      return [...textOf(file).matchAll(/create (?:unlogged )?table (?:if not exists )?(\w+)/g)]
        .map(([, table]) => table as string)
        .filter((table) => !readme.includes(`\`${table}\``))
        .map((table) => `${module}: ${table}`);
    });
    expect(unnamed).toEqual([]);
  });

  it('know every file the tests begin with', () => {
    const readme = textOf('apps/server/test/README.md');
    const here = files.filter((file) => /^apps\/server\/test\/[\w.-]+\.ts$/.test(file));
    expect(here.filter((file) => !readme.includes(`\`${basename(file)}\``))).toEqual([]);
  });
});
