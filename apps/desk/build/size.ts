/** `node build/size.ts`: what the browser loads until the inbox can be used, in kB gzip; fails above the limit. */
import { join } from 'node:path';
import { firstLoad, firstLoadBytes, firstLoadLimit, gzippedBytes } from './first-load.ts';

const dist = join(import.meta.dirname, '../dist');
const kb = (bytes: number) => (bytes / 1000).toFixed(1).padStart(7);

const sizes = [...firstLoad(dist, 'zh-CN')].map((file) => ({
  file,
  bytes: gzippedBytes(join(dist, file)),
}));
sizes.sort((a, b) => b.bytes - a.bytes);
for (const { file, bytes } of sizes.slice(0, 20)) console.log(kb(bytes), file);
const total = firstLoadBytes(dist);
console.log(`desk, first load:${kb(total)} kB gzip of${kb(firstLoadLimit)}, ${sizes.length} files`);
process.exitCode = total > firstLoadLimit ? 1 : 0;
