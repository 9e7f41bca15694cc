import { accessSync, constants, mkdirSync, realpathSync } from 'node:fs';
import { resolve } from 'node:path';
import { codeOf, messageOf, Trouble } from './trouble.ts';

/** Makes the data folder where needed; its real path, or a Trouble when this user cannot write it. */
export function writableFolder(dataDir: string): string {
  const wanted = resolve(dataDir);
  try {
    mkdirSync(wanted, { recursive: true });
    accessSync(wanted, constants.R_OK | constants.W_OK | constants.X_OK);
    return realpathSync(wanted);
  } catch (cause) {
    throw new Trouble(
      `The data folder ${wanted} cannot be written (${codeOf(cause) ?? messageOf(cause)}); give this user the right to it, or set GUITAI_DATA_DIR to another folder.`,
      `数据目录 ${wanted} 不可写（${codeOf(cause) ?? messageOf(cause)}）；请授予当前用户写权限，或用 GUITAI_DATA_DIR 指定其他目录。`,
      { cause },
    );
  }
}
