/** Files in the chat, whole; in pieces: `conversations.uploads.ts`. */
import { ofConversation } from './conversations.parts.ts';
import { StoredFile } from './conversations.shapes.ts';
import { endpoint, Strict } from './endpoint.ts';
import { Id, Type } from './schema.ts';

export const uploadFile = endpoint({
  id: 'uploadFile',
  method: 'POST',
  path: '/conversations/:conversationId/files',
  summary: 'Upload one file (form field `file`) to send with `sendMessage`',
  params: ofConversation,
  reply: StoredFile,
  transfer: 'form',
  errors: [
    'conversation.not_found',
    'file.too_large',
    'file.empty',
    'file.refused_type',
    'file.unreadable',
    'file.missing',
  ],
});

export const getFile = endpoint({
  id: 'getFile',
  method: 'GET',
  path: '/files/:fileId',
  summary: 'The bytes of a file; `size=thumbnail` for a small picture',
  params: Strict({ fileId: Id }),
  query: Strict({
    size: Type.Optional(Type.Union([Type.Literal('full'), Type.Literal('thumbnail')])),
  }),
  transfer: 'bytes',
  errors: ['file.not_found'],
});
