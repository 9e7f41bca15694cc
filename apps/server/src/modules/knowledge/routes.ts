import { knowledge } from '@guitai/contract';
import { route } from '../../kernel/route.ts';
import { getKnowledgeText, listKnowledgeTexts } from './text.ts';

export const routes = [
  route(knowledge.listKnowledgeTexts, 'knowledge.read', listKnowledgeTexts),
  route(knowledge.getKnowledgeText, 'knowledge.read', getKnowledgeText),
];
