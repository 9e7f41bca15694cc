import { sql } from 'kysely';
import { first, run, type Tx } from '../../kernel/tx.ts';

/** How many messages of each side there were up to a number; the last one's when the number is beyond it. */
export const countsAt = (
  tx: Tx,
  conversationId: string,
  seq: number,
): Promise<{ seq: number; inbound: number; outbound: number } | undefined> =>
  first(
    tx,
    sql`select seq, inbound, outbound from messages
        where team_id = ${tx.team} and conversation_id = ${conversationId} and seq <= ${seq}
        order by seq desc limit 1`,
  );

/** Moves a member's mark forward; false when it was already there. */
export async function moveMark(
  tx: Tx,
  conversationId: string,
  memberId: string,
  to: { readonly seq: number; readonly inbound: number },
): Promise<boolean> {
  const moved = await run(
    tx,
    sql`insert into read_marks (team_id, conversation_id, member_id, seq, inbound, at)
        values (${tx.team}, ${conversationId}, ${memberId}, ${to.seq}, ${to.inbound}, now())
        on conflict (team_id, conversation_id, member_id)
        do update set seq = excluded.seq, inbound = excluded.inbound, at = excluded.at
        where read_marks.seq < excluded.seq returning 1 as one`,
  );
  return moved.length > 0;
}

interface Marks {
  readonly buyerReadSeq: number;
  readonly staffReadSeq: number;
}

/** The team has seen the conversation up to there. Not a change the message pipeline must notice, so `version` stays. */
export const moveStaffRead = (
  tx: Tx,
  conversationId: string,
  seq: number,
): Promise<Marks | undefined> =>
  first(
    tx,
    sql`update conversations set staff_read_seq = greatest(staff_read_seq, ${seq})
        where team_id = ${tx.team} and id = ${conversationId}
        returning buyer_read_seq as "buyerReadSeq", staff_read_seq as "staffReadSeq"`,
  );

/** The buyer has seen it up to there; undefined when they already had. */
export const moveBuyerRead = (
  tx: Tx,
  conversationId: string,
  to: { readonly seq: number; readonly outbound: number },
): Promise<Marks | undefined> =>
  first(
    tx,
    sql`update conversations set buyer_read_seq = ${to.seq}, buyer_read_outbound = ${to.outbound}
        where team_id = ${tx.team} and id = ${conversationId} and buyer_read_seq < ${to.seq}
        returning buyer_read_seq as "buyerReadSeq", staff_read_seq as "staffReadSeq"`,
  );

/** The member's mark and what came after it. */
export const readMark = (
  tx: Tx,
  conversationId: string,
  memberId: string,
): Promise<{ readSeq: number; unread: number } | undefined> =>
  first(
    tx,
    sql`select coalesce(r.seq, 0) as "readSeq", greatest(0, c.inbound - coalesce(r.inbound, 0)) as unread
        from conversations c left join read_marks r
          on r.team_id = c.team_id and r.conversation_id = c.id and r.member_id = ${memberId}
        where c.team_id = ${tx.team} and c.id = ${conversationId}`,
  );
