import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { withOneAtATime } from './one-at-a-time.mjs';
import { runQuietly } from './run.mjs';
import { hasOwnRuntime, runtimePackage } from './runtime.mjs';
import { root, say, Trouble } from './say.mjs';

const modules = join(root, 'node_modules');
const stamp = join(modules, '.guitai-stamp');

/** Makes node_modules what package-lock.json says; nothing to do takes a millisecond. */
export async function ensureInstalled() {
  if (isCurrent()) return;
  await withOneAtATime('install', async () => {
    if (isCurrent()) return; // another start did it while we waited
    if (!matchesLock()) await install();
    rmSync(join(root, '.cache', 'runtime'), { recursive: true, force: true });
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
    // All there already: npm has not yet removed an earlier installation.
    if (count < expected) say(`  ${count} of ${expected} packages · ${count}/${expected} 个包`);
  }, 3_000);
  const { code, output } = await npm(await installer(), [
    'ci',
    '--include=dev',
    '--include=optional',
  ]).finally(() => clearInterval(timer));
  if (code === 0) return;
  const why = output
    .split('\n')
    .filter((line) => /npm err/i.test(line))
    .slice(0, 3)
    .join(' ')
    .trim();
  throw new Trouble(
    `npm could not install the parts (${why || `exit ${code}`}); check the network and the folder's rights and start again.`,
    `npm 安装依赖失败（${why || `退出码 ${code}`}）；请检查网络与目录权限后重试。`,
  );
}

/**
 * The Node that npm runs on: npm leaves out optional parts that do not fit its own Node, so an old
 * one first fetches the runtime alone.
 */
async function installer() {
  if (hasOwnRuntime()) return process.execPath;
  const about = runtimePackage();
  if (about === undefined) return process.execPath;
  const folder = join(root, '.cache', 'runtime');
  say(`Fetching Node ${about.version} · 正在获取 Node ${about.version}…`);
  mkdirSync(folder, { recursive: true });
  const words = [
    'install',
    '--prefix',
    folder,
    '--no-save',
    '--no-package-lock',
    '--ignore-scripts',
  ];
  const { code } = await npm(process.execPath, [...words, `${about.name}@${about.version}`]);
  return code === 0 ? about.programIn(folder) : process.execPath;
}

/** Runs the npm that called us, else the one on the path, on this Node. */
function npm(node, words) {
  const own = process.env.npm_execpath;
  const found = own?.endsWith('npm-cli.js');
  const path = `${dirname(node)}${delimiter}${process.env.PATH ?? ''}`;
  return runQuietly(found ? node : 'npm', found ? [own, ...words] : words, {
    cwd: root,
    shell: process.platform === 'win32' && !found,
    env: { ...process.env, PATH: path, NODE_ENV: '' },
  });
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

/** Packages that npm has unpacked so far. */
function countPackages() {
  const names = readdirSync(modules).flatMap((name) =>
    name.startsWith('@')
      ? readdirSync(join(modules, name)).map((part) => join(name, part))
      : [name],
  );
  return names.filter((name) => existsSync(join(modules, name, 'package.json'))).length;
}

function readOr(file, fallback) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return fallback;
  }
}
