import pg from 'pg';
import type { Product } from './product.ts';

/** So many people answer so many rounds a day, on so many days up to today; a round has four messages. */
export interface FactAmounts {
  readonly people: number;
  readonly days: number;
  readonly perDay: number;
}

const id = (prefix: string, n: string): string =>
  `('0190${prefix}-0000-7000-8000-' || lpad(to_hex(${n}), 12, '0'))::uuid`;

/** Three rounds to a conversation, served by one person; every eighth round is unanswered, the slow are few. */
function statements({ team, shop, channel }: Product, { people, days, perDay }: FactAmounts) {
  const rounds = people * days * perDay;
  const person = id('fa00', 'p');
  const started = `date_trunc('day', now() at time zone 'UTC') - make_interval(days => d) + make_interval(secs => 3600 + k * 61 + p)`;
  const at = `(${started}) at time zone 'UTC'`;
  const day = `((${at}) at time zone 'Asia/Shanghai')::date`;
  const took = `make_interval(secs => case when k % 17 = 0 then 1200 + (p * 7 + d) % 900 else 4 + (k * 31 + p * 13 + d * 7) % 290 end)`;
  const talk = id('fc00', `(d * ${people} + p) * 1024 + k / 3`);
  const buyer = id('fb00', `(d * ${people} + p) * 1024 + k / 3`);
  const from = `generate_series(0, ${days - 1}) d, generate_series(1, ${people}) p`;
  const every = `${from}, generate_series(0, ${perDay - 1}) k`;
  const first = `${from}, generate_series(0, ${perDay - 1}, 3) k`;
  const answered = `case when k % 8 = 7 then null else`;
  const minute = `(extract(epoch from (${at}) at time zone 'Asia/Shanghai' - date_trunc('day', (${at}) at time zone 'Asia/Shanghai')) / 60)::int`;
  return {
    rounds,
    texts: [
      `insert into insight_rounds (team_id, conversation_id, episode, shop_id, buyer_id, day, minute, seq, message_id, started_at,
          last_at, messages, chain_at, continued, reply_at, reply_kind, reply_by, human_at, human_by, human_seq, held_since, holder_id)
        select '${team}', ${talk}, 1, '${shop}', ${buyer}, ${day}, ${minute}, 1 + (k % 3) * 4, ${talk}, ${at}, ${at}, 2, ${at}, false,
          ${answered} ${at} + ${took} end, ${answered} 'human' end, ${answered} ${person} end, ${answered} ${at} + ${took} end,
          ${answered} ${person} end, ${answered} 3 end, ${answered} ${at} - interval '1 minute' end, ${person} from ${every}`,
      `insert into insight_sessions (team_id, conversation_id, episode, shop_id, buyer_id, day, minute, channel_id, started_at, begun_by,
          reopened, first_customer_at, last_customer_at, first_reply_at, first_reply_kind, first_human_at, first_human_by, last_human_at,
          last_human_by, assigned_at, assigned_to, closed_at, closed_kind, closed_by, spam, buyer_messages, human_messages, auto_messages, products)
        select '${team}', ${talk}, 1, '${shop}', ${buyer}, ${day}, ${minute}, '${channel}', ${at}, 'buyer', false, ${at}, ${at},
          ${at} + ${took}, 'human', ${at} + ${took}, ${person}, ${at} + ${took}, ${person}, ${at}, ${person}, ${at} + interval '20 minutes',
          'member', ${person}, false, 6, 6, 0, '{}' from ${first}`,
      `insert into insight_parts (team_id, conversation_id, episode, shop_id, buyer_id, day, member_id, first_at, last_at, messages)
        select '${team}', ${talk}, 1, '${shop}', ${buyer}, ${day}, ${person}, ${at}, ${at}, 6 from ${first}`,
      `insert into insight_enquiries (team_id, conversation_id, episode, shop_id, buyer_id, day, product_id, member_id, asked_at, order_id,
          ordered_at, paid_at, value_minor, paid_minor, reversed_minor, reversed, currency)
        select '${team}', ${talk}, 1, '${shop}', ${buyer}, ${day}, '00000000-0000-0000-0000-000000000000', ${person}, ${at},
          case when k % 4 = 0 then ${talk} end, case when k % 4 = 0 then ${at} + interval '1 hour' end,
          case when k % 4 = 0 then ${at} + interval '2 hours' end, case when k % 4 = 0 then 20000 end, case when k % 4 = 0 then 20000 end,
          case when k % 4 = 0 then case when k % 32 = 0 then 20000 else 0 end end, k % 32 = 0, case when k % 4 = 0 then 'CNY' end
        from ${first} where k % 2 = 0`,
      'vacuum analyze insight_rounds, insight_sessions, insight_parts, insight_enquiries',
    ],
  };
}

/** Fills a shop's facts; gives how many rounds there are. */
export async function fillFacts(
  url: string,
  product: Product,
  amounts: FactAmounts,
): Promise<number> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rounds, texts } = statements(product, amounts);
  await client.query(`select set_config('guitai.team', '${product.team}', false)`);
  await client.query('delete from insight_pages');
  for (const text of texts) await client.query(text);
  await client.end();
  return rounds;
}
