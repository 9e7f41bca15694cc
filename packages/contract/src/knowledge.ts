/** Knowledge texts: what staff may say about a product or a shop. Imported for now. */
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
});

export type KnowledgeTextShape = Static<typeof KnowledgeText>;
