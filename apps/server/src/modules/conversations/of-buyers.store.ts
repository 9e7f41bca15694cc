import type { workbench } from '@guitai/contract';
import { sql } from 'kysely';
import type { TeamActor } from '../../kernel/actor.ts';
import { isoColumn } from '../../kernel/events.ts';
import { run, type Tx } from '../../kernel/tx.ts';
import { readable } from './reading.store.ts';

type Found = workbench.EverythingShape['conversations'][number];

/** Conversations of these buyers the reader may see, newest first. */
export async function conversationsOfBuyers(
  actor: TeamActor,
  tx: Tx,
  buyerIds: readonly string[],
  limit: number,
): Promise<Found[]> {
  if (buyerIds.length === 0) return [];
  return run<Found>(
    tx,
    sql`select c.id, c.shop_id as "shopId", c.shop_name as "shopName", c.buyer_id as "buyerId", c.buyer_name as "buyerName", c.state,
          c.last_text as "lastText", ${sql.raw(isoColumn('c.last_at'))} as "lastAt"
        from conversations c
        where c.team_id = ${tx.team} and c.buyer_id = any(${[...buyerIds]}::uuid[]) and ${readable(actor)}
        order by c.last_at desc, c.id desc limit ${limit}`,
  );
}
