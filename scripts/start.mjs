// `npm start`: install what is missing, build what is stale, hand over to the server.
import { join } from 'node:path';
import { ensureBuilt } from './lib/build.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { become } from './lib/run.mjs';
import { runtime, runtimeEnvironment, serverFlags } from './lib/runtime.mjs';
import { giveUp, root } from './lib/say.mjs';

try {
  await ensureInstalled();
  await ensureBuilt();
  const main = join(root, 'apps/server/dist/main.mjs');
  process.exit(
    await become(runtime(), [...serverFlags, main, ...process.argv.slice(2)], {
      env: runtimeEnvironment(),
    }),
  );
} catch (error) {
  giveUp(error);
}
