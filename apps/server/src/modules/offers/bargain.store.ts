import type { offers } from '@guitai/contract';
import { sql } from 'kysely';
import { type Actor, actorRef } from '../../kernel/actor.ts';
import { isoColumn } from '../../kernel/events.ts';
import { first, run, type Tx } from '../../kernel/tx.ts';

export type StepRow = Omit<offers.ConcessionShape, 'can'>;
export type BargainRow = Omit<offers.BargainShape, 'steps' | 'costMinor'> & {
  readonly shopId: string;
  readonly buyerId: string;
  readonly conversationId: string;
};

const iso = (column: string) => sql.raw(isoColumn(column));

const columns = sql`b.id, b.shop_id as "shopId", b.buyer_id as "buyerId", b.conversation_id as "conversationId", b.situation, b.outcome,
  b.order_id as "orderId", (select o.number from published.orders o where o.team_id = b.team_id and o.id = b.order_id) as "orderNumber", b.currency, b.paid_minor as "paidMinor", ${iso('b.opened_at')} as "openedAt",
  ${iso('b.closed_at')} as "closedAt"`;

/** The open talk with a buyer in a shop. */
export const openBargain = (tx: Tx, shopId: string, buyerId: string, lock = false) =>
  first<BargainRow>(
    tx,
    sql`select ${columns} from bargains b where b.team_id = ${tx.team} and b.shop_id = ${shopId} and b.buyer_id = ${buyerId}
        and b.outcome = 'open' ${lock ? sql`for update` : sql``}`,
  );

/** The newest talk of a conversation, also one that is over. */
export const newestBargain = (tx: Tx, conversationId: string) =>
  first<BargainRow>(
    tx,
    sql`select ${columns} from bargains b where b.team_id = ${tx.team} and b.conversation_id = ${conversationId}
        order by b.opened_at desc, b.id desc limit 1`,
  );

export const lockBargain = (tx: Tx, id: string) =>
  first<BargainRow>(
    tx,
    sql`select ${columns} from bargains b where b.team_id = ${tx.team} and b.id = ${id} for update`,
  );

/** The talk an order came from. */
export const bargainOfOrder = (tx: Tx, orderId: string) =>
  first<BargainRow>(
    tx,
    sql`select ${columns} from bargains b where b.team_id = ${tx.team} and b.order_id = ${orderId}
        order by b.opened_at desc limit 1 for update`,
  );

export const insertBargain = (
  tx: Tx,
  row: Pick<
    BargainRow,
    'id' | 'shopId' | 'buyerId' | 'conversationId' | 'situation' | 'currency'
  > & { at: Date },
) =>
  run(
    tx,
    sql`insert into bargains (team_id, id, shop_id, buyer_id, conversation_id, situation, currency, opened_at)
        values (${tx.team}, ${row.id}, ${row.shopId}, ${row.buyerId}, ${row.conversationId}, ${row.situation}, ${row.currency}, ${row.at})
        on conflict (team_id, shop_id, buyer_id) where outcome = 'open' do nothing`,
  );

interface Moved {
  readonly outcome: BargainRow['outcome'];
  readonly orderId: string | null;
  readonly paidMinor: number;
  readonly goodsCostMinor?: number | null;
  readonly at: Date;
}

export const moveBargain = (tx: Tx, id: string, moved: Moved) =>
  run(
    tx,
    sql`update bargains set outcome = ${moved.outcome}, order_id = ${moved.orderId}, paid_minor = ${moved.paidMinor},
          goods_cost_minor = coalesce(${moved.goodsCostMinor ?? null}::bigint, goods_cost_minor),
          closed_at = coalesce(closed_at, ${moved.at}) where team_id = ${tx.team} and id = ${id}`,
  );

const steps = sql`c.id, c.no, c.rung, c.state, c.situation, c.cost_minor as "costMinor", c.coupon_id as "couponId", c.act_id as "actId",
  c.approval_id as "approvalId", c.name, c.reason, coalesce(m.name, '') as "byName", ${iso('c.at')} as at`;

const stepsFrom = sql`concessions c left join published.members m on m.team_id = c.team_id and m.id = c.actor_id`;

export const readSteps = (tx: Tx, bargainId: string): Promise<StepRow[]> =>
  run(
    tx,
    sql`select ${steps} from ${stepsFrom} where c.team_id = ${tx.team} and c.bargain_id = ${bargainId} order by c.no`,
  );

export type LooseStep = StepRow & {
  readonly bargainId: string;
  readonly periods: readonly string[];
};

/** A step by its id, its coupon or its approval. */
export const findStep = (
  tx: Tx,
  by: { id: string } | { couponId: string } | { approvalId: string },
) => {
  const where =
    'id' in by
      ? sql`c.id = ${by.id}`
      : 'couponId' in by
        ? sql`c.coupon_id = ${by.couponId}`
        : sql`c.approval_id = ${by.approvalId}`;
  return first<LooseStep>(
    tx,
    sql`select ${steps}, c.bargain_id as "bargainId", c.periods from ${stepsFrom}
        where c.team_id = ${tx.team} and ${where} order by c.at desc limit 1`,
  );
};

export type NewStep = Pick<
  StepRow,
  | 'id'
  | 'rung'
  | 'state'
  | 'situation'
  | 'costMinor'
  | 'couponId'
  | 'actId'
  | 'approvalId'
  | 'name'
  | 'reason'
> & { readonly periods: readonly string[]; readonly at: Date };

export function insertStep(actor: Actor, tx: Tx, bargainId: string, step: NewStep) {
  const by = actorRef(actor);
  return run(
    tx,
    sql`insert into concessions (team_id, id, bargain_id, no, rung, state, situation, cost_minor, periods, name, coupon_id, act_id,
          approval_id, reason, actor_kind, actor_id, at)
        values (${tx.team}, ${step.id}, ${bargainId}, (select coalesce(max(no), 0) + 1 from concessions
            where team_id = ${tx.team} and bargain_id = ${bargainId}), ${step.rung}, ${step.state}, ${step.situation},
          ${step.costMinor}, ${[...step.periods]}::text[], ${step.name}, ${step.couponId}, ${step.actId}, ${step.approvalId},
          ${step.reason}, ${by.kind}, ${by.id}, ${step.at})`,
  );
}

export const writeStep = (
  tx: Tx,
  id: string,
  step: { readonly state: StepRow['state']; readonly couponId?: string | null; readonly at: Date },
) =>
  run(
    tx,
    sql`update concessions set state = ${step.state}, answered_at = ${step.at},
          coupon_id = coalesce(${step.couponId ?? null}::uuid, coupon_id) where team_id = ${tx.team} and id = ${id}`,
  );
