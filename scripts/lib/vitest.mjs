import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { reportVariable } from '../test-report.mjs';
import { reports } from './counts.mjs';
import { runtime, runtimeEnvironment } from './runtime.mjs';
import { root } from './say.mjs';
import { kill } from './test-room.mjs';

/** A group of its own can be ended as a whole: workers, products and browsers with it. */
const detached = process.platform !== 'win32';
const patienceMs = 15_000;

/**
 * Runs Vitest on the right runtime, with everything it makes in the room; resolves with its exit code.
 * What it says waits until `aloud`, so that two runs at once do not talk into each other.
 */
export async function vitest({ name, config, filters, room, aloud }) {
  const words = ['run', '--config', config, '--passWithNoTests', ...filters];
  words.push('--reporter=default', `--reporter=${join(root, 'scripts/test-report.mjs')}`);
  const child = spawn(runtime(), [join(root, 'node_modules/vitest/vitest.mjs'), ...words], {
    cwd: root,
    env: {
      ...{ ...runtimeEnvironment(), TMPDIR: room, TEMP: room, TMP: room },
      ...{ TEST_BUILT: 'yes', [reportVariable]: join(reports, `${name}.json`) },
    },
    stdio: aloud ? ['ignore', 'pipe', 'pipe'] : ['ignore', 'inherit', 'inherit'],
    detached,
  });
  const end = (signal) => kill(detached ? -child.pid : child.pid, signal);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => endSoon(end));
  const code = await new Promise((resolve, reject) => {
    child.once('error', reject);
    if (aloud) tell(child, aloud);
    child.once('exit', () => end('SIGKILL')); // whatever of its group is still there
    child.once('close', (exit) => resolve(exit ?? 1));
  });
  await aloud;
  return code;
}

function endSoon(end) {
  end('SIGINT');
  setTimeout(() => end('SIGKILL'), patienceMs).unref();
}

/** Says what the child says, from the moment on when it may. */
function tell(child, aloud) {
  let kept = '';
  let quiet = true;
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => {
      if (quiet) kept += chunk;
      else process.stdout.write(chunk);
    });
  }
  aloud.then(() => {
    quiet = false;
    process.stdout.write(kept);
  });
}
