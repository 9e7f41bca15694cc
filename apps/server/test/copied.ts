import { spawnSync } from 'node:child_process';
import { cpSync } from 'node:fs';

/** Copies what is in a folder into another; rights and owners as they were. */
export function copyFolder(from: string, to: string): void {
  if (process.platform === 'win32') {
    cpSync(from, to, { recursive: true });
    return;
  }
  const { status, stderr } = spawnSync('cp', ['-a', `${from}/.`, to], { encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
}
