import { join } from 'node:path';
import { createFileStore } from '../../kernel/files/store.ts';
import { defineModule, type Module } from '../../kernel/module.ts';
import { events } from './events.ts';
import { up } from './migrations/0001-scripts.ts';
import { up as names } from './migrations/0002-names.ts';
import { up as pictureUses } from './migrations/0003-picture-uses.ts';
import { up as uploaders } from './migrations/0004-uploaders.ts';
import { up as forgotten } from './migrations/0005-forgotten.ts';
import { jobsWith } from './picture.jobs.ts';
import { picturesKept } from './picture.store.ts';
import { reactions } from './reactions.ts';
import { routesWith } from './routes.ts';
import type { WordGuard } from './word.guard.ts';

export { scriptUsed } from './events.ts';
export { findScripts } from './find.ts';
export { adoptSample } from './sample.ts';
export { createWordGuard } from './word.guard.ts';

export const scriptsMigrations = [
  { id: '0001-scripts', up },
  { id: '0002-names', up: names },
  { id: '0003-picture-uses', up: pictureUses },
  { id: '0004-uploaders', up: uploaders },
  { id: '0005-forgotten', up: forgotten },
];

interface ScriptsNeeds {
  readonly config: { readonly dataDir: string; readonly uploadLimitBytes: number };
  /** The same that stands before every message; here for what scripts say. */
  readonly guard: WordGuard;
}

/** Scripts (话术): what the team says again and again, and what came of it. */
export function createScripts({ config, guard }: ScriptsNeeds): Module {
  const files = createFileStore(join(config.dataDir, 'files'), config.uploadLimitBytes);
  const pictures = { files, limitBytes: config.uploadLimitBytes };
  return defineModule({
    name: 'scripts',
    migrations: scriptsMigrations,
    routes: routesWith(guard, pictures),
    events,
    reactions,
    jobs: jobsWith(files),
    books: [picturesKept],
    live: [({ hub }) => hub.onDelivered((event) => guard.heed([event]))],
  });
}
