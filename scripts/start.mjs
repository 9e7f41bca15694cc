// `npm start`: install what is missing, build what is stale, hand over to the server.
import { join } from 'node:path';
import { ensureInstalled } from './lib/install.mjs';
import { become } from './lib/run.mjs';
import { runtime, runtimeEnvironment } from './lib/runtime.mjs';
import { giveUp, root } from './lib/say.mjs';
import { ensureBuilt } from './lib/web-apps.mjs';

try {
  await ensureInstalled();
  await ensureBuilt();
  const main = join(root, 'apps/server/src/main.ts');
  process.exit(
    await become(runtime(), [main, ...process.argv.slice(2)], { env: runtimeEnvironment() }),
  );
} catch (error) {
  giveUp(error);
}
