import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readSettings } from '../apps/server/src/config.ts';
import { quiet } from '../apps/server/src/kernel/log.ts';
import { serve } from '../apps/server/src/serve.ts';
import { withSecretKey } from '../apps/server/src/settings/secret-key.ts';

// Writes what the server publishes at /api/openapi.json into the contract package;
// with --check, says whether the committed file is that.
const file = join(import.meta.dirname, '../packages/contract/openapi.json');
const published = `${JSON.stringify(await publishedDocument(), null, 2)}\n`;

if (!process.argv.includes('--check')) {
  writeFileSync(file, published);
} else if (!existsSync(file) || readFileSync(file, 'utf8') !== published) {
  console.error(
    'packages/contract/openapi.json is not current; run "npm run openapi" and commit it.',
  );
  process.exitCode = 1;
} else {
  console.log('packages/contract/openapi.json is current');
}

async function publishedDocument(): Promise<unknown> {
  const dataDir = mkdtempSync(join(tmpdir(), 'guitai-openapi-'));
  chmodSync(dataDir, 0o755); // as root the database's own user must enter it
  const config = withSecretKey(readSettings({ PORT: '0', GUITAI_DATA_DIR: dataDir }));
  const { address, stop } = await serve(config, quiet, () => undefined);
  try {
    return await (await fetch(`${address}/api/openapi.json`)).json();
  } finally {
    await stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}
