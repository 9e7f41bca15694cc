import { randomBytes } from 'node:crypto';
import { linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Config, Settings } from '../config.ts';
import { writableFolder } from '../data-folder.ts';
import { codeOf, messageOf, Trouble } from '../trouble.ts';

/** The settings with the secret key: the one that is set, or the data folder's own, made once. */
export function withSecretKey(settings: Settings): Config {
  return { ...settings, secretKey: settings.secretKey ?? keptKey(settings.dataDir) };
}

function keptKey(dataDir: string): string {
  const file = join(writableFolder(dataDir), 'secret.key');
  try {
    return readKey(file) ?? makeKey(file);
  } catch (cause) {
    if (cause instanceof Trouble) throw cause;
    throw new Trouble(
      `The secret key ${file} cannot be read or made (${messageOf(cause)}).`,
      `无法读取或创建密钥文件 ${file}（${messageOf(cause)}）。`,
      { cause },
    );
  }
}

function readKey(file: string): string | undefined {
  try {
    const key = readFileSync(file, 'utf8').trim();
    if (key.length >= 32) return key;
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  }
  throw new Trouble(
    `The secret key ${file} is damaged; put back the one of your backup: without it nothing sealed can be opened.`,
    `密钥文件 ${file} 已损坏；请从备份恢复，否则已加密的内容无法解开。`,
  );
}

/** Written whole before it gets its name, so that two starts at once agree on one key. */
function makeKey(file: string): string {
  const part = `${file}.${process.pid}`;
  writeFileSync(part, `${randomBytes(32).toString('base64url')}\n`, { mode: 0o600 });
  try {
    linkSync(part, file);
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
  } finally {
    rmSync(part, { force: true });
  }
  return readKey(file) ?? '';
}
