import { defineModule } from '../../kernel/module.ts';
import { up } from './migrations/0001-knowledge.ts';
import { routes } from './routes.ts';

export { mirrorTexts, type TextRecord } from './mirror.ts';
export { getKnowledgeText, listKnowledgeTexts } from './text.ts';

export const knowledgeMigrations = [{ id: '0001-knowledge', up }];

/** Texts staff answer from. So far they come by import; writing and publishing them follows. */
export const knowledge = defineModule({
  name: 'knowledge',
  migrations: knowledgeMigrations,
  routes,
});
