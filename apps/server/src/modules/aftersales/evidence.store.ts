import { sql } from 'kysely';
import { type Actor, actorRef } from '../../kernel/actor.ts';
import { run, type Tx } from '../../kernel/tx.ts';

export interface EvidenceFile {
  readonly id: string;
  readonly name: string;
  readonly mime: string;
}

export const insertEvidence = (
  actor: Actor,
  tx: Tx,
  caseId: string,
  files: readonly EvidenceFile[],
) =>
  run(
    tx,
    sql`insert into aftersales_evidence (team_id, case_id, file_id, name, mime, actor_kind)
        select ${tx.team}, ${caseId}, r.id, r.name, r.mime, ${actorRef(actor).kind}
        from json_to_recordset(${JSON.stringify(files)}::json) as r(id uuid, name text, mime text)
        on conflict do nothing`,
  );
