// `npm run guitai -- <command>`: the command line, on the right runtime.
import { join } from 'node:path';
import { ensureInstalled } from './lib/install.mjs';
import { become } from './lib/run.mjs';
import { runtime, runtimeEnvironment } from './lib/runtime.mjs';
import { giveUp, root } from './lib/say.mjs';
import { ensureBuilt } from './lib/web-apps.mjs';

try {
  const words = process.argv.slice(2);
  await ensureInstalled();
  if (words[0] === 'start') await ensureBuilt();
  const main = join(root, 'apps/server/src/cli/guitai.ts');
  // npm runs this in the clone; paths among the words are meant from where the person stands.
  const cwd = process.env.INIT_CWD ?? process.cwd();
  process.exit(await become(runtime(), [main, ...words], { cwd, env: runtimeEnvironment() }));
} catch (error) {
  giveUp(error);
}
