/** Bringing a shop's files in: products, buyers, orders, parcels, knowledge texts, from CSV or JSON. */
import { endpoint, Strict } from './endpoint.ts';
import { defineErrors } from './errors.ts';
import { ImportMapping, MappingName } from './importing.mapping.ts';
import { Can, Id, Instant, Nullable, OneOf, Page, PageQuery, type Static, Type } from './schema.ts';

export * from './importing.mapping.ts';

export const ImportState = OneOf(
  ['waiting', 'running', 'done', 'failed', 'interrupted', 'cancelled'] as const,
  'interrupted: the process stopped in the middle; it goes on by itself or can be run again without harm.',
);

/** One run over one file. Counts are records of the file, not database rows. */
export const Import = Type.Object({
  id: Id,
  shopId: Id,
  mapping: Type.String({ description: 'Name of the mapping used.' }),
  kind: Type.String({ description: 'What the file holds, see mapping.' }),
  fileName: Type.String(),
  size: Type.Integer({ description: 'Bytes.' }),
  dryRun: Type.Boolean({ description: 'True: everything was checked, nothing was kept.' }),
  state: ImportState,
  read: Type.Integer({ description: 'Records read so far.' }),
  readBytes: Type.Integer({ description: 'Of `size`; progress = readBytes / size.' }),
  created: Type.Integer(),
  changed: Type.Integer(),
  unchanged: Type.Integer({ description: 'Records that were already here exactly so.' }),
  rejected: Type.Integer({ description: 'Records with an error; see downloadRejects.' }),
  problems: Type.Array(
    Type.Object({
      record: Type.Integer({ description: 'Number of the record in the file, from 1.' }),
      line: Nullable(Type.Integer({ description: 'Line of a CSV file.' })),
      key: Type.String(),
      field: Type.String(),
      code: Type.String({ description: 'Stable reason, see importReasons.' }),
      text: Type.String({ description: 'The reason in the language of the reader.' }),
    }),
    { description: 'The first 50 errors.' },
  ),
  failure: Nullable(
    Type.String({ description: 'Why the whole run stopped, in the language of the reader.' }),
  ),
  byName: Type.String(),
  createdAt: Instant,
  startedAt: Nullable(Instant),
  finishedAt: Nullable(Instant),
  can: Can,
});

const params = Strict({ importId: Id });

export const createImport = endpoint({
  id: 'createImport',
  method: 'POST',
  path: '/imports',
  summary: 'Starts reading a file into a shop. The same file again changes nothing.',
  transfer: 'form',
  body: Strict({
    shopId: Id,
    mapping: MappingName,
    dryRun: Type.Optional(
      Type.Union([Type.Boolean(), Type.Literal('true'), Type.Literal('false')]),
    ),
  }),
  reply: Import,
  errors: [
    'shop.not_found',
    'import.mapping_not_found',
    'import.orders_live_here',
    'import.orders_live_elsewhere',
    'import.file_missing',
    'import.file_too_large',
  ],
});

export const getImport = endpoint({
  id: 'getImport',
  method: 'GET',
  path: '/imports/:importId',
  summary: 'How far a run is, and what it found.',
  params,
  reply: Import,
  errors: ['import.not_found'],
});

export const listImports = endpoint({
  id: 'listImports',
  method: 'GET',
  path: '/imports',
  summary: 'Runs, newest first.',
  query: Strict({ shopId: Type.Optional(Id), ...PageQuery }),
  reply: Page(Import),
  errors: ['list.cursor_invalid'],
});

export const cancelImport = endpoint({
  id: 'cancelImport',
  method: 'POST',
  path: '/imports/:importId/cancellation',
  summary: 'Stops a run; records already brought in stay.',
  params,
  reply: Import,
  errors: ['import.not_found', 'import.already_over'],
});

export const repeatImport = endpoint({
  id: 'repeatImport',
  method: 'POST',
  path: '/imports/:importId/repetition',
  summary:
    'Runs the kept file again, as a new run: after a dry run for real, or after an interruption.',
  params,
  body: Strict({ dryRun: Type.Optional(Type.Boolean()) }),
  reply: Import,
  errors: [
    'import.not_found',
    'import.orders_live_here',
    'import.orders_live_elsewhere',
    'import.still_running',
    'import.file_missing',
  ],
});

export const downloadRejects = endpoint({
  id: 'downloadRejects',
  method: 'GET',
  path: '/imports/:importId/rejects',
  summary:
    'Records with errors as CSV: number, line, key, field, reason, the record itself. Safe to open in a spreadsheet.',
  params,
  transfer: 'bytes',
  errors: ['import.not_found'],
});

export const listMappings = endpoint({
  id: 'listMappings',
  method: 'GET',
  path: '/import-mappings',
  summary: "The team's mappings and those that come with the product.",
  reply: Type.Object({ items: Type.Array(ImportMapping) }),
});

export const saveMapping = endpoint({
  id: 'saveMapping',
  method: 'PUT',
  path: '/import-mappings/:name',
  summary: 'Keeps a mapping under a name.',
  params: Strict({ name: MappingName }),
  body: Strict({ document: Type.Unknown({ description: 'See the mapping guide.' }) }),
  reply: ImportMapping,
  errors: ['import.mapping_invalid', 'import.mapping_builtin'],
});

export const removeMapping = endpoint({
  id: 'removeMapping',
  method: 'DELETE',
  path: '/import-mappings/:name',
  summary: 'Forgets a mapping of the team.',
  params: Strict({ name: MappingName }),
  errors: ['import.mapping_not_found', 'import.mapping_builtin'],
});

/** Event types of imports with the shape of their data; at most one a second for each run, and one at its end. */
export const importEvents = {
  'import.progressed': Type.Object({
    importId: Id,
    shopId: Id,
    state: ImportState,
    read: Type.Integer(),
    readBytes: Type.Integer(),
    size: Type.Integer(),
    created: Type.Integer(),
    changed: Type.Integer(),
    unchanged: Type.Integer(),
    rejected: Type.Integer(),
  }),
} as const;

export const importingErrors = defineErrors({
  'import.not_found': {
    status: 404,
    en: 'There is no such import.',
    'zh-CN': '没有这次导入。',
    'zh-TW': '沒有這次匯入。',
  },
  'import.file_missing': {
    status: 400,
    en: 'Choose a CSV or JSON file.',
    'zh-CN': '请选择 CSV 或 JSON 文件。',
    'zh-TW': '請選擇 CSV 或 JSON 檔案。',
  },
  'import.file_too_large': {
    status: 413,
    en: 'The file is larger than {limit}. Cut it into parts, or use the command guitai import.',
    'zh-CN': '文件超过 {limit}，请拆分，或使用 guitai import 命令。',
    'zh-TW': '檔案超過 {limit}，請分割，或使用 guitai import 指令。',
  },
  'import.mapping_not_found': {
    status: 404,
    en: 'There is no mapping called {name}.',
    'zh-CN': '没有名为“{name}”的字段映射。',
    'zh-TW': '沒有名為「{name}」的欄位對應。',
  },
  'import.orders_live_here': {
    status: 409,
    en: 'This shop takes orders itself. Orders and balances from a file belong into a shop of the kind “imported”.',
    'zh-CN': '该店铺已在本系统产生订单。订单和余额文件请导入“导入”类型的店铺。',
    'zh-TW': '該商店已在本系統產生訂單。訂單與餘額檔案請匯入「匯入」類型的商店。',
  },
  'import.orders_live_elsewhere': {
    status: 409,
    en: 'This shop is connected to its platform, which tells of orders and balances; a file would contradict it.',
    'zh-CN': '该店铺已连接外部平台，订单和余额以平台为准，不能从文件导入。',
    'zh-TW': '該商店已連線外部平台，訂單與餘額以平台為準，不能從檔案匯入。',
  },
  'import.mapping_invalid': {
    status: 422,
    en: 'The mapping does not fit: {where} {why}',
    'zh-CN': '字段映射不正确：{where} {why}',
    'zh-TW': '欄位對應不正確：{where} {why}',
  },
  'import.mapping_builtin': {
    status: 409,
    en: 'This mapping comes with the product; save yours under another name.',
    'zh-CN': '这是内置映射，请用其他名称保存。',
    'zh-TW': '這是內建對應，請用其他名稱儲存。',
  },
  'import.already_over': {
    status: 409,
    en: 'This import is already over.',
    'zh-CN': '这次导入已经结束。',
    'zh-TW': '這次匯入已經結束。',
  },
  'import.still_running': {
    status: 409,
    en: 'This import is still running.',
    'zh-CN': '这次导入还在进行。',
    'zh-TW': '這次匯入仍在進行。',
  },
});

export type ImportShape = Static<typeof Import>;
