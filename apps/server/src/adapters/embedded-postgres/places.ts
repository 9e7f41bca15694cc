import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  rmdirSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { writableFolder } from '../../data-folder.ts';
import { codeOf, Trouble } from '../../trouble.ts';
import { databasePerson, type Person } from './person.ts';

/** Where the parts of one instance's database lie. */
export interface Places {
  /** The instance's data folder, with real path. */
  base: string;
  /** Holds `postgres/`, the lock and the server's log; the base unless that is out of reach. */
  home: string;
  /** The cluster (PGDATA). */
  cluster: string;
  person: Person;
}

/** Makes the data folder where needed and says where the cluster lies or will lie. */
export function choosePlaces(dataDir: string, say: (line: string) => void): Places {
  const base = writableFolder(dataDir);
  const note = join(base, 'database-is-at');
  if (existsSync(note)) return placesAt(base, readFileSync(note, 'utf8').trim());
  const here = placesAt(base, base);
  if (suits(here)) return here;
  if (existsSync(here.cluster)) throw unreachable(here);
  const away = placesAt(base, join(otherHome(), shortHash(base)));
  mkdirSync(away.home, { recursive: true, mode: 0o755 });
  if (!suits(away)) throw unreachable(away);
  writeFileSync(note, `${away.home}\n`);
  say(
    `The user ${here.person.name}, who runs the database, cannot work in ${base}: its files are kept in ${away.home}`,
  );
  return away;
}

/** Where the socket lies: a short path (some 100 characters is the most), one per cluster. */
export function socketPath({ cluster, person }: Places): string {
  return `/tmp/guitai-${person.ids.uid ?? process.getuid?.() ?? 0}-${shortHash(cluster)}`;
}

/** Makes the socket's folder, which only the database's user may enter. */
export function socketFolder(places: Places): string {
  const folder = socketPath(places);
  makePrivate(folder, places.person);
  return folder;
}

/** Where things go that the database's user could not reach otherwise. */
export function otherHome(): string {
  if (process.getuid?.() === 0) return '/var/lib/guitai';
  return join(process.env.XDG_DATA_HOME ?? join(homedir(), '.local', 'share'), 'guitai');
}

/** Creates a folder for `person` alone, or throws when somebody else has put one there. */
export function makePrivate(folder: string, person: Person): void {
  try {
    mkdirSync(folder, { mode: 0o700 });
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
  }
  if (process.platform === 'win32') return;
  const found = lstatSync(folder);
  const uid = person.ids.uid ?? process.getuid?.();
  if (!found.isDirectory() || (found.uid !== uid && found.uid !== process.getuid?.())) {
    throw new Trouble(
      `${folder} belongs to somebody else; remove it and start again.`,
      `${folder} 属于其他用户；请删除它后重新启动。`,
    );
  }
  if (person.ids.uid !== undefined) chownSync(folder, person.ids.uid, person.ids.gid ?? 0);
  chmodSync(folder, 0o700);
}

/** A short name for a path, the same at every start. */
function shortHash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 12);
}

function placesAt(base: string, home: string): Places {
  const cluster = join(home, 'postgres');
  return { base, home, cluster, person: databasePerson(cluster) };
}

/** Whether the database's user can enter the home and folders keep their mode there. */
function suits({ home, cluster, person }: Places): boolean {
  if (process.platform === 'win32') return true;
  const probe = existsSync(cluster) ? cluster : home;
  const entered = spawnSync('/bin/sh', ['-c', 'cd "$0"', probe], { ...person.ids, cwd: '/' });
  if (entered.status !== 0) return false;
  const trial = join(home, `.trial-${process.pid}`);
  mkdirSync(trial, { mode: 0o700 });
  try {
    return (statSync(trial).mode & 0o077) === 0;
  } finally {
    rmdirSync(trial);
  }
}

function unreachable({ cluster, person }: Places): Trouble {
  return new Trouble(
    `The user ${person.name}, who runs the database, cannot reach ${cluster}; open the folders above it (chmod a+x), or start Guitai as the user who made it.`,
    `运行数据库的用户 ${person.name} 无法访问 ${cluster}；请放开其上级目录的进入权限（chmod a+x），或用创建它的用户启动 Guitai。`,
  );
}
