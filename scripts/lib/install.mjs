import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { withOneAtATime } from './one-at-a-time.mjs';
import { runQuietly } from './run.mjs';
import { root, say, Trouble } from './say.mjs';

const modules = join(root, 'node_modules');
const stamp = join(modules, '.guitai-stamp');

/** Makes node_modules what package-lock.json says; nothing to do takes a millisecond. */
export async function ensureInstalled() {
  if (isCurrent()) return;
  await withOneAtATime('install', async () => {
    if (isCurrent()) return; // another start did it while we waited
    if (!matchesLock()) await install();
    writeFileSync(stamp, lockHash());
  });
}

function isCurrent() {
  return readOr(stamp, '') === lockHash();
}

/** A node_modules made by hand with npm is as good: same packages, same versions. */
function matchesLock() {
  const found = packagesOf(join(modules, '.package-lock.json'));
  const wanted = packagesOf(join(root, 'package-lock.json'));
  if (found === undefined || wanted === undefined) return false;
  const names = Object.keys(wanted).filter((name) => name !== '');
  return names.every((name) => {
    if (found[name] === undefined) return wanted[name].optional === true;
    return found[name].version === wanted[name].version && existsSync(join(root, name));
  });
}

async function install() {
  say('Installing the parts (once) · 正在安装依赖（仅首次）…');
  const expected = topLevelCount();
  const timer = setInterval(() => {
    const count = existsSync(modules) ? countPackages() : 0;
    say(
      `  ${Math.min(count, expected)} of ${expected} packages · ${Math.min(count, expected)}/${expected} 个包`,
    );
  }, 3_000);
  const [program, words] = npm();
  const { code, output } = await runQuietly(
    program,
    [...words, 'ci', '--include=dev', '--include=optional'],
    {
      cwd: root,
      shell: process.platform === 'win32' && words.length === 0,
      env: { ...process.env, NODE_ENV: '' },
    },
  ).finally(() => clearInterval(timer));
  if (code === 0) return;
  const why = output
    .split('\n')
    .filter((line) => /error/i.test(line))
    .slice(0, 3)
    .join(' ')
    .trim();
  throw new Trouble(
    `npm could not install the parts (${why || `exit ${code}`}); check the network and the folder's rights and start again.`,
    `npm 安装依赖失败（${why || `退出码 ${code}`}）；请检查网络与目录权限后重试。`,
  );
}

/** The npm that called us, else the one on the path. */
function npm() {
  const own = process.env.npm_execpath;
  return own?.endsWith('npm-cli.js') ? [process.execPath, [own]] : ['npm', []];
}

function lockHash() {
  const lock = readFileSync(join(root, 'package-lock.json'));
  return createHash('sha256')
    .update(lock)
    .update(`${process.platform}-${process.arch}`)
    .digest('hex');
}

function packagesOf(file) {
  const text = readOr(file, '');
  return text === '' ? undefined : JSON.parse(text).packages;
}

function topLevelCount() {
  const names = Object.entries(packagesOf(join(root, 'package-lock.json')) ?? {});
  return names.filter(
    ([name, about]) => /^node_modules\/(@[^/]+\/)?[^/]+$/.test(name) && !about.optional,
  ).length;
}

function countPackages() {
  return readdirSync(modules).reduce(
    (sum, name) => sum + (name.startsWith('@') ? readdirSync(join(modules, name)).length : 1),
    0,
  );
}

function readOr(file, fallback) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return fallback;
  }
}
