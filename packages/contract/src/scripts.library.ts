/** Around the scripts: folders, rules, forbidden words, playbooks, figures, files in and out. */
import { endpoint, Strict } from './endpoint.ts';
import { Id, Instant, Nullable, OneOf, Text, Type } from './schema.ts';
import {
  ForbiddenWord,
  Playbook,
  ScriptFigure,
  ScriptFolder,
  ScriptScope,
} from './scripts.shapes.ts';

const ofFolder = Strict({ folderId: Id });
const Library = { scope: ScriptScope, shopId: Type.Optional(Id) };

export const createScriptFolder = endpoint({
  id: 'createScriptFolder',
  method: 'POST',
  path: '/script-folders',
  summary: 'Make a folder',
  body: Strict({ ...Library, parentId: Type.Optional(Id), name: Text(60, 1) }),
  reply: ScriptFolder,
  errors: ['script.folder_not_found', 'shop.not_found'],
});

export const updateScriptFolder = endpoint({
  id: 'updateScriptFolder',
  method: 'PATCH',
  path: '/script-folders/:folderId',
  summary: 'Rename a folder, lay it elsewhere, or put it in another place among its neighbours',
  params: ofFolder,
  body: Strict({
    name: Type.Optional(Text(60, 1)),
    parentId: Type.Optional(Nullable(Id)),
    position: Type.Optional(Type.Integer({ minimum: 0, maximum: 100_000 })),
  }),
  reply: ScriptFolder,
  errors: ['script.folder_not_found', 'script.folder_loop'],
});

export const removeScriptFolder = endpoint({
  id: 'removeScriptFolder',
  method: 'DELETE',
  path: '/script-folders/:folderId',
  summary: 'Remove a folder; what lies in it moves one up',
  params: ofFolder,
  errors: ['script.folder_not_found'],
});

export const getScriptRules = endpoint({
  id: 'getScriptRules',
  method: 'GET',
  path: '/script-rules',
  summary: 'Where a supervisor has to approve what is published',
  reply: Type.Object({
    items: Type.Array(
      Type.Object({
        shopId: Nullable(
          Type.Unsafe<string>({ ...Id, description: 'Null: scripts of the whole team.' }),
        ),
        approval: Type.Boolean(),
        can: Type.Array(Type.String()),
      }),
    ),
  }),
});

export const setScriptRule = endpoint({
  id: 'setScriptRule',
  method: 'PUT',
  path: '/script-rules',
  summary: 'Say whether a supervisor has to approve',
  body: Strict({ shopId: Nullable(Id), approval: Type.Boolean() }),
  errors: ['shop.not_found'],
});

export const listForbiddenWords = endpoint({
  id: 'listForbiddenWords',
  method: 'GET',
  path: '/forbidden-words',
  summary: 'Words nobody may send, or only after a second look',
  reply: Type.Object({ items: Type.Array(ForbiddenWord) }),
});

export const addForbiddenWords = endpoint({
  id: 'addForbiddenWords',
  method: 'POST',
  path: '/forbidden-words',
  summary: 'Forbid words from now on; a word that is there gets the new level',
  body: Strict({
    shopId: Nullable(Id),
    words: Type.Array(Text(100, 1), { minItems: 1, maxItems: 500 }),
    level: OneOf(['warn', 'block'] as const),
    reason: Type.Optional(Text(200)),
  }),
  reply: Type.Object({ items: Type.Array(ForbiddenWord) }),
  errors: ['shop.not_found', 'word.no_letters'],
});

export const removeForbiddenWord = endpoint({
  id: 'removeForbiddenWord',
  method: 'DELETE',
  path: '/forbidden-words/:wordId',
  summary: 'Allow a word again',
  params: Strict({ wordId: Id }),
  errors: ['word.not_found'],
});

export const listPlaybooks = endpoint({
  id: 'listPlaybooks',
  method: 'GET',
  path: '/playbooks',
  summary: 'Sequences for situations every counter knows, in the language of the reader',
  reply: Type.Object({ items: Type.Array(Playbook) }),
});

export const adoptPlaybook = endpoint({
  id: 'adoptPlaybook',
  method: 'POST',
  path: '/playbooks/:playbookId/adoption',
  summary: 'Put a playbook into a library as a folder of scripts one may change',
  params: Strict({ playbookId: Text(40, 1) }),
  body: Strict(Library),
  reply: Type.Object({ folderId: Id, scripts: Type.Integer() }),
  errors: ['playbook.not_found', 'playbook.adopted', 'shop.not_found'],
});

export const importScripts = endpoint({
  id: 'importScripts',
  method: 'POST',
  path: '/script-imports',
  summary:
    'Read scripts out of a CSV or JSON file (千牛 and 京东 exports fit); what is there already is left out',
  body: Strict({
    ...Library,
    text: Text(8_000_000, 1, 'The file, decoded.'),
    dryRun: Type.Boolean({ description: 'Only say what would happen.' }),
  }),
  reply: Type.Object({
    added: Type.Integer(),
    duplicates: Type.Integer(),
    folders: Type.Integer(),
    skipped: Type.Array(
      Type.Object({
        line: Type.Integer(),
        title: Type.String(),
        why: OneOf(['empty', 'variable', 'word', 'long'] as const),
      }),
    ),
    examples: Type.Array(
      Type.Object({ folder: Type.String(), title: Type.String(), text: Type.String() }),
    ),
  }),
  errors: ['shop.not_found', 'script.file_unreadable', 'script.too_many'],
});

export const exportScripts = endpoint({
  id: 'exportScripts',
  method: 'GET',
  path: '/script-exports',
  summary: 'The scripts of one library as a file',
  query: Strict({ ...Library, format: OneOf(['csv', 'json'] as const) }),
  reply: Type.Object({ name: Type.String(), text: Type.String(), count: Type.Integer() }),
  errors: ['shop.not_found'],
});

export const listScriptFigures = endpoint({
  id: 'listScriptFigures',
  method: 'GET',
  path: '/script-figures',
  summary:
    'How often each script was used and what came of it; reversed on cancellation and refund',
  query: Strict({
    since: Type.Optional(Instant),
    until: Type.Optional(Instant),
    shopId: Type.Optional(Id),
    scriptId: Type.Optional(Id),
  }),
  reply: Type.Object({ items: Type.Array(ScriptFigure) }),
});
