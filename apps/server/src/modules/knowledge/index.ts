import { join } from 'node:path';
import { createFileStore } from '../../kernel/files/store.ts';
import { defineModule, type Module } from '../../kernel/module.ts';
import { events } from './events.ts';
import { expiryNear } from './expiry.ts';
import { up } from './migrations/0001-knowledge.ts';
import { up as entries } from './migrations/0002-entries.ts';
import { up as pictureTable } from './migrations/0003-pictures.ts';
import { up as refused } from './migrations/0004-refused.ts';
import { up as uploaders } from './migrations/0005-uploaders.ts';
import { jobsWith } from './picture.jobs.ts';
import { picturesKept } from './picture.store.ts';
import type { SentCards } from './ports.ts';
import { reactions } from './reactions.ts';
import { routesWith } from './routes.ts';

export { isQuestion, withoutOwn } from './gap.rules.ts';
export { noteQuestions } from './gap.ts';
export { mirrorTexts, type TextRecord } from './mirror.ts';
export { forgetKnowledgeOf } from './picture.jobs.ts';
export { answersFrom, type FoundEntry, findKnowledge } from './search.ts';
export { countOutcome, takeCard } from './send.ts';
export { summaryOf } from './shown.ts';

export const knowledgeMigrations = [
  { id: '0001-knowledge', up },
  { id: '0002-entries', up: entries },
  { id: '0003-pictures', up: pictureTable },
  { id: '0004-refused', up: refused },
  { id: '0005-uploaders', up: uploaders },
];

interface KnowledgeNeeds {
  readonly dataDir: string;
  readonly uploadLimitBytes: number;
  readonly showsPicture: SentCards;
}

/** What staff answer from: written, approved, published for a time, found by itself, sent as a card. */
export function createKnowledge(needs: KnowledgeNeeds): Module {
  const { dataDir, uploadLimitBytes: limitBytes, showsPicture } = needs;
  const files = createFileStore(join(dataDir, 'files'), limitBytes);
  return defineModule({
    name: 'knowledge',
    migrations: knowledgeMigrations,
    routes: routesWith({ files, limitBytes }, showsPicture),
    events,
    reactions,
    jobs: [expiryNear, ...jobsWith(files)],
    books: [picturesKept],
  });
}
