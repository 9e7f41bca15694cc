// Adds to package-lock.json the builds for other systems that a registry without them left out:
// `npm ci` refuses a lock file that lacks one. Run after `npm install <package>`.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { missingParts } from './lib/lockfile.mjs';
import { root } from './lib/say.mjs';

const file = join(root, 'package-lock.json');

/** `@biomejs/cli-linux-arm64-musl` runs on os linux, cpu arm64, libc musl. */
function entryOf({ name, version, dev }) {
  const words = name.split('/').at(-1).split('-');
  const os = words.find((word) => /^(android|darwin|freebsd|linux|openharmony|win32)$/.test(word));
  const cpu = words[words.indexOf(os) + 1];
  const libc = words.includes('musl')
    ? { libc: ['musl'] }
    : words.includes('gnu')
      ? { libc: ['glibc'] }
      : {};
  return { version, cpu: [cpu], ...(dev ? { dev } : {}), ...libc, optional: true, os: [os] };
}

const lock = JSON.parse(readFileSync(file, 'utf8'));
const missing = missingParts(lock.packages);
for (const part of missing) lock.packages[`node_modules/${part.name}`] = entryOf(part);
lock.packages = Object.fromEntries(
  Object.entries(lock.packages).sort(([a], [b]) => a.localeCompare(b, 'en')),
);
if (missing.length > 0) writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
console.log(`${missing.length} parts added to the lock file`);
