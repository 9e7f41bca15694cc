import { readFileSync, statSync } from 'node:fs';
import { userInfo } from 'node:os';
import { Trouble } from '../../trouble.ts';

/** The user of the operating system that PostgreSQL runs as. It refuses to run as root. */
export interface Person {
  name: string;
  /** For `spawn`: empty when it is the user of this process. */
  ids: { uid?: number; gid?: number };
}

/**
 * This process's own user; when that is root: the owner the cluster already has, or else the first
 * of `guitai`, `postgres`, `nobody` that the machine knows.
 */
export function databasePerson(cluster: string | undefined): Person {
  if (process.getuid?.() !== 0) return { name: ownName(), ids: {} };
  const known = accounts();
  const owner = cluster && statSync(cluster, { throwIfNoEntry: false })?.uid;
  const found =
    (owner && known.find((account) => account.uid === owner)) ||
    ['guitai', 'postgres', 'nobody']
      .map((name) => known.find((account) => account.name === name))
      .find((account) => account !== undefined && account.uid !== 0);
  if (found) return { name: found.name, ids: { uid: found.uid, gid: found.gid } };
  throw new Trouble(
    'PostgreSQL may not run as root and this machine has no other user for it; run Guitai as an ordinary user, or add one named guitai.',
    'PostgreSQL 不能以 root 运行，而本机没有其他可用的用户；请用普通用户运行 Guitai，或新建一个名为 guitai 的用户。',
  );
}

function ownName(): string {
  try {
    return userInfo().username;
  } catch {
    return `number ${process.getuid?.()}`; // a user id without an account, as in some containers
  }
}

function accounts(): { name: string; uid: number; gid: number }[] {
  return readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
    .filter((parts) => parts.length >= 4)
    .map(([name, , uid, gid]) => ({ name: name ?? '', uid: Number(uid), gid: Number(gid) }));
}
