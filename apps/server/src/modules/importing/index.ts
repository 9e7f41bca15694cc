import { join } from 'node:path';
import { importing } from '@guitai/contract';
import { defineModule, type Module } from '../../kernel/module.ts';
import { route, routeBare } from '../../kernel/route.ts';
import { importProgressed } from './events.ts';
import { createImportFiles } from './files.ts';
import { cancelImport, getImport, listImports } from './import.ts';
import { jobsWith } from './jobs.ts';
import { listMappings, removeMapping, saveMapping } from './mapping.ts';
import { up } from './migrations/0001-importing.ts';
import { downloadRejects } from './rejects.ts';
import { createImportWith, repeatImportWith } from './upload.ts';

export type { ImportRow } from './import.store.ts';
export { type FileImport, importFile } from './import.ts';
export { saveMapping, shippedMappings } from './mapping.ts';
export { rejectLines } from './rejects.ts';

export const importingMigrations = [{ id: '0001-importing', up }];

/** The largest file the API takes; the command line reads files of any size where they lie. */
const limitBytes = 200 * 1024 * 1024;

/** Brings a shop's files in: it reads and maps them, and hands the records to the modules that own them. */
export function createImporting({ dataDir }: { readonly dataDir: string }): Module {
  const files = createImportFiles(join(dataDir, 'imports'), limitBytes);
  const jobs = jobsWith(files);
  const needs = { files, jobs, limitBytes };
  const permission = 'imports.run' as const;
  const audited = { audited: true };
  return defineModule({
    name: 'importing',
    migrations: importingMigrations,
    events: [importProgressed],
    jobs: Object.values(jobs),
    routes: [
      routeBare(importing.createImport, permission, createImportWith(needs), audited),
      route(importing.getImport, permission, getImport),
      route(importing.listImports, permission, listImports),
      route(importing.cancelImport, permission, cancelImport, audited),
      route(importing.repeatImport, permission, repeatImportWith(needs), audited),
      routeBare(importing.downloadRejects, permission, downloadRejects, audited),
      route(importing.listMappings, permission, listMappings),
      route(importing.saveMapping, permission, saveMapping, audited),
      route(importing.removeMapping, permission, removeMapping, audited),
    ],
  });
}
