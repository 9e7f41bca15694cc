import { spawnSync } from 'node:child_process';
import { globSync } from 'node:fs';

// tsc over every workspace that has a tsconfig; all faults are shown before it ends.
const projects = globSync('{apps,packages,bench,e2e,scripts}/**/tsconfig.json', {
  exclude: (name) => name === 'node_modules' || name === 'dist',
}).sort();

const failed = projects.filter((project) => {
  const words = ['node_modules/typescript/bin/tsc', '-p', project, '--noEmit'];
  return spawnSync(process.execPath, words, { stdio: 'inherit' }).status !== 0;
});

console.log(`${projects.length - failed.length} of ${projects.length} projects type-check`);
process.exitCode = failed.length === 0 ? 0 : 1;
