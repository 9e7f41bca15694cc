import { sql } from 'kysely';
import { prepared, run, type Tx } from '../../kernel/tx.ts';
import type { Standing } from './post.rules.ts';
import type { Step } from './say.ts';
import { standingColumns } from './standing.store.ts';

/** Locks conversations, lowest id first so that two batches never wait for each other. Unknown ids are missing. */
export async function lockStandings(
  tx: Tx,
  ids: readonly string[],
): Promise<Map<string, Standing>> {
  const rows = await prepared<Standing>(
    tx,
    'conversations-lock',
    `select ${standingColumns} from conversations c where c.team_id = $1 and c.id = any($2::uuid[])
     order by c.id for no key update`,
    [tx.team, [...ids].sort()],
  );
  return new Map(rows.map((row) => [row.id, row]));
}

/** Writes messages whose conversations the transaction holds. */
export async function insertPosts(tx: Tx, steps: readonly Step[]): Promise<void> {
  const rows = steps.map(({ placed, after }) => ({
    ...placed,
    conversation_id: after.id,
    author_kind: placed.authorKind,
    author_id: placed.authorId,
    author_name: placed.authorName,
    waiting_since: after.waitingSince,
    inbound: after.inbound,
    outbound: after.outbound,
  }));
  await prepared(
    tx,
    'messages-insert',
    `insert into messages (team_id, conversation_id, seq, id, kind, author_kind, author_id, author_name, text, card,
       at, waiting_since, inbound, outbound)
     select $1, conversation_id, seq, id, kind, author_kind, author_id, author_name, text, card, at, waiting_since,
       inbound, outbound
     from json_to_recordset($2::json) as r(conversation_id uuid, seq int, id uuid, kind text, author_kind text,
       author_id uuid, author_name text, text text, card json, at timestamptz, waiting_since timestamptz,
       inbound int, outbound int)`,
    [tx.team, JSON.stringify(rows)],
  );
}

/** Writes what messages of the team change of their conversations. */
export async function saveStandings(tx: Tx, standings: readonly Standing[]): Promise<void> {
  await prepared(
    tx,
    'conversations-save',
    `update conversations c set version = r.version, last_seq = r."lastSeq", last_text = r."lastText",
       last_kind = r."lastKind", last_author_kind = r."lastAuthorKind", last_at = r."lastAt",
       waiting_since = r."waitingSince", inbound = r.inbound, outbound = r.outbound,
       reply_seq = r."replySeq", reply_by = r."replyBy"
     from json_to_recordset($2::json) as r(id uuid, version int, "lastSeq" int, "lastText" text, "lastKind" text,
       "lastAuthorKind" text, "lastAt" timestamptz, "waitingSince" timestamptz, inbound int, outbound int,
       "replySeq" int, "replyBy" uuid)
     where c.team_id = $1 and c.id = r.id`,
    [tx.team, JSON.stringify(standings)],
  );
}

/** The newest conversation that is not spam, per buyer and shop. */
export const newestConversationsOf = (
  tx: Tx,
  wanted: ReadonlyArray<{ readonly buyerId: string; readonly shopId: string }>,
): Promise<{ id: string; buyerId: string; shopId: string }[]> =>
  run(
    tx,
    sql`select distinct on (c.buyer_id, c.shop_id) c.id, c.buyer_id as "buyerId", c.shop_id as "shopId"
        from conversations c
        where c.team_id = ${tx.team} and c.buyer_id = any(${wanted.map((w) => w.buyerId)}::uuid[])
          and c.shop_id = any(${[...new Set(wanted.map((w) => w.shopId))]}::uuid[]) and c.state <> 'spam'
        order by c.buyer_id, c.shop_id, c.state = 'resolved', c.opened_at desc, c.id desc`,
  );
