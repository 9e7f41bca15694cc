import type { channels, InputOf } from '@guitai/contract';
import type { FastifyRequest } from 'fastify';
import type { BuyerActor } from '../../kernel/actor.ts';
import { sendBytes } from '../../kernel/files/send.ts';
import type { NotTaken } from '../../kernel/files/store.ts';
import { dropTaken, megabytes, takeUpload, type Uploads } from '../../kernel/files/upload.ts';
import type { Limiter } from '../../kernel/rate.ts';
import { isRefusal, refuse } from '../../kernel/refusal.ts';
import type { Bare } from '../../kernel/route.ts';
import { enterVisitor } from '../channels/index.ts';
import type { ChatLimits } from './chat.send.ts';
import { tooMany } from './chat.send.ts';
import { fileForBuyer } from './chat-file.store.ts';
import { keepUpload } from './upload.ts';

const codes: Readonly<
  Record<
    NotTaken | 'missing',
    'chat.file_too_large' | 'chat.file_type_refused' | 'chat.file_damaged'
  >
> = {
  too_large: 'chat.file_too_large',
  empty: 'chat.file_damaged',
  missing: 'chat.file_damaged',
  unreadable: 'chat.file_damaged',
  refused_type: 'chat.file_type_refused',
};

/** What the upload says it weighs; one that does not say counts as the largest. */
const sizeOf = ({ headers }: FastifyRequest, most: number): number => {
  const said = Number(headers['content-length']);
  return said >= 0 && said < most ? said : most;
};

/** Stores a file for the visitor's next word; it may be the very first thing they do. */
export const uploadChatFileWith =
  (uploads: Uploads, limits: ChatLimits & { readonly uploads: Limiter; readonly bytes: Limiter }) =>
  async (actor: BuyerActor, { db, request, reply }: Bare) => {
    if (actor.visitorSecret === null) return refuse('visitor.unknown');
    const address = actor.from?.address ?? '';
    const flood =
      tooMany(actor, limits) ??
      limits.uploads(actor.visitor ?? address) ??
      limits.bytes(address, sizeOf(request, uploads.limitBytes));
    if (flood) return flood;
    const taken = await takeUpload(uploads, actor.team, request);
    if (typeof taken === 'string') {
      reply.header('connection', 'close');
      return refuse(codes[taken], { limit: `${megabytes(uploads.limitBytes)} MB` });
    }
    const visitor = await db.write(actor, (tx) => enterVisitor(actor, tx, {}));
    const kept = isRefusal(visitor)
      ? visitor
      : await keepUpload(db, visitor, { conversationId: null, channelId: actor.channel }, taken);
    if (!isRefusal(kept)) return { file: kept };
    await dropTaken(uploads.files, taken);
    return kept;
  };

/** The bytes of a file of the own chat. */
export const getChatFileWith =
  ({ files }: Uploads) =>
  async (actor: BuyerActor, bare: Bare, { fileId, size }: InputOf<typeof channels.getChatFile>) => {
    if (actor.buyer === null) return refuse('visitor.unknown');
    const row = await bare.db.read(actor, (tx) => fileForBuyer(tx, actor, fileId));
    const sent = row && (await sendBytes(files, bare, row, { small: size === 'preview' }));
    return sent ?? refuse('chat.file_not_found');
  };
