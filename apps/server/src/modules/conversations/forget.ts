import { sql } from 'kysely';
import type { TeamActor } from '../../kernel/actor.ts';
import { enqueue, unqueue } from '../../kernel/jobs.ts';
import { run, type Tx } from '../../kernel/tx.ts';
import { conversationAssigned } from './events.ts';
import { removeBytes } from './jobs.ts';
import { tell } from './say.ts';
import { lockStanding, saveStanding } from './standing.store.ts';
import { wakeKey } from './waking.ts';

const ofShop = (tx: Tx, shopId: string) =>
  sql`conversation_id in (select id from conversations where team_id = ${tx.team} and shop_id = ${shopId})`;

/** Forgets a shop's conversations with everything in them, for removing the sample shop only; the log of events stays. */
export async function forgetConversationsOf(tx: Tx, shopId: string): Promise<void> {
  const sleeping = await run<{ id: string }>(
    tx,
    sql`select id from conversations where team_id = ${tx.team} and shop_id = ${shopId} and state = 'snoozed'`,
  );
  for (const { id } of sleeping) await unqueue(tx, wakeKey(id));
  const files = await run<{ key: string; thumbnail_key: string | null }>(
    tx,
    sql`delete from chat_files where team_id = ${tx.team} and ${ofShop(tx, shopId)} returning key, thumbnail_key`,
  );
  const keys = files.flatMap((file) => [
    file.key,
    ...(file.thumbnail_key ? [file.thumbnail_key] : []),
  ]);
  if (keys.length > 0) await enqueue(tx, removeBytes, { keys });
  await run(tx, sql`select forget_messages_of(${shopId})`);
  await run(tx, sql`delete from message_search where team_id = ${tx.team} and shop_id = ${shopId}`);
  for (const table of ['read_marks', 'drafts']) {
    await run(
      tx,
      sql`delete from ${sql.table(table)} where team_id = ${tx.team} and ${ofShop(tx, shopId)}`,
    );
  }
  await run(
    tx,
    sql`update conversations set previous_id = null
        where team_id = ${tx.team} and shop_id = ${shopId} and previous_id is not null`,
  );
  await run(tx, sql`delete from conversations where team_id = ${tx.team} and shop_id = ${shopId}`);
}

/** Gives back to the queue what a member holds, and forgets marks, drafts and availability; before the member is removed. */
export async function forgetMember(actor: TeamActor, tx: Tx, memberId: string): Promise<void> {
  const held = await run<{ id: string }>(
    tx,
    sql`select id from conversations where team_id = ${tx.team} and assignee_id = ${memberId} order by id`,
  );
  for (const { id } of held) {
    const before = await lockStanding(tx, id);
    if (!before) continue;
    const after = { ...before, assigneeId: null, version: before.version + 1 };
    await saveStanding(tx, after);
    tell(tx, actor, conversationAssigned, before, after);
  }
  for (const table of ['read_marks', 'drafts', 'presence']) {
    await run(
      tx,
      sql`delete from ${sql.table(table)} where team_id = ${tx.team} and member_id = ${memberId}`,
    );
  }
}
