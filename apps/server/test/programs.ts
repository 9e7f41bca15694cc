import { basename } from 'node:path';

/** `npm test` builds the server first and says so; a single test file runs the sources as they stand. */
const built = process.env.TEST_BUILT === 'yes';

/** Path of one of the server's two programs. */
export const programPath = (name: 'main' | 'cli/guitai'): string =>
  new URL(built ? `../dist/${basename(name)}.mjs` : `../src/${name}.ts`, import.meta.url).pathname;
