import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { decompress } from 'wawoff2';
import { cached } from './cache.ts';

/**
 * Environment that makes a font for Chinese known to Chromium on Linux, beside the machine's own:
 * a fresh machine has none and would show boxes.
 */
export async function fontsEnvironment(): Promise<Record<string, string>> {
  if (process.platform !== 'linux') return {};
  const folder = await cached('fonts', unpackFonts);
  const file = join(folder, 'fonts.conf');
  writeFileSync(file, configuration(folder));
  return { FONTCONFIG_FILE: file };
}

/** The package holds web fonts; Chromium takes only plain ones from the system. */
async function unpackFonts(folder: string): Promise<void> {
  const entry = createRequire(import.meta.url).resolve('@fontsource-variable/noto-sans-sc');
  const files = join(dirname(entry), 'files');
  for (const name of readdirSync(files).filter((name) => name.endsWith('.woff2'))) {
    const font = await decompress(readFileSync(join(files, name)));
    writeFileSync(join(folder, name.replace('.woff2', '.ttf')), font);
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
