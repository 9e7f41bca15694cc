import type { FastifyRequest } from 'fastify';
import type { FileStore, NotTaken, Taken } from './store.ts';

/** Where uploads go, and how large one may be. */
export interface Uploads {
  readonly files: FileStore;
  readonly limitBytes: number;
}

/** Takes the one file of a form; a body that is no form, or has none, is a refusal of its own. */
export async function takeUpload(
  { files, limitBytes }: Uploads,
  team: string,
  request: FastifyRequest,
): Promise<Taken | NotTaken | 'missing'> {
  if (!request.isMultipart()) return 'missing';
  const part = await request.file({ limits: { fileSize: limitBytes, files: 1 } });
  if (part?.fieldname !== 'file') {
    part?.file.resume();
    return 'missing';
  }
  return files.take(team, part.file, part.filename ?? '');
}

/** A picture taken in: made anew from its pixels, with its size. */
export type TakenPicture = Taken & { readonly width: number; readonly height: number };

/** Takes the one picture of a form; anything else is of a refused type and leaves nothing. */
export async function takePicture(
  uploads: Uploads,
  team: string,
  request: FastifyRequest,
): Promise<TakenPicture | NotTaken | 'missing'> {
  const taken = await takeUpload(uploads, team, request);
  if (typeof taken === 'string') return taken;
  const { width, height } = taken;
  if (width !== null && height !== null) return { ...taken, width, height };
  await dropTaken(uploads.files, taken);
  return 'refused_type';
}

/** Removes the bytes of an upload that did not come onto the books. */
export async function dropTaken(
  files: FileStore,
  { key, thumbnailKey }: Pick<Taken, 'key' | 'thumbnailKey'>,
): Promise<void> {
  await files.remove(key);
  if (thumbnailKey) await files.remove(thumbnailKey);
}

/** How large an upload may be, as people say it. */
export const megabytes = (bytes: number): number => Math.floor(bytes / 1_048_576);
