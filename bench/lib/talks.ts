import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import type { Product } from './product.ts';

const list = (words: string): string =>
  `array[${words
    .split('|')
    .map((word) => `'${word}'`)
    .join(',')}]`;

const openings = list('您好|在吗|亲|麻烦问一下|Hello|请问|老板|客服在不在|Hi there|上次那个');
const matters = list(
  '我想申请退款|什么时候可以发货|这款餐盘是竹子做的吗|能开发票吗|地址写错了可以改吗|快递一直不动|收到的杯子碎了|有没有优惠券|尺码偏大还是偏小|颜色和图片不一样|could you refund my order|the parcel never arrived|is this still in stock|保修多久|能不能便宜一点|和上次买的一样吗|可以货到付款吗|赠品没有收到|想换一个蓝色的|晚上还能送到吗',
);
const endings = list(
  '谢谢|急用|麻烦尽快|家里有老人等着用|thanks a lot|不急|等您回复|拜托了|please reply soon|我明天出差|已经等了三天|周末在家',
);

/** A term that stands in one message of so many. */
export const rareTerm = { word: '琉璃', every: 20_000 };
export const commonTerm = '退款';
export const perTalk = 50;

/** Number of an order that stands in the nth message; only every tenth names one. */
export const numberIn = (n: number): string => `2026${String(n).padStart(8, '0')}-${n % 977}`;

const id = (prefix: string, n: string): string =>
  `('0191${prefix}-0000-7000-8000-' || lpad(to_hex(${n}), 12, '0'))::uuid`;

const words = `(${openings})[1 + n % 10] || '，' || (${matters})[1 + (n / 7) % 20] || '，' || (${endings})[1 + (n / 3) % 12]
  || case when n % 10 = 0 then ' 订单 2026' || lpad(n::text, 8, '0') || '-' || n % 977 else '' end
  || case when n % ${rareTerm.every} = 11 then ' ${rareTerm.word}' else '' end`;

const statements = ({ team, shop, channel }: Product, count: number): string[] => {
  const talks = Math.ceil(count / perTalk);
  const at = (n: string) => `now() - make_interval(secs => (${count} - ${n}) * 20)`;
  return [
    `insert into buyers (team_id, id, shop_ids, name) select '${team}', ${id('b000', 'n')}, array['${shop}'::uuid], '买家' || n
       from generate_series(1, ${talks}) n`,
    `insert into conversations (team_id, id, shop_id, shop_name, channel_id, buyer_id, buyer_name, state, last_seq, last_at,
        opened_at, resolved_at, inbound)
      select '${team}', ${id('c000', 'n')}, '${shop}', 'Bench', '${channel}', ${id('b000', 'n')}, '买家' || n, 'resolved', ${perTalk},
        now(), now(), now(), ${perTalk} from generate_series(1, ${talks}) n`,
    `insert into messages (team_id, conversation_id, seq, id, kind, author_kind, author_id, author_name, text, at, inbound, outbound)
      select '${team}', ${id('c000', `1 + n % ${talks}`)}, 1 + n / ${talks}, ${id('d000', 'n')}, 'text', 'buyer',
        ${id('b000', `1 + n % ${talks}`)}, '买家', ${words}, ${at('n')}, 1 + n / ${talks}, 0
      from generate_series(0, ${count - 1}) n`,
    `with clock as (update team_clocks set seq = seq + ${count} where team_id = '${team}' returning seq - ${count} as base)
      insert into events (team_id, seq, type, subject, topic, actor_kind, data, at)
      select '${team}', base + 1 + n, 'message.posted', ${id('d000', 'n')}, ${id('c000', `1 + n % ${talks}`)}, 'buyer', 'null', ${at('n')}
      from clock, generate_series(0, ${count - 1}) n`,
    'vacuum analyze messages, conversations, events',
  ];
};

/** Waits until the product's own index has caught up with the log; messages a second. */
async function indexed(client: pg.Client, team: string, count: number): Promise<number> {
  const began = performance.now();
  for (;;) {
    const { rows } = await client.query<{ behind: number }>(
      `select greatest(0, c.seq - coalesce(r.seq, 0))::float8 as behind from team_clocks c
       left join reaction_cursors r on r.team_id = c.team_id and r.name = 'conversations.index' where c.team_id = $1`,
      [team],
    );
    if ((rows[0]?.behind ?? 0) < 200) return (count / (performance.now() - began)) * 1_000;
    if (performance.now() - began > 1_200_000) throw new Error('the index did not catch up');
    await sleep(500);
  }
}

/** Waits until everything else that follows the log has caught up too: a search is not measured while others work off a past. */
async function calm(client: pg.Client, team: string): Promise<void> {
  for (const end = performance.now() + 600_000; performance.now() < end; await sleep(500)) {
    const { rows } = await client.query<{ behind: number }>(
      `select max(c.seq - r.seq)::float8 as behind from team_clocks c
       join reaction_cursors r on r.team_id = c.team_id where c.team_id = $1`,
      [team],
    );
    if ((rows[0]?.behind ?? 0) < 400) return;
  }
}

/** So many messages of a past, told to the log like any other, and indexed by the product itself. */
export async function fillTalks(url: string, product: Product, count: number): Promise<number> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query('set session_replication_role = replica; set synchronous_commit = off');
    for (const statement of statements(product, count)) await client.query(statement);
    const perSecond = await indexed(client, product.team, count);
    await calm(client, product.team);
    await client.query('vacuum analyze message_search');
    return perSecond;
  } finally {
    await client.end();
  }
}
