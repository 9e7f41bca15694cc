import { Id, Nullable, Type } from './schema.ts';

/** A script is new, changed, moved, published or gone; what it says is fetched by those who may see it. */
export const ScriptChanged = Type.Object({ scriptId: Id, shopId: Nullable(Id) });

/** Folders were made, renamed, moved or removed. */
export const ScriptFoldersChanged = Type.Object({ folderId: Id, shopId: Nullable(Id) });

/** The list of forbidden words is another one. */
export const WordsChanged = Type.Object({ shopId: Nullable(Id) });

/** A part of a script went to a buyer; once per message. */
export const ScriptUsed = Type.Object({
  scriptId: Id,
  version: Type.Integer(),
  variant: Type.Integer(),
  part: Type.Integer(),
  memberId: Nullable(Id),
  conversationId: Id,
  messageId: Id,
  shopId: Id,
  buyerId: Id,
  orderId: Nullable(Id),
  edited: Type.Number({
    description: 'Share of the text that was changed before sending, 0 to 1.',
  }),
});

/** Event types of scripts with the shape of their data. */
export const scriptEvents = {
  'script.changed': ScriptChanged,
  'script.folders_changed': ScriptFoldersChanged,
  'script.words_changed': WordsChanged,
  'script.used': ScriptUsed,
} as const;
