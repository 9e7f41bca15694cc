import { defineModule } from '../../kernel/module.ts';
import { events } from './events.ts';
import { expiryNear } from './expiry.ts';
import { up } from './migrations/0001-knowledge.ts';
import { up as entries } from './migrations/0002-entries.ts';
import { reactions } from './reactions.ts';
import { routes } from './routes.ts';

export { isQuestion, withoutOwn } from './gap.rules.ts';
export { noteQuestions } from './gap.ts';
export { mirrorTexts, type TextRecord } from './mirror.ts';
export { answersFrom, type FoundEntry, findKnowledge } from './search.ts';
export { countOutcome, takeCard } from './send.ts';
export { summaryOf } from './shown.ts';
export { getKnowledgeText, listKnowledgeTexts } from './text.ts';

export const knowledgeMigrations = [
  { id: '0001-knowledge', up },
  { id: '0002-entries', up: entries },
];

/** What staff answer from: written, approved, published for a time, found by itself, sent as a card. */
export const knowledge = defineModule({
  name: 'knowledge',
  migrations: knowledgeMigrations,
  routes,
  events,
  reactions,
  jobs: [expiryNear],
});
