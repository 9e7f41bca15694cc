import pg from 'pg';
import type { Product } from './product.ts';

/** How much a filled shop holds; conversations have fifty messages each, orders two lines. */
export interface Amounts {
  readonly conversations: number;
  /** Of them not yet resolved. */
  readonly open: number;
  readonly orders: number;
  /** Further messages of the first conversation. */
  readonly long: number;
}

export const perConversation = 50;
const goods = 200;

/** Ids that count, so that a load generator can make them from a number. */
const id = (prefix: string, n: string): string =>
  `('0190${prefix}-0000-7000-8000-' || lpad(to_hex(${n}), 12, '0'))::uuid`;

/** Id of the nth conversation (from 1), as SQL. */
export const conversationSql = (n: string): string => id('c000', n);

/** Id of the nth conversation and of its buyer (from 1). */
export const conversationId = (n: number): string =>
  `0190c000-0000-7000-8000-${n.toString(16).padStart(12, '0')}`;
export const buyerId = (n: number): string => conversationId(n).replace('c000', 'b000');

/** Rows stand interleaved, as in a shop that has lived: what one screen needs lies scattered over the table. */
function statements({ team, shop, channel }: Product, member: string, amounts: Amounts): string[] {
  const { conversations, open, orders, long } = amounts;
  const series = (to: number, name = 'n') => `generate_series(1, ${to}) ${name}`;
  const buyer = `1 + n % ${conversations}`;
  const at = (minutes: string) => `now() - make_interval(mins => ${minutes})`;
  const fromBuyer = '(k + c / 4) % 2 = 0';
  const message = `select '${team}', ${id('c000', 'c')}, k, ${id('d000', `c * 65536 + k`)}, 'text',
    case when ${fromBuyer} then 'buyer' else 'member' end,
    case when ${fromBuyer} then ${id('b000', 'c')} else '${member}'::uuid end,
    case when ${fromBuyer} then '买家' || c else 'Bench' end,
    '您好，请问这款竹制餐盘今天下单什么时候可以发货？收件地址在杭州，家里有老人等着用。' || k,
    'bench-' || c || '-' || k, ${at(`${conversations} * 3 - c - k`)}, k / 2, k - k / 2`;
  const columns = `(team_id, conversation_id, seq, id, kind, author_kind, author_id, author_name, text, client_key, at,
    inbound, outbound)`;
  return [
    `insert into buyers (team_id, id, shop_ids, name, phone, phone_country, phone_valid, email, contact_proof, level, tags)
      select '${team}', ${id('b000', 'n')}, array['${shop}'::uuid], '买家' || n, '+86138' || lpad(n::text, 8, '0'), 'CN', true,
        'b' || n || '@example.com', 'verified', 'VIP1', array['老客', '爱茶'] from ${series(conversations)}`,
    `insert into buyer_accounts (team_id, id, shop_id, external_id, buyer_id, proof)
      select '${team}', ${id('ba00', 'n')}, '${shop}', 'x' || n, ${id('b000', 'n')}, 'verified' from ${series(conversations)}`,
    `insert into buyer_addresses (team_id, id, buyer_id, main, name, phone, province, city, district, street)
      select '${team}', ${id('bb00', 'n')}, ${id('b000', 'n')}, true, '买家' || n, '13800000000', '浙江省', '杭州市', '余杭区',
        '竹溪路 8 号听松苑 3 幢' from ${series(conversations)}`,
    `insert into products (team_id, id, shop_id, external_id, title, status, currency, pictures)
      select '${team}', ${id('a000', 'n')}, '${shop}', 'stored-' || n, '竹制餐盘 ' || n, 'on_sale', 'CNY', '{/p.png}' from ${series(goods)}`,
    `insert into variants (team_id, id, product_id, shop_id, no, external_id, sku, price_minor, stock)
      select '${team}', ${id('aa00', 'n')}, ${id('a000', 'n')}, '${shop}', 1, 'stored-' || n, 'STORED' || n, 10000, 50 from ${series(goods)}`,
    `insert into orders (team_id, id, shop_id, buyer_id, external_id, number, number_key, source, status, currency, goods_minor,
        total_minor, paid_minor, address, placed_at, paid_at, sort_at)
      select '${team}', ${id('e000', 'n')}, '${shop}', ${id('b000', buyer)}, 'o' || n, '20260101-' || n, '20260101' || n, 'own',
        (array['placed', 'paid', 'preparing', 'shipped', 'delivered', 'completed'])[1 + n % 6], 'CNY', 20000, 20000,
        case when n % 6 = 0 then 0 else 20000 end, '{"name":"王晓敏","phone":"13800004614","country":"","province":"浙江省",
        "city":"杭州市","district":"余杭区","street":"竹溪路 8 号听松苑","postcode":""}', ${at('n')},
        case when n % 6 > 0 then ${at('n')} end, ${at('n')} from ${series(orders)}`,
    `insert into order_drawn (team_id, order_id) select team_id, id from orders`,
    `insert into order_lines (team_id, id, order_id, no, product_id, variant_id, sku, title, options, picture_url, quantity, unit_minor)
      select '${team}', ${id('ea00', `n * 4 + k`)}, ${id('e000', 'n')}, k, ${id('a000', `1 + n % ${goods}`)},
        ${id('aa00', `1 + n % ${goods}`)}, 'STORED' || n, '竹制餐盘 28cm 家用加厚', '{"尺寸":"28 cm"}', '/p.png', 1, 10000
      from ${series(orders)}, ${series(2, 'k')}`,
    `insert into order_statuses (team_id, id, order_id, status, at, actor_kind)
      select '${team}', ${id('eb00', `n * 4 + k`)}, ${id('e000', 'n')}, (array['placed', 'paid'])[k], ${at('n')}, 'system'
      from ${series(orders)}, ${series(2, 'k')} where k = 1 or n % 6 > 0`,
    `insert into order_entries (team_id, id, order_id, kind, debit, credit, amount_minor, currency, method_kind, actor_kind, at)
      select '${team}', ${id('ec00', `n * 4 + k`)}, ${id('e000', 'n')}, (array['goods', 'payment'])[k], (array['buyer', 'money'])[k],
        (array['goods', 'buyer'])[k], 20000, 'CNY', case k when 2 then 'wechat_pay' end, 'system', ${at('n')}
      from ${series(orders)}, ${series(2, 'k')} where k = 1 or n % 6 > 0`,
    `insert into parcels (team_id, id, shop_id, order_id, order_external_id, external_id, carrier, carrier_name, number, status, last_event_at)
      select '${team}', ${id('ed00', 'n')}, '${shop}', ${id('e000', 'n')}, 'o' || n, 'o' || n, 'sf', '顺丰速运', 'SF' || n,
        'in_transit', now() from ${series(orders)} where n % 6 >= 3`,
    `insert into parcel_events (team_id, parcel_id, no, at, status, text, place)
      select '${team}', ${id('ed00', 'n')}, k, now() - make_interval(hours => 9 - k), 'in_transit', '快件已到达【武汉转运中心】', '武汉市'
      from ${series(orders)}, ${series(4, 'k')} where n % 6 >= 3`,
    `insert into order_remarks (team_id, id, order_id, flag, text, actor_kind, actor_id)
      select '${team}', ${id('ee00', 'n')}, ${id('e000', 'n')}, 'red', '只发顺丰', 'member', '${member}' from ${series(orders)} where n % 3 = 0`,
    `insert into conversations (team_id, id, shop_id, shop_name, channel_id, buyer_id, buyer_name, state, assignee_id, waiting_since,
        last_seq, last_text, last_kind, last_author_kind, last_at, inbound, outbound, opened_at, resolved_at)
      select '${team}', ${id('c000', 'c')}, '${shop}', 'Bench', '${channel}', ${id('b000', 'c')}, '买家' || c,
        case when c <= ${open} then 'open' else 'resolved' end, case when c % 2 = 0 or c > ${open} then '${member}'::uuid end,
        case when c <= ${open} and (${perConversation} + c / 4) % 2 = 0 then ${at(`${conversations} * 3 - c - ${perConversation}`)} end,
        ${perConversation} + case c when 1 then ${long} else 0 end, '您好，请问这款竹制餐盘今天下单什么时候可以发货？', 'text',
        case when (${perConversation} + c / 4) % 2 = 0 then 'buyer' else 'member' end, ${at(`${conversations} * 3 - c - ${perConversation}`)},
        ${perConversation / 2}, ${perConversation / 2}, ${at(`${conversations} * 3`)}, case when c > ${open} then now() end
      from ${series(conversations, 'c')}`,
    `insert into messages ${columns} ${message}
      from (select 1 + g % ${conversations} as c, 1 + g / ${conversations} as k from generate_series(0, ${conversations * perConversation - 1}) g) i`,
    `insert into messages ${columns} ${message} from (select 1 as c, k from generate_series(${perConversation + 1}, ${perConversation + long}) k) i`,
    `insert into read_marks (team_id, conversation_id, member_id, seq, inbound, at)
      select '${team}', ${id('c000', 'n')}, '${member}', 40, 20, now() from ${series(conversations)}`,
  ];
}

/** Cards as they stand where colleagues have looked at the orders before; without this the first look draws them. */
export async function drawCards(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(
      `update order_drawn d set rest = substr(c.card::text, 2), until = now() + interval '1 day'
       from published.order_cards c where c.team_id = d.team_id and c.id = d.order_id`,
    );
    await client.query('vacuum analyze order_drawn');
  } finally {
    await client.end();
  }
}

interface Index {
  readonly drop: string;
  readonly make: string;
}

/** A million rows are written first and indexed after: the same table in a third of the time. */
async function indexesOf(client: pg.Client, table: string): Promise<Index[]> {
  const { rows } = await client.query<{ name: string; definition: string }>(
    `select conname as name, pg_get_constraintdef(oid) as definition from pg_constraint
     where conrelid = $1::regclass and contype in ('p', 'u')`,
    [table],
  );
  return rows.map(({ name, definition }) => ({
    drop: `alter table ${table} drop constraint ${name}`,
    make: `alter table ${table} add constraint ${name} ${definition}`,
  }));
}

/**
 * Fills the product's shop with a past, as the owner of the database: every row as the product itself would leave it, with
 * consistent sums; the checks of foreign keys are spared, since the rows are made from one another.
 */
export async function fill(
  url: string,
  product: Product,
  member: string,
  amounts: Amounts,
): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(
      "set session_replication_role = replica; set synchronous_commit = off; set maintenance_work_mem = '256MB'",
    );
    const indexes = await indexesOf(client, 'messages');
    for (const { drop } of indexes) await client.query(drop);
    for (const statement of statements(product, member, amounts)) await client.query(statement);
    for (const { make } of indexes) await client.query(make);
    await client.query('vacuum analyze');
    await client.query('checkpoint');
  } finally {
    await client.end();
  }
}
