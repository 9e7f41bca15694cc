import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { compressFolder } from './compress.mjs';
import { withOneAtATime } from './one-at-a-time.mjs';
import { runQuietly } from './run.mjs';
import { runtimeEnvironment } from './runtime.mjs';
import { root, say, Trouble } from './say.mjs';

const apps = ['desk', 'widget', 'storefront', 'server'];
const shared = ['packages/contract/src', 'packages/sdk/src', 'package-lock.json'];
const leftOut = new Set(['dist', 'node_modules', '.DS_Store']);

/** Builds the apps whose sources changed since their last build: all of them, or those named. */
export async function ensureBuilt(wanted = apps) {
  if (staleApps(wanted).length === 0) return;
  await withOneAtATime('build', async () => {
    for (const { app, hash } of staleApps(wanted)) await build(app, hash);
  });
}

function staleApps(wanted) {
  const common = hashOf(shared);
  return wanted
    .filter((app) => existsSync(join(root, 'apps', app, 'vite.config.ts')))
    .map((app) => ({ app, hash: hashOf([`apps/${app}`]) + common }))
    .filter(({ app, hash }) => readOr(stampOf(app)) !== hash);
}

async function build(app, hash) {
  say(`Building the ${app} · 正在构建 ${app}…`);
  const { code, output } = await runQuietly(buildCommand(app), [], {
    cwd: join(root, 'apps', app),
    env: { ...runtimeEnvironment(), NODE_ENV: 'production' },
    shell: true,
  });
  if (code === 0) {
    if (app !== 'server') compressFolder(join(root, 'apps', app, 'dist'));
    return writeFileSync(stampOf(app), hash);
  }
  process.stderr.write(output);
  throw new Trouble(
    `The ${app} could not be built; the reason stands above.`,
    `${app} 构建失败，原因见上。`,
  );
}

function buildCommand(app) {
  const about = JSON.parse(readFileSync(join(root, 'apps', app, 'package.json'), 'utf8'));
  return about.scripts?.build ?? 'vite build';
}

function stampOf(app) {
  return join(root, 'apps', app, 'dist', '.stamp');
}

function hashOf(paths) {
  const hash = createHash('sha256');
  for (const path of paths) addTo(hash, join(root, path), path);
  return hash.digest('hex');
}

function addTo(hash, path, name) {
  const folder = listOr(path);
  if (folder === undefined) return hash.update(`${name}\0`).update(readFileSync(path));
  for (const entry of folder.filter((entry) => !leftOut.has(entry)).sort()) {
    addTo(hash, join(path, entry), `${name}/${entry}`);
  }
}

function listOr(path) {
  try {
    return readdirSync(path);
  } catch (error) {
    if (error.code === 'ENOTDIR') return undefined;
    throw error;
  }
}

function readOr(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
