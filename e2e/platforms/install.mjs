/** Installs what the connector tests run against into a cache folder, once per lockfile, and tells where. */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { homedir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';

const here = import.meta.dirname ?? dirname(new URL(import.meta.url).pathname);
const schemaPackage = '@shopify/dev-mcp@1.16.0';
const schemaFile = 'package/dist/data/admin_2026-07.json.gz';

const npm = (args, cwd) =>
  execFileSync('npm', args, {
    cwd,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: 480_000,
  });

/** Folder of the cache for this lockfile. */
export function cacheFolder() {
  const hash = createHash('sha256')
    .update(readFileSync(join(here, 'package-lock.json')))
    .update(schemaPackage + schemaFile)
    .digest('hex')
    .slice(0, 12);
  const base = process.env.XDG_CACHE_HOME || join(homedir(), '.cache');
  return join(base, 'guitai', `platforms-${hash}`);
}

/** Installs unless it is there; throws with npm's own words when it cannot. */
export function installPlatforms() {
  const folder = cacheFolder();
  if (existsSync(folder)) return folder;
  mkdirSync(dirname(folder), { recursive: true });
  const work = mkdtempSync(`${folder}-`);
  try {
    for (const file of ['package.json', 'package-lock.json', '.npmrc'])
      copyFileSync(join(here, file), join(work, file));
    npm(['ci', '--ignore-scripts', '--no-audit', '--no-fund'], work);
    const packed = npm(['pack', '--silent', schemaPackage], work).trim().split('\n').at(-1);
    execFileSync('tar', ['xzf', packed, schemaFile], { cwd: work });
    renameSync(join(work, schemaFile), join(work, 'shopify-admin.json.gz'));
    rmSync(join(work, packed));
    renameSync(work, folder);
  } catch (error) {
    rmSync(work, { recursive: true, force: true });
    if (!existsSync(folder))
      throw new Error(
        `${basename(folder)} could not be installed: ${error.stderr || error.message}`,
      );
  }
  return folder;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href)
  console.log(installPlatforms());
