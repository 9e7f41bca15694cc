import { createReadStream } from 'node:fs';
import { mkdir, open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { isId } from '../ids.ts';

/** Files that arrive in pieces, each under the id of its upload, until they are whole. */
export interface PartialFiles {
  /** Writes a piece where it belongs, safe against a power cut once it resolves. */
  write(id: string, offset: number, piece: Uint8Array): Promise<void>;
  read(id: string): Readable;
  remove(id: string): Promise<void>;
}

export function createPartialFiles(root: string): PartialFiles {
  const folder = join(root, 'partial');
  const pathOf = (id: string): string => {
    if (!isId(id)) throw new Error('an upload id was malformed');
    return join(folder, id);
  };
  return {
    async write(id, offset, piece) {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      const file = await open(pathOf(id), offset === 0 ? 'w' : 'r+', 0o600);
      try {
        await file.write(piece, 0, piece.length, offset);
        await file.truncate(offset + piece.length);
        await file.sync();
      } finally {
        await file.close();
      }
    },
    read: (id) => createReadStream(pathOf(id)),
    remove: (id) => rm(pathOf(id), { force: true }),
  };
}
