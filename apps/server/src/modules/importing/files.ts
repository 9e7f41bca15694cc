import { createWriteStream } from 'node:fs';
import { link, mkdir, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { isId } from '../../kernel/ids.ts';

/** Where files wait to be read. They hold buyers' data: kept apart from what is served, and removed by age. */
export interface ImportFiles {
  pathOf(team: string, importId: string): string;
  /** Streams an upload to its place; its size, or null where it is larger than allowed (then nothing is kept). */
  keep(team: string, importId: string, upload: Readable): Promise<number | null>;
  /** Keeps the same file for another run; false where it is gone. */
  again(team: string, importId: string, newId: string): Promise<boolean>;
  remove(team: string, importId: string): Promise<void>;
}

export function createImportFiles(root: string, limitBytes: number): ImportFiles {
  const pathOf = (team: string, importId: string): string => {
    if (!isId(team) || !isId(importId)) throw new Error('an import has a malformed id');
    return join(root, team, importId);
  };
  const remove = (team: string, importId: string) => rm(pathOf(team, importId), { force: true });
  return {
    pathOf,
    remove,
    async again(team, importId, newId) {
      try {
        await link(pathOf(team, importId), pathOf(team, newId));
        return true;
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false;
        throw error;
      }
    },
    async keep(team, importId, upload) {
      const path = pathOf(team, importId);
      await mkdir(dirname(path), { recursive: true, mode: 0o700 });
      let size = 0;
      const counted = async function* (source: AsyncIterable<Buffer>) {
        for await (const chunk of source) {
          size += chunk.length;
          if (size <= limitBytes) yield chunk;
        }
      };
      await pipeline(upload, counted, createWriteStream(path, { mode: 0o600 }));
      if (size <= limitBytes && !(upload as { truncated?: boolean }).truncated) return size;
      await remove(team, importId);
      return null;
    },
  };
}
