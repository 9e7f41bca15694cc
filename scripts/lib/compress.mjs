import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

const text = /\.(?:js|css|html|svg|webmanifest)$/;
const smallestBytes = 600;

/** Lays `.br` and `.gz` beside every text of a built web app, so that the server compresses nothing while it serves. */
export function compressFolder(folder) {
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (entry.isFile() && text.test(entry.name)) compressFile(join(entry.parentPath, entry.name));
  }
}

function compressFile(path) {
  const bytes = readFileSync(path);
  if (bytes.length < smallestBytes) return;
  const hint = { [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
  writeFileSync(`${path}.br`, brotliCompressSync(bytes, { params: hint }));
  writeFileSync(`${path}.gz`, gzipSync(bytes, { level: 9 }));
}
