import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chownSync, existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { messageOf, Trouble } from '../../trouble.ts';
import { type Binaries, program } from './binaries.ts';
import { makePrivate, type Places } from './places.ts';

/** The database's owner inside PostgreSQL. */
export const superuser = 'guitai';

/** Creates the cluster if the folder has none; a creation cut short leaves nothing behind. */
export async function ensureCluster(places: Places, binaries: Binaries): Promise<void> {
  if (existsSync(places.cluster)) return checkVersion(places.cluster, binaries);
  const part = join(places.home, `postgres.part-${process.pid}`);
  rmSync(part, { recursive: true, force: true });
  makePrivate(part, places.person);
  await initialise(part, places, binaries);
  renameSync(part, places.cluster);
}

/** Windows only: the password of the loopback connection, kept beside the cluster. */
export function loopbackPassword(places: Places): string {
  const file = join(places.home, 'postgres.password');
  if (!existsSync(file)) writeFileSync(file, randomBytes(24).toString('hex'), { mode: 0o600 });
  return readFileSync(file, 'utf8').trim();
}

/** Writes a file into the cluster, owned by the user who runs it. */
export function writeInCluster(places: Places, name: string, text: string): void {
  const path = join(places.cluster, name);
  writeFileSync(path, text, { mode: 0o600 });
  const { uid, gid } = places.person.ids;
  if (uid !== undefined) chownSync(path, uid, gid ?? 0);
}

async function initialise(folder: string, places: Places, binaries: Binaries): Promise<void> {
  const faults: string[] = [];
  // Character classes come from LC_CTYPE: with plain C, pg_trgm makes no trigrams of Chinese.
  for (const ctype of ['C.UTF-8', 'en_US.UTF-8', 'C']) {
    const fault = await initdb(folder, ctype, places, binaries);
    if (fault === undefined) return;
    faults.push(fault);
    if (!fault.includes('locale')) break;
  }
  const why = faults.at(-1)?.trim().split('\n').join(' ');
  throw new Trouble(
    `PostgreSQL could not create its files in ${places.home}: ${why}`,
    `PostgreSQL 无法在 ${places.home} 中创建文件：${why}`,
  );
}

async function initdb(
  folder: string,
  ctype: string,
  places: Places,
  binaries: Binaries,
): Promise<string | undefined> {
  const words = ['-D', folder, '-U', superuser, '--encoding=UTF8', '--locale=C'];
  words.push(`--lc-ctype=${ctype}`, '--locale-provider=builtin', '--no-instructions');
  words.push(`--builtin-locale=${ctype === 'C' ? 'C' : 'C.UTF-8'}`, ...authentication(places));
  try {
    await promisify(execFile)(program(binaries, 'initdb'), words, {
      ...places.person.ids,
      cwd: process.platform === 'win32' ? places.home : '/',
      env: { ...process.env, LC_ALL: 'C' },
    });
    return undefined;
  } catch (error) {
    const stderr = error instanceof Error && 'stderr' in error ? String(error.stderr) : '';
    return stderr || messageOf(error);
  }
}

/** On POSIX the socket's folder, which only the database's user may enter, is the lock. */
function authentication(places: Places): string[] {
  if (process.platform !== 'win32') return ['--auth=trust'];
  loopbackPassword(places);
  return ['--auth=scram-sha-256', `--pwfile=${join(places.home, 'postgres.password')}`];
}

function checkVersion(cluster: string, binaries: Binaries): void {
  const made = readFileSync(join(cluster, 'PG_VERSION'), 'utf8').trim();
  const runs = binaries.version.split('.')[0];
  if (made === runs) return;
  throw new Trouble(
    `The data in ${cluster} was made by PostgreSQL ${made}, this Guitai brings ${runs}; start it once more with the earlier Guitai and move the data with its backup command.`,
    `${cluster} 中的数据由 PostgreSQL ${made} 创建，而当前 Guitai 自带 ${runs}；请先用旧版 Guitai 启动并备份，再恢复到新版。`,
  );
}
