import { randomBytes } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, open, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { isId } from '../ids.ts';
import { safeName } from './name.rules.ts';
import { isPicture, remakePicture } from './picture.ts';
import { headBytes, typeOf } from './type.rules.ts';

/** A file taken in, under keys that say nothing about it. */
export interface Taken {
  readonly key: string;
  readonly thumbnailKey: string | null;
  readonly name: string;
  readonly mime: string;
  readonly size: number;
  readonly width: number | null;
  readonly height: number | null;
}

export type NotTaken = 'too_large' | 'empty' | 'refused_type' | 'unreadable';

export interface FileStore {
  /** Streams an upload to disk, looks at what it is, and keeps it; or says why not and leaves nothing. */
  take(
    team: string,
    upload: Readable & { truncated?: boolean },
    claimedName: string,
  ): Promise<Taken | NotTaken>;
  /** The bytes under a key; null when they are gone. */
  read(key: string): Promise<{ stream: Readable; size: number } | null>;
  remove(key: string): Promise<void>;
  /** Keys of everything in one of a team's folders, as it lies. */
  list(team: string, folder: string): Promise<string[]>;
  /** When the bytes under a key were written, in milliseconds; null when they are gone. */
  placedAt(key: string): Promise<number | null>;
}

const keyPattern = /^[0-9a-f-]{36}\/[0-9a-f]{2}\/[\w-]{32}$/;

const newKey = (team: string): string => {
  const random = randomBytes(24);
  return `${team}/${random.subarray(0, 1).toString('hex')}/${random.toString('base64url')}`;
};

async function headOf(path: string): Promise<Buffer> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(headBytes), 0, headBytes, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

/** Makes sure that what was acknowledged survives a power cut. */
async function settle(path: string): Promise<void> {
  for (const one of [path, dirname(path)]) {
    const handle = await open(one);
    try {
      await handle.sync();
    } finally {
      await handle.close();
    }
  }
}

/** Files on disk below `root`, outside of everything that is served as it lies. */
export function createFileStore(root: string, limitBytes: number): FileStore {
  const pathOf = (key: string): string => {
    if (!keyPattern.test(key)) throw new Error('a file key was malformed');
    return join(root, key);
  };

  const incoming = join(root, 'incoming');
  // What an ended process left half received.
  const swept = readdir(incoming).then(
    (names) => Promise.all(names.map((name) => rm(join(incoming, name), { force: true }))),
    () => [],
  );

  const receive = async (
    upload: Readable & { truncated?: boolean },
  ): Promise<string | NotTaken> => {
    await swept;
    await mkdir(incoming, { recursive: true, mode: 0o700 });
    const path = join(incoming, randomBytes(16).toString('hex'));
    let size = 0;
    let over = false;
    const counted = async function* (source: AsyncIterable<Buffer>) {
      for await (const chunk of source) {
        size += chunk.length;
        over ||= size > limitBytes;
        if (!over) yield chunk;
      }
    };
    try {
      await pipeline(upload, counted, createWriteStream(path, { mode: 0o600, flags: 'wx' }));
    } catch (error) {
      await rm(path, { force: true });
      throw error;
    }
    if (!over && !upload.truncated && size > 0) return path;
    await rm(path, { force: true });
    return size === 0 ? 'empty' : 'too_large';
  };

  const place = async (team: string, put: (path: string) => Promise<void>): Promise<string> => {
    const key = newKey(team);
    const path = pathOf(key);
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    await put(path);
    await settle(path);
    return key;
  };

  const takePicture = async (
    team: string,
    path: string,
    name: string,
    mime: string,
  ): Promise<Taken | NotTaken> => {
    const picture = await remakePicture(path, mime);
    if (!picture) return 'unreadable';
    const { bytes, thumbnail, width, height } = picture;
    const write = (data: Buffer) => (to: string) =>
      writeFile(to, data, { mode: 0o600, flag: 'wx' });
    const key = await place(team, write(bytes));
    const thumbnailKey = await place(team, write(thumbnail));
    return { key, thumbnailKey, name, mime: picture.mime, size: bytes.length, width, height };
  };

  return {
    async take(team, upload, claimedName) {
      if (!isId(team)) throw new Error('a team id was malformed');
      const path = await receive(upload);
      if (path === 'empty' || path === 'too_large') return path;
      try {
        const { fileTypeFromFile } = await import('file-type');
        const sniffed = await fileTypeFromFile(path).catch(() => undefined);
        const mime = typeOf(await headOf(path), claimedName, sniffed?.mime);
        if (mime === null) return 'refused_type';
        const name = safeName(claimedName, mime);
        if (isPicture(mime)) return await takePicture(team, path, name, mime);
        const { size } = await stat(path);
        const key = await place(team, (to) => rename(path, to));
        return { key, thumbnailKey: null, name, mime, size, width: null, height: null };
      } finally {
        await rm(path, { force: true });
      }
    },
    async read(key) {
      const path = pathOf(key);
      const found = await stat(path).catch(() => null);
      return found?.isFile() ? { stream: createReadStream(path), size: found.size } : null;
    },
    async remove(key) {
      await rm(pathOf(key), { force: true });
    },
    async list(team, folder) {
      const names = await readdir(join(root, team, folder)).catch((error) => {
        if (error.code === 'ENOENT') return [];
        throw error;
      });
      return names.map((name) => `${team}/${folder}/${name}`).filter((key) => keyPattern.test(key));
    },
    async placedAt(key) {
      const found = await stat(pathOf(key)).catch(() => null);
      return found?.isFile() ? found.mtimeMs : null;
    },
  };
}
