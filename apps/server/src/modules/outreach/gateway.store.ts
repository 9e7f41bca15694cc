import { sql } from 'kysely';
import { first, run, type Tx } from '../../kernel/tx.ts';

/** An account at a gateway as it is kept. */
export interface GatewayRow {
  readonly id: string;
  readonly kind: string;
  readonly channel: 'sms' | 'mail';
  readonly name: string;
  readonly shopIds: readonly string[] | null;
  readonly options: Readonly<Record<string, string>>;
  readonly secrets: Buffer;
  readonly perSecond: number;
  readonly priceMicros: number | null;
  readonly currency: string | null;
  readonly enabled: boolean;
  readonly state: 'new' | 'ok' | 'down' | 'denied';
  readonly stateAt: Date;
  readonly trouble: string;
  readonly balance: string | null;
  readonly version: number;
}

const columns = sql`id, kind, channel, name, shop_ids as "shopIds", options, secrets, per_second as "perSecond",
  price_micros as "priceMicros", currency, enabled, state, state_at as "stateAt", trouble, balance, version`;

/** Every gateway of the team, oldest first. */
export const gatewayRows = (tx: Tx): Promise<GatewayRow[]> =>
  run(tx, sql`select ${columns} from outreach_gateways where team_id = ${tx.team} order by id`);

export const gatewayOfId = (tx: Tx, id: string): Promise<GatewayRow | undefined> =>
  first(
    tx,
    sql`select ${columns} from outreach_gateways where team_id = ${tx.team} and id = ${id}`,
  );

export const lockGateway = (tx: Tx, id: string): Promise<GatewayRow | undefined> =>
  first(
    tx,
    sql`select ${columns} from outreach_gateways where team_id = ${tx.team} and id = ${id} for update`,
  );

type Written = Omit<GatewayRow, 'state' | 'stateAt' | 'trouble' | 'balance' | 'version'>;

export const insertGateway = (tx: Tx, g: Written, at: Date) =>
  run(
    tx,
    sql`insert into outreach_gateways (team_id, id, kind, channel, name, shop_ids, options, secrets, per_second,
          price_micros, currency, enabled, state_at, next_at, created_at)
        values (${tx.team}, ${g.id}, ${g.kind}, ${g.channel}, ${g.name}, ${g.shopIds ? [...g.shopIds] : null},
          ${JSON.stringify(g.options)}, ${g.secrets}, ${g.perSecond}, ${g.priceMicros}, ${g.currency}, ${g.enabled},
          ${at}, ${new Date(0)}, ${at})`,
  );

/** Writes what people may change; whoever has it open opens it anew. */
export const saveGateway = (tx: Tx, g: Written) =>
  run(
    tx,
    sql`update outreach_gateways set name = ${g.name}, shop_ids = ${g.shopIds ? [...g.shopIds] : null},
          options = ${JSON.stringify(g.options)}, secrets = ${g.secrets}, per_second = ${g.perSecond},
          price_micros = ${g.priceMicros}, currency = ${g.currency}, enabled = ${g.enabled}, version = version + 1
        where team_id = ${tx.team} and id = ${g.id}`,
  );

export const deleteGateway = (tx: Tx, id: string) =>
  run(tx, sql`delete from outreach_gateways where team_id = ${tx.team} and id = ${id}`);

/** Notes how a gateway is; true when that is news. */
export async function setGatewayState(
  tx: Tx,
  id: string,
  state: GatewayRow['state'],
  trouble: string,
  at: Date,
): Promise<boolean> {
  const row = await first<{ news: boolean }>(
    tx,
    sql`update outreach_gateways g set state = ${state}, trouble = ${trouble},
          state_at = case when g.state = ${state} then g.state_at else ${at}::timestamptz end
        from (select id, state from outreach_gateways where team_id = ${tx.team} and id = ${id} for update) b
        where g.team_id = ${tx.team} and g.id = b.id and (g.state <> ${state} or g.trouble <> ${trouble})
        returning b.state <> ${state} as news`,
  );
  return row?.news ?? false;
}

export const setBalance = (tx: Tx, id: string, balance: string | null) =>
  run(
    tx,
    sql`update outreach_gateways set balance = ${balance} where team_id = ${tx.team} and id = ${id}`,
  );

/** What goes through a gateway. */
export interface Traffic {
  readonly gatewayId: string;
  readonly waiting: number;
  readonly unknown: number;
  readonly sentToday: number;
  readonly partsToday: number;
}

export const trafficOf = (tx: Tx, since: Date): Promise<Traffic[]> =>
  run(
    tx,
    sql`select gateway_id as "gatewayId", count(*) filter (where state = 'sending')::int as waiting,
          count(*) filter (where state = 'unknown')::int as unknown,
          count(*) filter (where sent_at > ${since})::int as "sentToday",
          coalesce(sum(parts) filter (where sent_at > ${since}), 0)::int as "partsToday"
        from outreach_messages where team_id = ${tx.team} and gateway_id is not null
          and (handed_at > ${since} or state in ('sending', 'unknown')) group by 1`,
  );
