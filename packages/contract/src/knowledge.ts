/** Knowledge: what staff may say about a product, a kind of product or a shop. The texts are those of imports, as they came. */
import { endpoint, Strict } from './endpoint.ts';
import { defineErrors } from './errors.ts';
import {
  Attributes,
  Id,
  Instant,
  Nullable,
  Page,
  PageQuery,
  type Static,
  Text,
  Type,
} from './schema.ts';

export * from './knowledge.entries.ts';
export * from './knowledge.pictures.ts';
export * from './knowledge.shapes.ts';

export const KnowledgeText = Type.Object({
  id: Id,
  shopId: Id,
  productExternalId: Nullable(Type.String({ description: 'Null: about the whole shop.' })),
  topic: Type.String({ description: 'What it is about, e.g. 安装说明; empty where not told.' }),
  title: Type.String(),
  body: Type.String({ description: 'Markdown as it came; show as text.' }),
  attributes: Attributes,
  updatedAt: Instant,
});

export const listKnowledgeTexts = endpoint({
  id: 'listKnowledgeTexts',
  method: 'GET',
  path: '/knowledge-texts',
  summary: 'Texts about one product, or about a shop.',
  query: Strict({
    shopId: Type.Optional(Id),
    productExternalId: Type.Optional(Text(200)),
    ...PageQuery,
  }),
  reply: Page(KnowledgeText),
  errors: ['list.cursor_invalid'],
});

export const getKnowledgeText = endpoint({
  id: 'getKnowledgeText',
  method: 'GET',
  path: '/knowledge-texts/:knowledgeTextId',
  summary: 'One text.',
  params: Strict({ knowledgeTextId: Id }),
  reply: KnowledgeText,
  errors: ['knowledge.not_found'],
});

export const knowledgeErrors = defineErrors({
  'knowledge.not_found': {
    status: 404,
    en: 'There is no such knowledge text.',
    'zh-CN': '没有这条知识。',
    'zh-TW': '沒有這條知識。',
  },
  'knowledge.changed_meanwhile': {
    status: 409,
    en: 'A colleague has changed this entry meanwhile. Look at their version, then write yours into it.',
    'zh-CN': '同事刚刚修改了这条知识。请先看一下新版本，再写入您的修改。',
    'zh-TW': '同事剛剛修改了這條知識。請先看過新版本，再寫入您的修改。',
  },
  'knowledge.no_draft': {
    status: 409,
    en: 'There is no draft to hand over.',
    'zh-CN': '没有可提交的草稿。',
    'zh-TW': '沒有可送審的草稿。',
  },
  'knowledge.not_waiting': {
    status: 409,
    en: 'Nothing of this entry waits for approval.',
    'zh-CN': '这条知识没有待审核的内容。',
    'zh-TW': '這條知識沒有待審核的內容。',
  },
  'knowledge.own_writing': {
    status: 403,
    en: 'Whoever wrote it may not approve it. Ask a colleague, or change the rule of the shop.',
    'zh-CN': '自己写的不能自己审核。请同事审核，或修改店铺的审核规则。',
    'zh-TW': '自己寫的不能自己核准。請同事審核，或修改商店的審核規則。',
  },
  'knowledge.archived': {
    status: 409,
    en: 'This entry is archived. Take it into use again first.',
    'zh-CN': '这条知识已归档，请先恢复使用。',
    'zh-TW': '這條知識已封存，請先恢復使用。',
  },
  'knowledge.times_crossed': {
    status: 422,
    en: 'It would end before it begins.',
    'zh-CN': '失效时间早于生效时间。',
    'zh-TW': '失效時間早於生效時間。',
  },
  'knowledge.picture_not_found': {
    status: 404,
    en: 'There is no such picture in this shop.',
    'zh-CN': '本店没有这张图片。',
    'zh-TW': '本店沒有這張圖片。',
  },
  'knowledge.locale_twice': {
    status: 422,
    en: 'One text for each language.',
    'zh-CN': '每种语言只能有一份内容。',
    'zh-TW': '每種語言只能有一份內容。',
  },
  'knowledge.not_published': {
    status: 409,
    en: 'Only what is published can be sent.',
    'zh-CN': '只有已发布的知识可以发送。',
    'zh-TW': '只有已發布的知識可以傳送。',
  },
  'knowledge.of_other_shop': {
    status: 409,
    en: 'This entry belongs to another shop.',
    'zh-CN': '这条知识属于其他店铺。',
    'zh-TW': '這條知識屬於其他商店。',
  },
});

export type KnowledgeTextShape = Static<typeof KnowledgeText>;

/** Event types of knowledge. */
export const knowledgeEvents = {
  'knowledge.changed': Type.Object({ entryId: Id, shopId: Id, change: Type.String() }),
  'knowledge.gap_noted': Type.Object({ gapId: Id, shopId: Id }),
} as const;
