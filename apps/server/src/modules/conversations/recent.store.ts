import { sql } from 'kysely';
import { first, run, type Tx } from '../../kernel/tx.ts';

export interface RecentMessage {
  readonly seq: number;
  readonly author: 'buyer' | 'member' | 'system';
  readonly text: string;
  /** Type and id of its card; null where it has none. */
  readonly card: { readonly type: string; readonly id: string } | null;
}

/** What was said last, newest first, and the page the buyer last wrote from. */
export interface Recent {
  readonly messages: readonly RecentMessage[];
  readonly page: { readonly productId?: string; readonly url?: string } | null;
}

/** The last words of a conversation between buyer and team; for deciding, not for a screen. */
export async function recentOf(tx: Tx, conversationId: string, limit: number): Promise<Recent> {
  const messages = await run<RecentMessage>(
    tx,
    sql`select seq, author_kind as author, text,
          case when card is not null then json_build_object('type', card->>'type', 'id', card->>'id') end as card
        from messages where team_id = ${tx.team} and conversation_id = ${conversationId}
          and kind in ('text', 'card') and recalled_at is null and not hidden
        order by seq desc limit ${limit}`,
  );
  const row = await first<Pick<Recent, 'page'>>(
    tx,
    sql`select page from conversations where team_id = ${tx.team} and id = ${conversationId}`,
  );
  return { messages, page: row?.page ?? null };
}

/** What the buyer wrote after a place in the conversation. */
export const wordsAfter = (
  tx: Tx,
  conversationId: string,
  seq: number,
): Promise<{ text: string }[]> =>
  run(
    tx,
    sql`select text from messages where team_id = ${tx.team} and conversation_id = ${conversationId} and seq > ${seq}
          and author_kind = 'buyer' and kind = 'text' and recalled_at is null order by seq limit 20`,
  );
