/** Scripts (话术): what the team says again and again, written well once. */
import { ofConversation, sayingRefusals } from './conversations.parts.ts';
import { ClientKey, Message } from './conversations.shapes.ts';
import { endpoint, Strict } from './endpoint.ts';
import { couponRefusals } from './offers.ts';
import { Id, Locale, Nullable, OneOf, Text, Type, Whole } from './schema.ts';
import {
  FilledScript,
  Script,
  ScriptApproval,
  ScriptContent,
  ScriptEntry,
  ScriptFolder,
  ScriptScope,
  ScriptVersion,
} from './scripts.shapes.ts';

export { scriptsErrors } from './scripts.errors.ts';
export * from './scripts.events.ts';
export * from './scripts.library.ts';
export * from './scripts.shapes.ts';

const ofScript = Strict({ scriptId: Id });
const ofVersion = Strict({ scriptId: Id, version: Whole() });
const Code = Text(20, 0, 'What one types after `/` to have it first.');
const Title = Text(100, 1);
const writing = [
  'script.empty',
  'script.variable_unknown',
  'message.words_blocked',
  'file.not_found',
] as const;

export const getScriptIndex = endpoint({
  id: 'getScriptIndex',
  method: 'GET',
  path: '/script-index',
  summary:
    'Every script the reader may see, small enough to be searched in the browser; or only those named',
  query: Strict({ ids: Type.Optional(Text(8000, 1, 'Ids, separated by commas; at most 200.')) }),
  reply: Type.Object({ items: Type.Array(ScriptEntry), folders: Type.Array(ScriptFolder) }),
});

export const createScript = endpoint({
  id: 'createScript',
  method: 'POST',
  path: '/scripts',
  summary: 'Write a new script; where a supervisor has to approve, publishing asks for it',
  body: Strict({
    scope: ScriptScope,
    shopId: Type.Optional(Id),
    folderId: Type.Optional(Id),
    code: Type.Optional(Code),
    title: Title,
    content: ScriptContent,
    publish: Type.Boolean({ description: 'False: keep it as a draft.' }),
  }),
  reply: Script,
  errors: ['script.folder_not_found', 'shop.not_found', 'script.too_many', ...writing],
});

export const getScript = endpoint({
  id: 'getScript',
  method: 'GET',
  path: '/scripts/:scriptId',
  summary: 'One script with its newest and its published words',
  params: ofScript,
  reply: Script,
  errors: ['script.not_found'],
});

export const saveScript = endpoint({
  id: 'saveScript',
  method: 'PUT',
  path: '/scripts/:scriptId',
  summary: 'Save new words as the next version; what is published stays until that one is',
  params: ofScript,
  body: Strict({
    code: Type.Optional(Code),
    title: Title,
    content: ScriptContent,
    publish: Type.Boolean(),
    from: Whole('The version this was written on.'),
  }),
  reply: Script,
  errors: ['script.not_found', 'script.changed_meanwhile', ...writing],
});

export const moveScript = endpoint({
  id: 'moveScript',
  method: 'PUT',
  path: '/scripts/:scriptId/folder',
  summary: 'Lay a script into a folder of the same library, or beside all folders',
  params: ofScript,
  body: Strict({ folderId: Nullable(Id) }),
  reply: Script,
  errors: ['script.not_found', 'script.folder_not_found'],
});

export const removeScript = endpoint({
  id: 'removeScript',
  method: 'DELETE',
  path: '/scripts/:scriptId',
  summary: 'Take a script out of the library; it can be brought back',
  params: ofScript,
  errors: ['script.not_found'],
});

export const bringBackScript = endpoint({
  id: 'bringBackScript',
  method: 'DELETE',
  path: '/scripts/:scriptId/removal',
  summary: 'Undo a removal',
  params: ofScript,
  reply: Script,
  errors: ['script.not_found'],
});

export const listScriptVersions = endpoint({
  id: 'listScriptVersions',
  method: 'GET',
  path: '/scripts/:scriptId/versions',
  summary: 'What the script has said, newest first',
  params: ofScript,
  reply: Type.Object({ items: Type.Array(ScriptVersion) }),
  errors: ['script.not_found'],
});

export const decideScript = endpoint({
  id: 'decideScript',
  method: 'POST',
  path: '/scripts/:scriptId/versions/:version/decision',
  summary: 'Publish a waiting version or send it back; never one’s own',
  params: ofVersion,
  body: Strict({ approve: Type.Boolean(), reason: Type.Optional(Text(500)) }),
  reply: Script,
  errors: ['script.not_found', 'script.not_waiting', 'script.own_version'],
});

export const listScriptApprovals = endpoint({
  id: 'listScriptApprovals',
  method: 'GET',
  path: '/script-approvals',
  summary: 'Versions that wait for a supervisor, longest waiting first',
  reply: Type.Object({ items: Type.Array(ScriptApproval) }),
});

export const setScriptFavourite = endpoint({
  id: 'setScriptFavourite',
  method: 'PUT',
  path: '/scripts/:scriptId/favourite',
  summary: 'Keep a script at hand, for oneself',
  params: ofScript,
  errors: ['script.not_found'],
});

export const removeScriptFavourite = endpoint({
  id: 'removeScriptFavourite',
  method: 'DELETE',
  path: '/scripts/:scriptId/favourite',
  summary: 'Keep it at hand no longer',
  params: ofScript,
  errors: ['script.not_found'],
});

export const fillScript = endpoint({
  id: 'fillScript',
  method: 'GET',
  path: '/conversations/:conversationId/scripts/:scriptId',
  summary: 'The script as it would go to this buyer now, filled with what the reader may see',
  params: Strict({ conversationId: Id, scriptId: Id }),
  query: Strict({ orderId: Type.Optional(Id), locale: Type.Optional(Locale) }),
  reply: FilledScript,
  errors: [
    'conversation.not_found',
    'script.not_found',
    'script.not_published',
    'script.other_shop',
    'script.foreign_order',
  ],
});

export const sendScriptPart = endpoint({
  id: 'sendScriptPart',
  method: 'POST',
  path: '/conversations/:conversationId/script-messages',
  summary: 'Say one message of a script; the same client key again says and counts nothing twice',
  params: ofConversation,
  body: Strict({
    clientKey: ClientKey,
    useKey: Type.Unsafe<string>({
      ...ClientKey,
      description: 'The same for all messages of one use: it is counted once.',
    }),
    scriptId: Id,
    version: Whole(),
    variant: Type.Integer({ minimum: 0, maximum: 3 }),
    part: Type.Integer({ minimum: 0, maximum: 7 }),
    text: Type.Optional(Text(10_000, 1, 'What is really said; without it the filled words.')),
    locale: Type.Optional(Locale),
    orderId: Type.Optional(Id),
    seen: Type.Optional(Whole()),
    sure: Type.Optional(Type.Boolean({ description: 'Although a word warns.' })),
    question: Type.Optional(
      Text(500, 0, 'The buyer’s words this answers; suggestions learn from it.'),
    ),
  }),
  reply: Message,
  errors: [
    ...sayingRefusals,
    'script.not_found',
    'script.part_not_found',
    'script.other_shop',
    'script.foreign_order',
    'script.value_missing',
    'script.no_order',
    'product.not_found',
    'file.not_found',
    ...couponRefusals,
  ],
});

export const uploadScriptPicture = endpoint({
  id: 'uploadScriptPicture',
  method: 'POST',
  path: '/script-pictures',
  summary: 'Upload a picture (form field `file`) to put into a script',
  reply: Type.Object({
    id: Id,
    name: Type.String(),
    width: Nullable(Type.Integer()),
    height: Nullable(Type.Integer()),
  }),
  transfer: 'form',
  errors: [
    'file.too_large',
    'file.empty',
    'file.refused_type',
    'file.unreadable',
    'file.missing',
    'file.too_many_waiting',
  ],
});

export const getScriptPicture = endpoint({
  id: 'getScriptPicture',
  method: 'GET',
  path: '/script-pictures/:pictureId',
  summary: 'The bytes of a script’s picture',
  params: Strict({ pictureId: Id }),
  query: Strict({ size: Type.Optional(OneOf(['full', 'thumbnail'] as const)) }),
  transfer: 'bytes',
  errors: ['file.not_found'],
});
