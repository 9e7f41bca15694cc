import { importing } from '@guitai/contract';
import { isProblem, type ProblemError } from '@guitai/sdk';
import { useState } from 'react';
import { api } from '../../lib/api.ts';
import { refresh } from '../../lib/query.ts';
import { uploadWithProgress } from '../../lib/upload.ts';
import type { Mapping } from './mapping.rules.ts';

interface Start {
  readonly shopId: string;
  readonly file: File;
  readonly dryRun: boolean;
  /** Name of a kept mapping, or one to be kept first. */
  readonly mapping: string | { readonly name: string; readonly document: Mapping };
}

/** Keeps the mapping where it is new, then uploads the file; the run goes on by itself. */
export function useStartImport(onStarted: (importId: string) => void) {
  const [share, setShare] = useState<number>();
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<ProblemError | null>(null);
  const run = async ({ shopId, file, dryRun, mapping }: Start) => {
    setBusy(true);
    setRefusal(null);
    try {
      const name = typeof mapping === 'string' ? mapping : await keep(mapping);
      const made = await api.upload(
        importing.createImport,
        { shopId, mapping: name, dryRun },
        file,
        { name: file.name, fetch: uploadWithProgress(setShare) },
      );
      refresh(importing.listImports, importing.listMappings);
      onStarted(made.id);
    } catch (problem) {
      if (!isProblem(problem)) throw problem;
      setRefusal(problem);
    } finally {
      setBusy(false);
      setShare(undefined);
    }
  };
  return { run: (start: Start) => void run(start), busy, share, refusal };
}

async function keep({ name, document }: { name: string; document: Mapping }): Promise<string> {
  const kept = await api.call(importing.saveMapping, { name, document });
  return kept.name;
}
