// Runs a program of the project on the right runtime: node scripts/run.mjs <file> [words…]
import { resolve } from 'node:path';
import { ensureInstalled } from './lib/install.mjs';
import { become } from './lib/run.mjs';
import { runtime, runtimeEnvironment } from './lib/runtime.mjs';
import { giveUp, root } from './lib/say.mjs';

try {
  const [file, ...words] = process.argv.slice(2);
  await ensureInstalled();
  const program = resolve(root, file);
  process.exit(
    await become(runtime(), [program, ...words], { cwd: root, env: runtimeEnvironment() }),
  );
} catch (error) {
  giveUp(error);
}
