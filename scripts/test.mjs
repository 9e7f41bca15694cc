// `npm test`: the whole suite on the embedded PostgreSQL, then the journeys in a real browser.
// `npm test -- <filter>` runs the test files whose path contains it.
import { spawn } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBuilt } from './lib/build.mjs';
import { countTests, failureLines, leftLines, reports } from './lib/counts.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { runQuietly } from './lib/run.mjs';
import { runtime, runtimeEnvironment } from './lib/runtime.mjs';
import { giveUp, root } from './lib/say.mjs';
import { reportVariable } from './test-report.mjs';

const filters = process.argv.slice(2);

try {
  await ensureInstalled();
  await ensureBuilt();
  rmSync(reports, { recursive: true, force: true });
  mkdirSync(reports, { recursive: true });
  const suite = await vitest('suite', 'vitest.config.ts');
  const journeys = (await hasBrowser())
    ? await vitest('journeys', 'e2e/vitest.config.ts')
    : withoutBrowser();
  process.exit(tell(suite, journeys));
} catch (error) {
  giveUp(error);
}

/** Runs Vitest on the right runtime; resolves with its exit code. */
async function vitest(name, config) {
  const report = join(reports, `${name}.json`);
  const words = ['run', '--config', config, '--passWithNoTests', ...filters];
  words.push('--reporter=default', `--reporter=${join(root, 'scripts/test-report.mjs')}`);
  const program = join(root, 'node_modules/vitest/vitest.mjs');
  const code = await new Promise((resolve, reject) => {
    const child = spawn(runtime(), [program, ...words], {
      cwd: root,
      env: { ...runtimeEnvironment(), TEST_BUILT: 'yes', [reportVariable]: report },
      stdio: 'inherit',
    });
    child.once('error', reject).once('exit', (exit) => resolve(exit ?? 1));
    for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
  });
  return code;
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

function tell(...exits) {
  const { passed, failed, skipped } = countTests();
  const sum = `${passed} tests passed · ${failed} failed · ${skipped} skipped`;
  process.stdout.write(`\n${[...leftLines(), ...failureLines(), '', sum].join('\n')}\n`);
  return passed > 0 && exits.every((code) => code === 0) ? 0 : 1;
}
