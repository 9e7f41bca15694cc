import type { InputOf, scripts } from '@guitai/contract';
import { sql } from 'kysely';
import type { StaffActor } from '../../kernel/actor.ts';
import { can } from '../../kernel/can.ts';
import { attachment } from '../../kernel/files/name.rules.ts';
import type { FileStore, Taken } from '../../kernel/files/store.ts';
import { newId } from '../../kernel/ids.ts';
import { refuse } from '../../kernel/refusal.ts';
import type { Bare } from '../../kernel/route.ts';
import { first, run, type Tx } from '../../kernel/tx.ts';

export interface Pictures {
  readonly files: FileStore;
  readonly limitBytes: number;
}

/** A picture of a script, as the team's members may see it; undefined when there is none. */
export const readPicture = (tx: Tx, id: string): Promise<Taken | undefined> =>
  first(
    tx,
    sql`select key, thumbnail_key as "thumbnailKey", name, mime, size::int as size, width, height from script_pictures
        where team_id = ${tx.team} and id = ${id}`,
  );

const insertPicture = (tx: Tx, id: string, taken: Taken) =>
  run(
    tx,
    sql`insert into script_pictures (team_id, id, name, mime, size, width, height, key, thumbnail_key)
        values (${tx.team}, ${id}, ${taken.name}, ${taken.mime}, ${taken.size}, ${taken.width}, ${taken.height}, ${taken.key},
          ${taken.thumbnailKey})`,
  );

/** Takes one picture to be put into a script. */
export const uploadScriptPictureWith =
  ({ files, limitBytes }: Pictures) =>
  async (actor: StaffActor, { db, request, reply }: Bare) => {
    const limitMb = Math.floor(limitBytes / 1_048_576);
    if (!request.isMultipart()) return refuse('file.missing');
    const part = await request.file({ limits: { fileSize: limitBytes, files: 1 } });
    if (part?.fieldname !== 'file') {
      part?.file.resume();
      return refuse('file.missing');
    }
    const taken = await files.take(actor.team, part.file, part.filename ?? '');
    if (typeof taken === 'string') {
      reply.header('connection', 'close');
      return refuse(`file.${taken}`, { limitMb });
    }
    if (!taken.mime.startsWith('image/')) {
      await files.remove(taken.key);
      return refuse('file.refused_type', { limitMb });
    }
    const id = newId();
    await db.write(actor, (tx) => insertPicture(tx, id, taken));
    return { id, name: taken.name, width: taken.width, height: taken.height };
  };

/** The bytes of a script's picture, sandboxed like every file. */
export const getScriptPictureWith =
  ({ files }: Pictures) =>
  async (
    actor: StaffActor,
    { db, reply }: Bare,
    { pictureId, size }: InputOf<typeof scripts.getScriptPicture>,
  ) => {
    const row =
      can(actor, 'scripts.read') === 'yes'
        ? await db.read(actor, (tx) => readPicture(tx, pictureId))
        : undefined;
    if (!row) return refuse('file.not_found');
    const small = size === 'thumbnail' && row.thumbnailKey !== null;
    const found = await files.read(small ? (row.thumbnailKey as string) : row.key);
    if (!found) return refuse('file.not_found');
    return reply
      .type(small ? 'image/webp' : row.mime)
      .header('content-length', found.size)
      .header('cache-control', 'private, max-age=86400, immutable')
      .header('x-content-type-options', 'nosniff')
      .header('content-security-policy', "default-src 'none'; sandbox")
      .header('cross-origin-resource-policy', 'same-origin')
      .header('content-disposition', attachment(row.name))
      .send(found.stream);
  };
