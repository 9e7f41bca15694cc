import { sql } from 'kysely';
import { first, run, type Tx } from '../../kernel/tx.ts';
import type { Change } from './followup.store.ts';

/** Notes what a person did and how it was before, so that it can be taken back. */
export const writeStep = (
  tx: Tx,
  step: {
    readonly id: string;
    readonly version: number;
    readonly step: string;
    readonly before: Change;
    readonly by: string | null;
    readonly at: Date;
  },
) =>
  run(
    tx,
    sql`insert into followup_steps (team_id, followup_id, version, step, before, by_member, at)
        values (${tx.team}, ${step.id}, ${step.version}, ${step.step}, ${JSON.stringify(step.before)}, ${step.by}, ${step.at})`,
  );

/** The step that led to this version, if a person took it and nobody took it back. */
export const stepTo = (tx: Tx, id: string, version: number) =>
  first<{ step: string; before: Change }>(
    tx,
    sql`select step, before from followup_steps
        where team_id = ${tx.team} and followup_id = ${id} and version = ${version} and undone_at is null`,
  );

export const markUndone = (tx: Tx, id: string, version: number, at: Date) =>
  run(
    tx,
    sql`update followup_steps set undone_at = ${at} where team_id = ${tx.team} and followup_id = ${id} and version = ${version}`,
  );
