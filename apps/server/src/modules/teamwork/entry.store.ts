import { sql } from 'kysely';
import { actorRef, type TeamActor } from '../../kernel/actor.ts';
import { now } from '../../kernel/clock.ts';
import { newId } from '../../kernel/ids.ts';
import { run, type Tx } from '../../kernel/tx.ts';

export interface NewEntry {
  readonly kind: string;
  readonly text?: string;
  readonly mentions?: readonly string[];
  readonly data?: object;
}

/** Adds a line to the task's history and discussion; returns its id. */
export async function addEntry(
  actor: TeamActor,
  tx: Tx,
  taskId: string,
  { kind, text = '', mentions = [], data = {} }: NewEntry,
): Promise<string> {
  const id = newId();
  const by = actorRef(actor);
  await run(
    tx,
    sql`insert into task_entries (team_id, id, task_id, kind, actor_kind, actor_id, text, mentions, data, at)
        values (${tx.team}, ${id}, ${taskId}, ${kind}, ${by.kind}, ${by.id}, ${text}, ${[...mentions]}::uuid[],
                ${JSON.stringify(data)}::jsonb, ${now()})`,
  );
  return id;
}
