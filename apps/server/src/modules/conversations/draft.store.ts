import { sql } from 'kysely';
import { run, type Tx } from '../../kernel/tx.ts';

export const keepDraft = (
  tx: Tx,
  member: string,
  draft: { readonly conversationId: string; readonly kind: string; readonly text: string },
): Promise<unknown> =>
  run(
    tx,
    sql`insert into drafts (team_id, member_id, conversation_id, kind, text, at)
        values (${tx.team}, ${member}, ${draft.conversationId}, ${draft.kind}, ${draft.text}, now())
        on conflict (team_id, member_id, conversation_id, kind)
        do update set text = excluded.text, at = excluded.at`,
  );

export const forgetDraft = (
  tx: Tx,
  member: string,
  conversationId: string,
  kind: string,
): Promise<unknown> =>
  run(
    tx,
    sql`delete from drafts where team_id = ${tx.team} and member_id = ${member}
        and conversation_id = ${conversationId} and kind = ${kind}`,
  );
