import pg from 'pg';
import type { Product } from './product.ts';

/** So many people hold so many conversations a day, on so many days up to today; a conversation has three rounds of four messages. */
export interface FactAmounts {
  readonly people: number;
  readonly days: number;
  readonly perDay: number;
}

/** One conversation of a person's day. */
export interface Place {
  readonly p: number;
  readonly d: number;
  readonly c: number;
}

export const goods = 200;
export const roundEvery = 2_400;

const id = (prefix: string, n: string): string =>
  `('0190${prefix}-0000-7000-8000-' || lpad(to_hex(${n}), 12, '0'))::uuid`;

/** The script everything else follows: written once as SQL and once as numbers (`facts.sample.ts`), and compared. */
export const startSecond = ({ p, c }: Place): number => 3_600 + c * 300 + p;
export const answeredIn = (round: number, { c }: Place): boolean => round < 2 || c % 3 !== 2;
export const secondsTaken = (round: number, { p, d, c }: Place): number => {
  const k = c * 3 + round;
  return k % 17 === 0 ? 1_200 + ((p * 7 + d) % 900) : 4 + ((k * 31 + p * 13 + d * 7) % 290);
};
export const hasCard = ({ c }: Place): boolean => c % 2 === 0;
export const hasOrder = ({ c }: Place): boolean => c % 4 === 0;
export const goesBack = ({ p, c }: Place): boolean => c % 8 === 0 && p % 4 === 0;
export const productNo = ({ p, c }: Place): number => 1 + ((p + c) % goods);
export const productId = (n: number): string =>
  `0190fe00-0000-7000-8000-${n.toString(16).padStart(12, '0')}`;

const second = (from: string, n: string) => `${from} + make_interval(secs => ${n})`;

/** One row a conversation, with the moments and sums all its facts come from. */
function script({ people, days, perDay }: FactAmounts): string {
  const took = (j: number) =>
    `case when (c * 3 + ${j}) % 17 = 0 then 1200 + (p * 7 + d) % 900 else 4 + ((c * 3 + ${j}) * 31 + p * 13 + d * 7) % 290 end`;
  const n = `(d * ${people} + p) * 64 + c`;
  return `create temp table script as
    select *, ${second('s', `${2 * roundEvery} + 1`)} as asked_last,
      case when open then ${second('s', `${roundEvery} + t1 + 1`)} else ${second('s', `${2 * roundEvery} + t2 + 1`)} end as said_last,
      array[(extract(epoch from ${second('s', 't0')}) * 1000)::bigint, (extract(epoch from ${second('s', `${roundEvery} + t1`)}) * 1000)::bigint]
        || case when open then '{}'::bigint[] else array[(extract(epoch from ${second('s', `${2 * roundEvery} + t2`)}) * 1000)::bigint] end as turns
    from (
      select p, d, c, ${id('fc00', n)} as talk, ${id('fb00', n)} as buyer, ${id('fd00', n)} as bought, ${id('fa00', 'p')} as member,
        (date_trunc('day', now() at time zone 'UTC') - make_interval(days => d) + make_interval(secs => 3600 + c * 300 + p)) at time zone 'UTC' as s,
        ${took(0)} as t0, ${took(1)} as t1, ${took(2)} as t2, c % 3 = 2 as open, c % 2 = 0 as card, c % 4 = 0 as sold,
        c % 8 = 0 and p % 4 = 0 as back, ${id('fe00', `1 + (p + c) % ${goods}`)} as product, ${id('fe00', `1 + (p + c + 1) % ${goods}`)} as other
      from generate_series(0, ${days - 1}) d, generate_series(1, ${people}) p, generate_series(0, ${perDay - 1}) c) x`;
}

/** The products talked about. */
export const goodsText = ({ team, shop }: Product): string =>
  `insert into products (team_id, id, shop_id, external_id, title, status, currency)
    select '${team}', ${id('fe00', 'n')}, '${shop}', 'facts-' || n, '商品 ' || n, 'on_sale', 'CNY' from generate_series(1, ${goods}) n`;

/** Facts as the projector writes them, in bulk. */
function statements({ team, shop, channel }: Product): string[] {
  const day = (at: string) => `((${at}) at time zone 'Asia/Shanghai')::date`;
  const minute = (at: string) =>
    `(extract(epoch from (${at}) at time zone 'Asia/Shanghai' - ${day(at)}) / 60)::int`;
  const round = `cross join lateral (values (0, t0, true), (1, t1, true), (2, t2, not open)) r(j, took, done)`;
  const at = second('s', `j * ${roundEvery}`);
  const reply = second(at, 'took');
  const done = (what: string) => `case when done then ${what} end`;
  const place = `'${team}'::uuid, talk, 1, '${shop}'::uuid, buyer`;
  const placed = 'team_id, conversation_id, episode, shop_id, buyer_id, day';
  const zeros = `'00000000-0000-0000-0000-000000000000'::uuid`;
  const money = `case when sold then`;
  const asked = (
    product: string,
  ) => `select ${place}, ${day('s')}, ${product}, s, ${money} bought end, ${money} ${second('s', '7000')} end,
    ${money} ${second('s', '7100')} end, ${money} 20000 end, ${money} 20000 end, ${money} case when back then 20000 else 0 end end, sold and back,
    ${money} 'CNY' end from script`;
  const sold = (
    product: string,
    part: number,
  ) => `select ${place}, ${day('s')}, bought, ${product}, s, ${second('s', '7000')},
    ${second('s', '7100')}, ${part}, ${part}, case when back then ${part} else 0 end, back, 'CNY' from script where sold`;
  // Somebody serves with a product from the card on: the second word of the first answer.
  const sinceCard = 'array[turns[1] + 1000] || turns[2:]';
  const served = (product: string, why: string, turns = 'turns') =>
    `select ${place}, ${day('s')}, ${product}, member, '${why}', ${turns}, said_last, case when open then 4 else 6 end from script`;
  return [
    `insert into insight_talks (team_id, conversation_id, shop_id, talk) select '${team}', talk, '${shop}', '{}' from script`,
    `insert into insight_rounds (${placed}, minute, seq, message_id, started_at, last_at, messages, chain_at, continued, reply_at,
        reply_kind, reply_by, human_at, human_by, human_seq, held_since, holder_id)
      select ${place}, ${day(at)}, ${minute(at)}, 1 + j * 4, talk, ${at}, ${second(at, '1')}, 2, ${at}, false, ${done(reply)},
        ${done(`'human'`)}, ${done('member')}, ${done(reply)}, ${done('member')}, ${done('3 + j * 4')}, ${done('s')}, member
      from script ${round}`,
    `insert into insight_sessions (${placed}, minute, channel_id, started_at, begun_by, reopened, first_message_id, first_customer_at,
        last_customer_at, first_reply_at, first_reply_kind, first_human_at, first_human_by, last_human_at, last_human_by, assigned_at,
        assigned_to, closed_at, closed_kind, closed_by, spam, buyer_messages, human_messages, auto_messages, products)
      select ${place}, ${day('s')}, ${minute('s')}, '${channel}', s, 'buyer', false, talk, s, asked_last, ${second('s', 't0')}, 'human',
        ${second('s', 't0')}, member, said_last, member, s, member, greatest(asked_last, said_last), 'system', null, false, 6,
        case when open then 4 else 6 end, 0, case when card then array[product] else '{}'::uuid[] end from script`,
    `insert into insight_parts (${placed}, member_id, first_at, last_at, messages)
      select ${place}, ${day(second('s', 't0'))}, member, ${second('s', 't0')}, said_last, case when open then 4 else 6 end from script`,
    `insert into insight_turns (team_id, conversation_id, seq, episode, member_id, first_at, last_at, last_seq, messages)
      select '${team}', talk, 3 + j * 4, 1, member, ${reply}, ${second(reply, '1')}, 4 + j * 4, 2 from script ${round} where done`,
    `insert into insight_topics (team_id, conversation_id, seq, product_id, episode, why, at)
      select '${team}', talk, 4, product, 1, 'card', ${second('s', 't0 + 1')} from script where card`,
    `insert into insight_services (${placed}, product_id, member_id, why, at_ms, last_at, messages)
      ${served(zeros, '')} union all ${served('product', 'card', sinceCard)} where card`,
    `insert into insight_enquiries (${placed}, product_id, asked_at, order_id, ordered_at, paid_at, value_minor, paid_minor,
        reversed_minor, reversed, currency)
      ${asked(zeros)} union all ${asked('product')} where card`,
    `insert into insight_sales (${placed}, order_id, product_id, asked_at, ordered_at, paid_at, value_minor, paid_minor,
        reversed_minor, reversed, currency)
      ${sold('product', 15_000)} union all ${sold('other', 5_000)}`,
    'vacuum analyze insight_rounds, insight_sessions, insight_parts, insight_turns, insight_services, insight_enquiries, insight_sales',
  ];
}

/** A connection of its own, closed whatever happens. */
export async function connected<T>(
  url: string,
  team: string,
  work: (client: pg.Client) => Promise<T>,
): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(`select set_config('guitai.team', '${team}', false)`);
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Fills a shop's facts; gives how many rounds and messages they are of. */
export const fillFacts = (url: string, product: Product, amounts: FactAmounts) =>
  connected(url, product.team, async (client) => {
    await client.query('delete from insight_pages');
    await client.query(script(amounts));
    for (const text of statements(product)) await client.query(text);
    const { rows } = await client.query<{ rounds: number; messages: number }>(
      `select count(*)::int * 3 as rounds, sum(case when open then 10 else 12 end)::int as messages from script`,
    );
    return rows[0] ?? { rounds: 0, messages: 0 };
  });
