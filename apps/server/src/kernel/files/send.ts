import type { FastifyReply } from 'fastify';
import type { Bare } from '../route.ts';
import { attachment } from './name.rules.ts';
import type { FileStore } from './store.ts';

/** A file on the books. */
export interface Sendable {
  readonly id: string;
  readonly key: string;
  readonly thumbnailKey: string | null;
  readonly name: string;
  readonly mime: string;
}

interface Sending {
  /** The small form of a picture, where there is one. */
  readonly small: boolean;
  /** Pages of other sites may show it; without it only ours. */
  readonly anywhere?: boolean;
}

/**
 * Sends a file's bytes so that a browser does nothing with them but show a picture or save them: as a download, of the
 * type we found, sandboxed. The permission was asked just before; the browser must ask again each time. Null when the bytes are gone.
 */
export async function sendBytes(
  files: FileStore,
  { request, reply }: Pick<Bare, 'request' | 'reply'>,
  row: Sendable,
  { small, anywhere = false }: Sending,
): Promise<FastifyReply | null> {
  const thumbnail = small ? row.thumbnailKey : null;
  const etag = `"${row.id}${thumbnail === null ? '' : '-s'}"`;
  reply
    .header('cache-control', 'private, no-cache')
    .header('etag', etag)
    .header('x-content-type-options', 'nosniff')
    .header('content-security-policy', "default-src 'none'; sandbox")
    .header('cross-origin-resource-policy', anywhere ? 'cross-origin' : 'same-origin')
    .header('content-disposition', attachment(row.name));
  if (request.headers['if-none-match'] === etag) return reply.code(304).send();
  const found = await files.read(thumbnail ?? row.key);
  if (!found) return null;
  const type = row.mime === 'text/plain' ? 'text/plain; charset=utf-8' : row.mime;
  return reply
    .type(thumbnail === null ? type : 'image/webp')
    .header('content-length', found.size)
    .send(found.stream);
}
