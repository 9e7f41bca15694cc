import type { Refer } from '../../kernel/events.ts';
import { messageJsonText } from './message.json.ts';
import { postedJson } from './post.json.ts';
import { reachOf } from './post.plan.ts';
import type { Standing } from './post.rules.ts';
import { standingColumns } from './standing.store.ts';

/**
 * What the log says of posted messages, read back: the log keeps only which they were. The conversation is told as it
 * stands now, so a client that catches up sees no counter move twice: what moved it is told by `conversation.…` events.
 */
export const readPosted: Refer = async (client, team, ids) => {
  const result = await client.query<Standing & { message: string; messageId: string }>({
    name: 'posted-read',
    text: `select m.id as "messageId", ${messageJsonText}::text as message, ${standingColumns}
      from messages m join conversations c on c.team_id = m.team_id and c.id = m.conversation_id
      where m.team_id = $1 and m.id = any($2::uuid[])`,
    values: [team, ids],
  });
  return new Map(
    result.rows.map(({ message, messageId, ...standing }) => [
      messageId,
      { data: postedJson(message, standing, standing), reach: reachOf(standing) },
    ]),
  );
};
