import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { cached } from './cache.ts';
import type { Found } from './chromium.ts';

/** The Chromium inside @sparticuz/chromium (Linux x64), with the libraries it brings along. */
export async function packagedChromium(): Promise<Found> {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error(`@sparticuz/chromium is not made for ${process.platform}-${process.arch}`);
  }
  const folder = await cached(`chromium-${packageVersion()}`, unpack);
  const libraries = [join(folder, 'al2023', 'lib'), process.env.LD_LIBRARY_PATH ?? ''];
  return {
    path: join(folder, 'chromium'),
    env: { LD_LIBRARY_PATH: libraries.filter((path) => path !== '').join(':') },
  };
}

/** The package unpacks into the system's temporary folder, in a process where that is ours. */
async function unpack(folder: string): Promise<void> {
  const program = `(await import('@sparticuz/chromium')).default.executablePath()`;
  await promisify(execFile)(process.execPath, ['--input-type=module', '-e', `await ${program}`], {
    cwd: import.meta.dirname,
    // Without the name of such a runtime the package leaves its libraries packed.
    env: { ...process.env, TMPDIR: folder, AWS_LAMBDA_JS_RUNTIME: 'nodejs22.x' },
  });
}

function packageVersion(): string {
  const entry = createRequire(import.meta.url).resolve('@sparticuz/chromium');
  const about: { version: string } = JSON.parse(
    readFileSync(join(entry, '..', '..', 'package.json'), 'utf8'),
  );
  return about.version;
}
