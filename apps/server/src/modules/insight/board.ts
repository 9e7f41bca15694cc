import { sql } from 'kysely';
import type { StaffActor } from '../../kernel/actor.ts';
import { now } from '../../kernel/clock.ts';
import { run, type Tx } from '../../kernel/tx.ts';
import { briefShops, findShop } from '../shops/index.ts';
import { shopsSeen } from './scope.ts';

interface Live {
  readonly id: string;
  readonly shopId: string;
  readonly assigneeId: string | null;
  readonly state: 'open' | 'pending' | 'snoozed';
  readonly waitingSince: Date | null;
}

const most = 20_000;

/** Conversations that are going on in these shops. */
const liveOnes = (tx: Tx, shops: readonly string[]) =>
  run<Live>(
    tx,
    sql`select id, shop_id as "shopId", assignee_id as "assigneeId", state, waiting_since as "waitingSince"
        from published.conversation_states where team_id = ${tx.team} and state in ('open', 'pending', 'snoozed')
          and shop_id = any(${[...shops]}::uuid[]) order by waiting_since nulls last, id limit ${most}`,
  );

/** REP-10: the floor as it stands; the desk keeps it true by the events it hears anyway. */
export async function getBoard(actor: StaffActor, tx: Tx) {
  const seen = await briefShops(tx, shopsSeen(actor));
  const conversations = await liveOnes(
    tx,
    seen.map(({ id }) => id),
  );
  const shops = [];
  for (const { id, name } of seen) {
    const shop = await findShop(tx, id);
    shops.push({ id, name, answerPromiseSeconds: shop?.settings.answerPromiseSeconds ?? 60 });
  }
  return {
    at: now().toISOString(),
    shops,
    conversations: conversations.map((one) => ({
      ...one,
      waitingSince: one.waitingSince?.toISOString() ?? null,
    })),
  };
}
