import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { arrows } from './arrows.ts';

const src = resolve(import.meta.dirname, '../src');
const sources = globSync('**/*.ts', { cwd: src }).filter((file) => !file.endsWith('.test.ts'));

const importsOf = (file: string): string[] =>
  [...readFileSync(join(src, file), 'utf8').matchAll(/(?:from|import)\s*\(?\s*'(\.[^']+)'/g)].map(
    (hit) => relative(src, resolve(src, dirname(file), hit[1] as string)),
  );

/** What a file needs to run; types it only reads. */
const needsOf = (file: string): string[] =>
  [
    ...readFileSync(join(src, file), 'utf8').matchAll(
      /^(?:import|export) (?!type )(?!\{(?:\s*type \w+(?: as \w+)?,?)*\s*\})[^;']*? from '(\.[^']+)'/gm,
    ),
  ].map((hit) => relative(src, resolve(src, dirname(file), hit[1] as string)));

const roomOf = (file: string): string => file.split('/').slice(0, 2).join('/');
const moduleOf = (file: string): string | null =>
  file.startsWith('modules/') ? (file.split('/')[1] ?? null) : null;
const modules = [...new Set(sources.map(moduleOf).filter((name) => name !== null))].sort();

describe('the house', () => {
  it('lets modules import downwards only, through index.ts', () => {
    const faults: string[] = [];
    for (const file of sources) {
      const from = moduleOf(file);
      if (from === null) continue;
      for (const target of importsOf(file)) {
        const to = moduleOf(target);
        if (to === null || to === from) continue;
        if (!arrows[from]?.includes(to)) faults.push(`${file} → ${to} is not an allowed arrow`);
        if (target !== `modules/${to}/index.ts`)
          faults.push(`${file} goes around the door: ${target}`);
      }
    }
    expect(faults).toEqual([]);
  });

  it('knows every module in the table of arrows, and draws no circle', () => {
    expect(modules.filter((name) => !(name in arrows))).toEqual([]);
    const visit = (name: string, path: readonly string[]): string[] =>
      path.includes(name)
        ? [[...path, name].join(' → ')]
        : (arrows[name] ?? []).flatMap((next) => visit(next, [...path, name]));
    expect(Object.keys(arrows).flatMap((name) => visit(name, []))).toEqual([]);
  });

  it('draws no circle of files', () => {
    const next = new Map(sources.map((file) => [file, needsOf(file)]));
    const done = new Set<string>();
    const walk = (file: string, path: readonly string[]): string[] => {
      if (path.includes(file)) return [[...path.slice(path.indexOf(file)), file].join(' → ')];
      if (done.has(file)) return [];
      const found = (next.get(file) ?? []).flatMap((one) => walk(one, [...path, file]));
      done.add(file);
      return found;
    };
    expect(sources.flatMap((file) => walk(file, []))).toEqual([]);
  });

  it('keeps the kernel free of modules and adapters, and adapters free of modules', () => {
    const faults = sources.flatMap((file) =>
      importsOf(file)
        .filter(
          (target) =>
            (file.startsWith('kernel/') && !target.startsWith('kernel/')) ||
            (file.startsWith('adapters/') &&
              target.startsWith('modules/') &&
              !target.endsWith('ports.ts')),
        )
        .map((target) => `${file} → ${target}`),
    );
    expect(faults).toEqual([]);
  });

  it('gives every module the same furniture', () => {
    const missing = modules.flatMap((name) =>
      ['README.md', 'index.ts']
        .filter((piece) => !existsSync(join(src, 'modules', name, piece)))
        .map((piece) => `${name}/${piece}`),
    );
    expect(missing).toEqual([]);
  });

  it('sends requests to the outside through one door', () => {
    const doors = sources.filter((file) =>
      /(?:from |import\()'(?:undici|node:https?)'|\bfetch\(/.test(
        readFileSync(join(src, file), 'utf8').replace(/import type [^;]+;/g, ''),
      ),
    );
    expect(doors).toEqual(['kernel/outbound.ts']);
  });

  it('touches only the own tables in SQL, and published views of others', () => {
    const owners = new Map<string, string>();
    for (const file of sources) {
      const text = readFileSync(join(src, file), 'utf8');
      for (const hit of text.matchAll(/create (?:unlogged )?table (?:if not exists )?(\w+)/g))
        owners.set(hit[1] as string, roomOf(file));
    }
    const kernelRooms = new Set(['kernel/migrate.ts']);
    const faults: string[] = [];
    for (const file of sources) {
      if (moduleOf(file) === null || file.includes('/migrations/')) continue;
      const text = readFileSync(join(src, file), 'utf8');
      for (const hit of text.matchAll(/\b(?:from|join|into|update)\s+([a-z_]+)(?![\w.(])/g)) {
        const owner = owners.get(hit[1] as string);
        if (owner && owner !== roomOf(file) && !kernelRooms.has(owner))
          faults.push(`${file}: ${hit[1]} belongs to ${owner}`);
      }
    }
    expect(faults).toEqual([]);
  });
});
