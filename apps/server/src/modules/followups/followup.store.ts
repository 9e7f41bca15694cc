import { sql } from 'kysely';
import { run, type Tx } from '../../kernel/tx.ts';
import type { FollowupRow } from './tables.ts';

export const columnsText = `f.id, f.shop_id as "shopId", f.buyer_id as "buyerId", f.reason, f.occasion, f.state, f.topic, f.since,
  f.planned_at as "plannedAt", f.conversation_id as "conversationId", f.order_id as "orderId", f.product_id as "productId",
  f.variant_id as "variantId", f.below_minor as "belowMinor", f.assignee_id as "assigneeId", f.note, f.message_id as "messageId",
  f.round, f.result, f.why, f.contacted_at as "contactedAt", f.contacted_by as "contactedBy", f.closed_at as "closedAt", f.version`;

export const columns = sql.raw(columnsText);

/** These follow-ups, held until the transaction ends, in one order for everybody. */
export const lockFollowups = (tx: Tx, ids: readonly string[]) =>
  run<FollowupRow>(
    tx,
    sql`select ${columns} from followups f where f.team_id = ${tx.team} and f.id = any(${[...ids]}::uuid[])
        order by f.id for update`,
  );

/** What of a row a step may change. */
export type Change = Partial<
  Pick<
    FollowupRow,
    | 'state'
    | 'plannedAt'
    | 'assigneeId'
    | 'conversationId'
    | 'messageId'
    | 'round'
    | 'result'
    | 'note'
    | 'why'
    | 'contactedAt'
    | 'contactedBy'
    | 'closedAt'
  >
>;

const named: Readonly<Record<keyof Change, string>> = {
  state: 'state',
  plannedAt: 'planned_at',
  assigneeId: 'assignee_id',
  conversationId: 'conversation_id',
  messageId: 'message_id',
  round: 'round',
  result: 'result',
  note: 'note',
  why: 'why',
  contactedAt: 'contacted_at',
  contactedBy: 'contacted_by',
  closedAt: 'closed_at',
};

/** Changes one that the transaction holds; its version goes on. */
export async function changeFollowup(tx: Tx, id: string, change: Change): Promise<void> {
  const sets = Object.entries(change).map(
    ([name, value]) => sql`${sql.ref(named[name as keyof Change])} = ${value}`,
  );
  await run(
    tx,
    sql`update followups set ${sql.join([...sets, sql`version = version + 1`])} where team_id = ${tx.team} and id = ${id}`,
  );
}

export interface NewFollowup {
  readonly id: string;
  readonly shopId: string;
  readonly buyerId: string;
  readonly reason: FollowupRow['reason'];
  readonly occasion: string;
  readonly state: FollowupRow['state'];
  readonly topic: FollowupRow['topic'];
  readonly since: Date;
  readonly plannedAt?: Date | null;
  readonly conversationId?: string | null;
  readonly orderId?: string | null;
  readonly productId?: string | null;
  readonly variantId?: string | null;
  readonly belowMinor?: number | null;
  readonly assigneeId?: string | null;
  readonly note?: string;
}

/** Writes those that are not there yet; the ids of those written. */
export async function insertFollowups(
  tx: Tx,
  rows: readonly NewFollowup[],
  at: Date,
): Promise<Set<string>> {
  if (rows.length === 0) return new Set();
  const made = await run<{ id: string }>(
    tx,
    sql`insert into followups (team_id, id, shop_id, buyer_id, reason, occasion, state, topic, since, planned_at, conversation_id,
          order_id, product_id, variant_id, below_minor, assignee_id, note, made_at)
        select ${tx.team}, r.id, r."shopId", r."buyerId", r.reason, r.occasion, r.state, r.topic, r.since, r."plannedAt",
          r."conversationId", r."orderId", r."productId", r."variantId", r."belowMinor", r."assigneeId", coalesce(r.note, ''), ${at}
        from json_to_recordset(${JSON.stringify(rows)}::json) as r(id uuid, "shopId" uuid, "buyerId" uuid, reason text, occasion text,
          state text, topic text, since timestamptz, "plannedAt" timestamptz, "conversationId" uuid, "orderId" uuid, "productId" uuid,
          "variantId" uuid, "belowMinor" bigint, "assigneeId" uuid, note text)
        on conflict do nothing returning id`,
  );
  return new Set(made.map(({ id }) => id));
}
