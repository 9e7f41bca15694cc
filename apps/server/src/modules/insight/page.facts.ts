import { type RawBuilder, sql } from 'kysely';
import { run, type Tx } from '../../kernel/tx.ts';
import type { Service } from './credit.rules.ts';
import type { AskedFact, SaleFact, ServicesOf } from './enquiry.rules.ts';
import type { ReplyKind } from './fold.types.ts';

/** Instants are ms since 1970. */
export interface RoundFact {
  readonly talk: string;
  readonly episode: number;
  readonly seq: number;
  readonly buyer: string;
  readonly day: string;
  readonly minute: number;
  readonly started: number;
  readonly chain: number;
  readonly continued: boolean;
  readonly reply: number | null;
  readonly kind: ReplyKind | null;
  readonly human: number | null;
  readonly by: string | null;
  readonly held: number | null;
  readonly holder: string | null;
  readonly bot: number | null;
  readonly dismissed: boolean;
  readonly messages: number;
}

export interface SessionFact {
  readonly minute: number;
  readonly started: number;
  readonly begun: string | null;
  readonly reopened: boolean;
  readonly asked: number | null;
  readonly reply: number | null;
  readonly kind: ReplyKind | null;
  readonly human: number | null;
  readonly by: string | null;
  readonly last: string | null;
  readonly assigned: number | null;
  readonly holder: string | null;
  readonly bot: number | null;
  readonly closed: number | null;
  readonly closer: string | null;
  readonly closedBy: string | null;
  readonly people: number;
  readonly machines: number;
}

export interface PartFact {
  readonly talk: string;
  readonly member: string;
  readonly buyer: string;
  readonly messages: number;
}

export interface MoneyFact {
  readonly member: string | null;
  readonly kind: 'refund' | 'concession';
  readonly amount: number;
  readonly currency: string;
}

/** Everything that is known of one shop's day. */
export interface DayFacts {
  readonly rounds: readonly RoundFact[];
  readonly sessions: readonly SessionFact[];
  readonly parts: readonly PartFact[];
  readonly asked: readonly AskedFact[];
  readonly sales: readonly SaleFact[];
  readonly services: ServicesOf;
  readonly money: readonly MoneyFact[];
}

const ms = (column: string) => sql.raw(`(extract(epoch from ${column}) * 1000)::bigint`);

/** Enquiries, their orders and who served, of the rows that are meant; one enquiry a buyer and day. */
export async function enquiryFacts(tx: Tx, here: RawBuilder<unknown>) {
  const key = sql`concat(day, ' ', shop_id, ' ', buyer_id) as key`;
  const session = sql`concat(conversation_id, ' ', episode) as session`;
  const asked = await run<AskedFact>(
    tx,
    sql`select ${key}, ${session}, product_id as product, ${ms('asked_at')} as asked from insight_enquiries where ${here}`,
  );
  const sales = await run<SaleFact>(
    tx,
    sql`select ${key}, ${session}, product_id as product, ${ms('asked_at')} as asked, order_id as "order", ${ms('ordered_at')} as ordered,
          ${ms('paid_at')} as paid, value_minor as value, paid_minor as kept, reversed_minor as back, reversed, currency
        from insight_sales where ${here}`,
  );
  const services = await run<Service & { session: string }>(
    tx,
    sql`select ${session}, product_id as product, member_id as member, why, to_json(at_ms) as at from insight_services where ${here}`,
  );
  return { asked, sales, services: Map.groupBy(services, (one) => one.session) };
}

/** Reads the facts of one shop's day. */
export async function dayFacts(tx: Tx, shopId: string, day: string): Promise<DayFacts> {
  const here = sql`team_id = ${tx.team} and shop_id = ${shopId} and day = ${day}::date`;
  return {
    rounds: await run<RoundFact>(
      tx,
      sql`select conversation_id as talk, episode, seq, buyer_id as buyer, day::text as day, minute, ${ms('started_at')} as started,
            ${ms('chain_at')} as chain, continued, ${ms('reply_at')} as reply, reply_kind as kind, ${ms('human_at')} as human,
            human_by as by, ${ms('held_since')} as held, holder_id as holder, ${ms('bot_until')} as bot,
            dismissed_at is not null as dismissed, messages
          from insight_rounds where ${here} order by conversation_id, seq`,
    ),
    sessions: await run<SessionFact>(
      tx,
      sql`select minute, ${ms('started_at')} as started, begun_by as begun, reopened, ${ms('first_customer_at')} as asked,
            ${ms('first_reply_at')} as reply, first_reply_kind as kind, ${ms('first_human_at')} as human, first_human_by as by,
            last_human_by as last, ${ms('assigned_at')} as assigned, assigned_to as holder, ${ms('bot_until')} as bot,
            ${ms('closed_at')} as closed, closed_kind as closer, closed_by as "closedBy", human_messages as people,
            auto_messages as machines
          from insight_sessions where ${here} and not spam`,
    ),
    parts: await run<PartFact>(
      tx,
      sql`select conversation_id as talk, member_id as member, buyer_id as buyer, messages from insight_parts where ${here}`,
    ),
    ...(await enquiryFacts(tx, here)),
    money: await run<MoneyFact>(
      tx,
      sql`select member_id as member, kind, amount_minor as amount, currency from insight_acts
          where ${here} and state in ('done', 'pending')`,
    ),
  };
}
