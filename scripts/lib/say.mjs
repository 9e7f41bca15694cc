// Plain JavaScript for any Node from 18 on: this runs before the right runtime is there.
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The root of the clone. */
export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** A step of the work, for the person who waits. */
export function say(line) {
  process.stdout.write(`  ${line}\n`);
}

/** Something the person can mend: one sentence in both languages, non-zero exit. */
export class Trouble extends Error {
  constructor(en, zh) {
    super(en);
    this.zh = zh;
  }
}

/** Ends the program with the sentence of a Trouble, or with the stack of anything else. */
export function giveUp(error) {
  const trouble = error instanceof Trouble ? error : unwritable(error);
  process.stderr.write(
    trouble ? `\n${trouble.message}\n${trouble.zh}\n` : `\n${error?.stack ?? error}\n`,
  );
  process.exit(1);
}

function unwritable({ code, path }) {
  if (!['EACCES', 'EPERM', 'EROFS', 'ENOSPC'].includes(code)) return undefined;
  return new Trouble(
    `${path ?? root} cannot be written (${code}); give this user the right to it, or clone into a folder of your own.`,
    `${path ?? root} 不可写（${code}）；请授予当前用户写权限，或克隆到自己的目录。`,
  );
}
