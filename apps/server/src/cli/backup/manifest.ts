import { createHash } from 'node:crypto';
import { createReadStream, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { Trouble } from '../../trouble.ts';

/** One table in a backup. */
export interface SavedTable {
  /** Quoted, with its schema. */
  readonly name: string;
  /** Quoted, in the order of the file. */
  readonly columns: readonly string[];
  readonly rows: number;
  readonly file: string;
  /** SHA-256 of the file, hexadecimal. */
  readonly hash: string;
}

/** What a backup holds; written last, so that a folder with one is whole. */
export interface Manifest {
  readonly format: 1;
  readonly version: string;
  readonly at: string;
  /** `module/id` of every migration that had run. */
  readonly migrations: readonly string[];
  readonly tables: readonly SavedTable[];
  readonly sequences: readonly { name: string; value: string; called: boolean }[];
}

const nameOf = (folder: string): string => join(folder, 'manifest.json');

export function writeManifest(folder: string, manifest: Manifest): void {
  writeFileSync(nameOf(folder), `${JSON.stringify(manifest, null, 2)}\n`, { mode: 0o600 });
}

/** Reads a backup's manifest; a Trouble when there is none or when it is of another kind. */
export function readManifest(folder: string): Manifest {
  if (!existsSync(nameOf(folder))) {
    throw new Trouble(
      `${folder} holds no complete backup (no manifest.json).`,
      `${folder} 中没有完整的备份（缺少 manifest.json）。`,
    );
  }
  const manifest = JSON.parse(readFileSync(nameOf(folder), 'utf8')) as Manifest;
  if (manifest.format === 1) return manifest;
  throw new Trouble(
    `The backup in ${folder} was made by a newer Guitai; restore it with that one.`,
    `${folder} 中的备份由更新版本的 Guitai 创建，请用该版本恢复。`,
  );
}

/** Compares every file with its hash before anything is restored. */
export async function checkFiles(folder: string, manifest: Manifest): Promise<void> {
  for (const { file, hash } of manifest.tables) {
    if ((await hashOf(join(folder, file))) !== hash) {
      throw new Trouble(
        `The file ${file} of the backup is damaged; nothing was restored.`,
        `备份文件 ${file} 已损坏；未恢复任何内容。`,
      );
    }
  }
}

/** SHA-256 of a file, hexadecimal. */
export async function hashOf(file: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  return hash.digest('hex');
}
