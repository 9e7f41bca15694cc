import type { followups, Locale, Static } from '@guitai/contract';
import { type RawBuilder, sql } from 'kysely';
import { first, run, type Tx } from '../../kernel/tx.ts';
import { samePerson } from './bought.store.ts';

export interface GreetingRow {
  readonly key: string;
  readonly name: string;
  readonly month: number | null;
  readonly day: number | null;
  readonly on: boolean;
  readonly at: string;
  readonly text: followups.FollowupWordsShape;
  readonly audience: followups.GreetingAudienceShape;
}

const columns = sql`key, name, month, day, is_on as "on", at, text, audience`;

/** What a shop set for days of the calendar. */
export const greetingRows = (tx: Tx, shopId: string): Promise<GreetingRow[]> =>
  run(
    tx,
    sql`select ${columns} from followup_greetings where team_id = ${tx.team} and shop_id = ${shopId} order by key`,
  );

/** Whether a greeting is still switched on. */
export const greetingStands = async (tx: Tx, shopId: string, key: string): Promise<boolean> =>
  (await first(
    tx,
    sql`select 1 from followup_greetings where team_id = ${tx.team} and shop_id = ${shopId} and key = ${key} and is_on`,
  )) !== undefined;

/** Whoever changes the days of a shop at the same moment waits for the one before. */
export const lockGreetings = (tx: Tx, shopId: string) =>
  run(
    tx,
    sql`select pg_advisory_xact_lock(hashtextextended(${`greetings ${tx.team} ${shopId}`}, 0))`,
  );

export const putGreeting = (tx: Tx, shopId: string, g: GreetingRow) =>
  run(
    tx,
    sql`insert into followup_greetings (team_id, shop_id, key, name, month, day, is_on, at, text, audience)
        values (${tx.team}, ${shopId}, ${g.key}, ${g.name}, ${g.month}, ${g.day}, ${g.on}, ${g.at}, ${JSON.stringify(g.text)},
          ${JSON.stringify(g.audience)})
        on conflict (team_id, shop_id, key) do update set name = excluded.name, month = excluded.month, day = excluded.day,
          is_on = excluded.is_on, at = excluded.at, text = excluded.text, audience = excluded.audience`,
  );

export const deleteGreeting = (tx: Tx, shopId: string, key: string) =>
  run(
    tx,
    sql`delete from followup_greetings where team_id = ${tx.team} and shop_id = ${shopId} and key = ${key}`,
  );

/** How many got each greeting of a shop, all years together. */
export async function sentOf(tx: Tx, shopId: string): Promise<Map<string, number>> {
  const rows = await run<{ key: string; n: number }>(
    tx,
    sql`select split_part(occasion, ':', 1) as key, count(*)::int as n from followups
        where team_id = ${tx.team} and shop_id = ${shopId} and reason = 'greeting' and contacted_at is not null group by 1`,
  );
  return new Map(rows.map(({ key, n }) => [key, n]));
}

/** Buyers of the shop whose birthday is known. */
export const birthdaysKnown = async (tx: Tx, shopId: string): Promise<number> =>
  (
    await first<{ n: number }>(
      tx,
      sql`select count(*)::int as n from published.buyer_birthdays d
            join published.buyer_names b on b.team_id = d.team_id and b.id = d.id
          where d.team_id = ${tx.team} and ${shopId}::uuid = any(b.shop_ids)`,
    )
  )?.n ?? 0;

/** For whom a greeting is, on which occasion. */
export interface Wanted {
  readonly shopId: string;
  /** Key and day: what a buyer gets once. */
  readonly occasion: string;
  readonly audience: followups.GreetingAudienceShape;
  /** Days of birth kept today as `MM-DD`; null: whoever's. */
  readonly born: readonly string[] | null;
  readonly paidSince: Date | null;
}

const chosen = (
  { shopId, audience, born, paidSince }: Wanted,
  team: string | null,
): RawBuilder<unknown> =>
  sql`select b.team_id, b.id, n.name, f.locale, f.blocked,
        least(b.id, (select min(y.same_id::text)::uuid from published.buyer_same y where y.team_id = b.team_id and y.buyer_id = b.id)) as person
      from published.buyer_names b
      join published.buyer_facts f on f.team_id = b.team_id and f.id = b.id
      join published.buyer_names n on n.team_id = b.team_id and n.id = b.id
      where b.team_id = ${team} and ${shopId}::uuid = any(b.shop_ids)
        ${audience.tag === null ? sql`` : sql`and ${audience.tag} = any(f.tags)`}
        ${
          born === null
            ? sql``
            : sql`and exists (select from published.buyer_birthdays d where d.team_id = b.team_id and d.id = b.id
                and d.day = any(${[...born]}::text[]))`
        }
        ${
          paidSince === null
            ? sql``
            : sql`and exists (select from published.orders o where o.team_id = b.team_id and o.buyer_id = b.id
                and o.shop_id = ${shopId} and o.paid_at >= ${paidSince})`
        }`;

const optedOut = (
  shopId: string,
) => sql`exists (select from published.outreach_nos x where x.team_id = c.team_id
  and x.shop_id = ${shopId} and x.buyer_id = c.id and x.channel = 'all' and x.topic in ('all', 'marketing'))`;

const way = (
  shopId: string,
  channel: string,
) => sql`exists (select from published.outreach_ways w where w.team_id = c.team_id
  and w.channel = ${channel} and (w.shop_ids is null or ${shopId}::uuid = any(w.shop_ids)))`;

const open = (
  shopId: string,
  channel: 'chat' | 'sms' | 'mail',
) => sql`not exists (select from published.outreach_nos x
  where x.team_id = c.team_id and x.shop_id = ${shopId} and x.buyer_id = c.id and x.channel = ${channel}
    and x.topic in ('all', 'marketing'))`;

const reachable = (shopId: string) => sql`(
  (${open(shopId, 'chat')} and exists (select from published.conversation_states t where t.team_id = c.team_id
    and t.shop_id = ${shopId} and t.buyer_id = c.id and t.state <> 'spam'))
  or exists (select from published.buyer_summaries s where s.team_id = c.team_id and s.id = c.id
    and ((coalesce(s.summary ->> 'phone', '') <> '' and ${way(shopId, 'sms')} and ${open(shopId, 'sms')})
      or (coalesce(s.summary ->> 'email', '') <> '' and ${way(shopId, 'mail')} and ${open(shopId, 'mail')}))))`;

const had = ({
  shopId,
  occasion,
}: Wanted) => sql`exists (select from followups f where f.team_id = c.team_id
  and f.shop_id = ${shopId} and f.reason = 'greeting' and f.occasion = ${occasion} and ${samePerson('f.buyer_id', 'd')})`;

const weighed = (wanted: Wanted, team: string | null) => sql`
  select c.*, ${optedOut(wanted.shopId)} as opted_out, ${reachable(wanted.shopId)} as reachable,
    (select ${had(wanted)} from (select c.team_id, c.id as buyer_id) d) as had
  from (select distinct on (person) * from (${chosen(wanted, team)}) x order by person, id) c`;

export interface Numbers {
  readonly chosen: number;
  readonly blocked: number;
  readonly optedOut: number;
  readonly unreachable: number;
  readonly had: number;
  readonly receive: number;
}

/** Who would get it, in numbers: each buyer is counted under the first that stands against it. */
export const weigh = async (tx: Tx, wanted: Wanted): Promise<Numbers> => {
  const row = await first<Numbers>(
    tx,
    sql`select count(*)::int as chosen, count(*) filter (where blocked)::int as blocked,
          count(*) filter (where not blocked and opted_out)::int as "optedOut",
          count(*) filter (where not blocked and not opted_out and not reachable)::int as unreachable,
          count(*) filter (where not blocked and not opted_out and reachable and had)::int as had,
          count(*) filter (where not blocked and not opted_out and reachable and not had)::int as receive
        from (${weighed(wanted, tx.team)}) q`,
  );
  return row ?? { chosen: 0, blocked: 0, optedOut: 0, unreachable: 0, had: 0, receive: 0 };
};

export interface Receiver {
  readonly buyerId: string;
  readonly name: string;
  readonly locale: Static<typeof Locale> | null;
}

/** Buyers who get it and have not yet. */
export const receivers = (tx: Tx, wanted: Wanted, limit: number): Promise<Receiver[]> =>
  run(
    tx,
    sql`select id as "buyerId", name, locale from (${weighed(wanted, tx.team)}) q
        where not blocked and not opted_out and reachable and not had order by id limit ${limit}`,
  );

/** Notes under which message each is told. */
export const setMessages = (tx: Tx, pairs: readonly { id: string; messageId: string }[]) =>
  run(
    tx,
    sql`update followups f set message_id = p."messageId"
        from json_to_recordset(${JSON.stringify(pairs)}::json) as p(id uuid, "messageId" uuid)
        where f.team_id = ${tx.team} and f.id = p.id`,
  );
