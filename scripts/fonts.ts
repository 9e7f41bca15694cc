import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { decompress } from 'wawoff2';
import { cached } from './cache.ts';

const packages = ['@fontsource-variable/noto-sans-sc', '@fontsource/noto-color-emoji'];

/**
 * Environment that makes fonts for Chinese and emoji known to Chromium on Linux, beside the machine's own:
 * a fresh machine has none and would show boxes.
 */
export async function fontsEnvironment(): Promise<Record<string, string>> {
  if (process.platform !== 'linux') return {};
  const folder = await cached('fonts', unpackFonts);
  const file = join(folder, 'fonts.conf');
  writeFileSync(file, configuration(folder));
  return { FONTCONFIG_FILE: file };
}

/** The packages hold web fonts; Chromium takes only plain ones from the system. */
async function unpackFonts(folder: string): Promise<void> {
  for (const name of packages) {
    const files = join(dirname(createRequire(import.meta.url).resolve(name)), 'files');
    for (const file of readdirSync(files).filter((entry) => entry.endsWith('.woff2'))) {
      const font = await decompress(readFileSync(join(files, file)));
      writeFileSync(join(folder, file.replace('.woff2', '.ttf')), font);
    }
  }
}

function configuration(folder: string): string {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <dir>/usr/share/fonts</dir>
  <dir>${folder}</dir>
  <cachedir>${join(folder, 'cache')}</cachedir>
  <alias binding="weak">
    <family>sans-serif</family>
    <prefer>
      <family>Noto Sans</family>
      <family>DejaVu Sans</family>
      <family>Noto Sans SC Thin</family>
    </prefer>
  </alias>
</fontconfig>
`;
}
