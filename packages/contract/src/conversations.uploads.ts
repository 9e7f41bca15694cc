/** Large files of a conversation, uploaded in pieces. */
import { ofConversation } from './conversations.parts.ts';
import { StoredFile } from './conversations.shapes.ts';
import { endpoint, Strict } from './endpoint.ts';
import { Big, Id, Nullable, type Static, Text, Type } from './schema.ts';

/** A file on its way in pieces: what has arrived stays for a day, so that an interrupted upload goes on where it stopped. */
export const Upload = Type.Object({
  id: Id,
  size: Type.Integer({ description: 'Bytes of the whole file.' }),
  received: Type.Integer({ description: 'Bytes that have arrived; the next piece begins here.' }),
  pieceBytes: Type.Integer({ description: 'The largest piece.' }),
  file: Nullable(StoredFile),
});

export type Upload = Static<typeof Upload>;

export const beginUpload = endpoint({
  id: 'beginUpload',
  method: 'POST',
  path: '/conversations/:conversationId/uploads',
  summary: 'Begin the upload of a large file in pieces; it can be resumed for a day',
  params: ofConversation,
  body: Strict({
    name: Text(255, 1, 'Name of the file.'),
    size: Big('Bytes of the whole file.', 1),
  }),
  reply: Upload,
  errors: ['conversation.not_found', 'file.too_large'],
});

const ofUpload = Strict({ uploadId: Id });

export const getUpload = endpoint({
  id: 'getUpload',
  method: 'GET',
  path: '/uploads/:uploadId',
  summary: 'How much of an upload has arrived',
  params: ofUpload,
  reply: Upload,
  errors: ['upload.not_found'],
});

export const putUploadPiece = endpoint({
  id: 'putUploadPiece',
  method: 'PUT',
  path: '/uploads/:uploadId/pieces/:offset',
  summary:
    'Add the next piece (form field `file`); with the last one the file is looked at and kept',
  params: Strict({
    ...ofUpload.properties,
    offset: Big('Where the piece begins, in bytes.'),
  }),
  reply: Upload,
  transfer: 'form',
  errors: [
    'upload.not_found',
    'upload.offset_wrong',
    'file.too_large',
    'file.empty',
    'file.refused_type',
    'file.unreadable',
    'file.missing',
  ],
});
