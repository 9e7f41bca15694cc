// `npm test`: the whole suite on the embedded PostgreSQL and, at the same time, the journeys in a real browser.
// `npm test -- <filter>` runs the test files whose path contains it.
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBuilt } from './lib/build.mjs';
import { countTests, failureLines, leftLines, reports } from './lib/counts.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { runQuietly } from './lib/run.mjs';
import { runtime, runtimeEnvironment } from './lib/runtime.mjs';
import { giveUp, root } from './lib/say.mjs';
import { closeRoom, openRoom } from './lib/test-room.mjs';
import { vitest } from './lib/vitest.mjs';

const filters = process.argv.slice(2);

try {
  await ensureInstalled();
  await ensureBuilt();
  rmSync(reports, { recursive: true, force: true });
  mkdirSync(reports, { recursive: true });
  process.exit(tell(await runAll()));
} catch (error) {
  giveUp(error);
}

/** Both at once: each waits often, for a restart or for a page, while the other has the machine. */
async function runAll() {
  const room = openRoom();
  const browser = await hasBrowser();
  try {
    const suite = vitest({ name: 'suite', config: 'vitest.config.ts', filters, room });
    const journeys = { name: 'journeys', config: 'e2e/vitest.config.ts', filters, room };
    const ends = [
      suite,
      browser ? vitest({ ...journeys, aloud: suite }) : suite.then(withoutBrowser),
    ];
    return await Promise.all(ends);
  } finally {
    await closeRoom(room);
  }
}

async function hasBrowser() {
  const words = [join(root, 'scripts/check-chromium.ts')];
  const { code, output } = await runQuietly(runtime(), words, { env: runtimeEnvironment() });
  if (code !== 0) process.stderr.write(output);
  return code === 0;
}

function withoutBrowser() {
  const line = '='.repeat(76);
  process.stderr.write(
    `\n${line}\nNO BROWSER: the journeys in e2e/ did NOT run. Set CHROMIUM_PATH, or install Chromium.\n没有浏览器：e2e/ 中的用例未运行。请设置 CHROMIUM_PATH 或安装 Chromium。\n${line}\n`,
  );
  return process.env.CI ? 1 : 0;
}

function tell(exits) {
  const { passed, failed, skipped } = countTests();
  const sum = `${passed} tests passed · ${failed} failed · ${skipped} skipped`;
  process.stdout.write(`\n${[...leftLines(), ...failureLines(), '', sum].join('\n')}\n`);
  return passed > 0 && exits.every((code) => code === 0) ? 0 : 1;
}
