import { Id, Type } from '@guitai/contract';
import { defineBareJob, defineJob, enqueue, type JobType } from '../../kernel/jobs.ts';
import type { ImportFiles } from './files.ts';
import { readImport } from './import.store.ts';
import { runImport } from './run.ts';

const payload = Type.Object({ importId: Id });

export interface ImportJobs {
  readonly run: JobType<typeof payload>;
  readonly watch: JobType<typeof payload>;
  readonly forget: JobType<typeof payload>;
}

const soon = () => new Date(Date.now() + 20_000);

/** The timers of an import. */
export function jobsWith(files: ImportFiles): ImportJobs {
  const run = defineBareJob('importing.run', payload, (actor, db, { importId }) =>
    runImport(db, actor, importId, files.pathOf(actor.team, importId)),
  );
  /** Looks every twenty seconds whether the process that reads is still there; where it fell silent, another goes on. */
  const watch: ImportJobs['watch'] = defineJob(
    'importing.watch',
    payload,
    async (_actor, tx, { importId }) => {
      const row = await readImport(tx, importId);
      if (!row || !['waiting', 'running', 'interrupted'].includes(row.state)) return;
      if (row.state !== 'running') await enqueue(tx, run, { importId });
      await enqueue(tx, watch, { importId }, { runAt: soon() });
    },
  );
  const forget = defineJob('importing.forget', payload, (actor, _tx, { importId }) =>
    files.remove(actor.team, importId),
  );
  return { run, watch, forget };
}
