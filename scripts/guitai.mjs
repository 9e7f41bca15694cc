// `npm run guitai -- <command>`: the command line, on the right runtime.
import { join } from 'node:path';
import { ensureBuilt } from './lib/build.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { become } from './lib/run.mjs';
import { runtime, runtimeEnvironment, serverFlags } from './lib/runtime.mjs';
import { giveUp, root } from './lib/say.mjs';

try {
  const words = process.argv.slice(2);
  await ensureInstalled();
  await ensureBuilt(words[0] === 'start' ? undefined : ['server']);
  const main = join(root, 'apps/server/dist/guitai.mjs');
  // npm runs this in the clone; paths among the words are meant from where the person stands.
  const cwd = process.env.INIT_CWD ?? process.cwd();
  const program = [...serverFlags, main, ...words];
  process.exit(await become(runtime(), program, { cwd, env: runtimeEnvironment() }));
} catch (error) {
  giveUp(error);
}
