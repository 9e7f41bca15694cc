// `npm run bench`: builds what is stale, then measures the product as it is started.
import { join } from 'node:path';
import { ensureBuilt } from './lib/build.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { become } from './lib/run.mjs';
import { runtime, runtimeEnvironment } from './lib/runtime.mjs';
import { giveUp, root } from './lib/say.mjs';

try {
  await ensureInstalled();
  await ensureBuilt();
  const program = join(root, 'bench/main.ts');
  const words = [program, ...process.argv.slice(2)];
  process.exit(await become(runtime(), words, { cwd: root, env: runtimeEnvironment() }));
} catch (error) {
  giveUp(error);
}
