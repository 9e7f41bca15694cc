import type pg from 'pg';
import type { SystemActor } from '../../apps/server/src/kernel/actor.ts';
import type { Db } from '../../apps/server/src/kernel/db.ts';
import { createVisitorBuyer } from '../../apps/server/src/modules/buyers/index.ts';
import { type PastMessage, writePast } from '../../apps/server/src/modules/conversations/index.ts';
import {
  answeredIn,
  connected,
  goesBack,
  goods,
  goodsText,
  hasCard,
  hasOrder,
  type Place,
  productId,
  productNo,
  roundEvery,
  secondsTaken,
  startSecond,
} from './facts.ts';
import type { Product } from './product.ts';

const dayMs = 86_400_000;
const startOf = (place: Place): number =>
  Math.floor(Date.now() / dayMs) * dayMs - place.d * dayMs + startSecond(place) * 1_000;

const cardOf = (n: number) => ({
  ...{ type: 'product' as const, id: productId(n), title: `商品 ${n}`, imageUrl: null, url: null },
  ...{ currency: 'CNY', priceMinor: 15_000, stock: 9, inSale: true },
});

/** The words of one conversation of the script, with their moments. */
function wordsOf(place: Place, buyerId: string, member: string): PastMessage[] {
  const start = startOf(place);
  return [0, 1, 2].flatMap((round) => {
    const asked = start + round * roundEvery * 1_000;
    const said = asked + secondsTaken(round, place) * 1_000;
    const text = (kind: 'buyer' | 'member', at: number): PastMessage => ({
      author: { kind, id: kind === 'buyer' ? buyerId : member, name: kind },
      ...{ kind: 'text', text: '竹制餐盘还有吗', card: null, at: new Date(at) },
    });
    const question = [text('buyer', asked), text('buyer', asked + 1_000)];
    if (!answeredIn(round, place)) return question;
    const second = text('member', said + 1_000);
    const shows = round === 0 && hasCard(place);
    const card = { ...second, kind: 'card' as const, text: '', card: cardOf(productNo(place)) };
    return [...question, text('member', said), shows ? card : second];
  });
}

const orderText = `insert into orders (team_id, id, shop_id, buyer_id, external_id, number, number_key, source, status, currency, goods_minor,
    total_minor, paid_minor, refunded_minor, placed_at, paid_at, sort_at)
  values ($1, $2, $3, $4, $5, $5, $5, 'import', 'paid', 'CNY', 20000, 20000, 20000, $6, $7, $8, $7)`;
const lineText = `insert into order_lines (team_id, id, order_id, no, product_id, title, quantity, unit_minor)
  values ($1, gen_random_uuid(), $2, 1, $3, 'x', 1, 15000), ($1, gen_random_uuid(), $2, 2, $4, 'y', 1, 5000)`;
const backText = `insert into order_entries (team_id, id, order_id, kind, debit, credit, amount_minor, currency, at, actor_kind)
  values ($1, gen_random_uuid(), $2, 'refund', 'shop', 'buyer', 20000, 'CNY', $3, 'system')`;

/** What the buyer bought afterwards, as a mirror would have brought it. */
async function bought(client: pg.Client, { team, shop }: Product, place: Place, buyerId: string) {
  const orderId = crypto.randomUUID();
  const at = (seconds: number) => new Date(startOf(place) + seconds * 1_000);
  const back = goesBack(place) ? 20_000 : 0;
  const n = productNo(place);
  await client.query(orderText, [
    ...[team, orderId, shop, buyerId, orderId, back, at(7_000), at(7_100)],
  ]);
  await client.query(lineText, [team, orderId, productId(n), productId((n % goods) + 1)]);
  if (back > 0) await client.query(backText, [team, orderId, at(8_000)]);
}

/**
 * Has these conversations of the script really had: buyers, messages and events, and the orders after them. The projector has yet
 * to read them. Gives the ids of the conversations.
 */
export async function haveTalks(
  db: Db,
  url: string,
  actor: SystemActor,
  product: Product,
  places: readonly Place[],
): Promise<string[]> {
  return connected(url, product.team, async (client) => {
    await client.query(goodsText(product));
    const { rows } = await client.query<{ id: string }>(
      'select id from members where team_id = $1 limit 1',
      [product.team],
    );
    const member = rows[0]?.id ?? '';
    const ids: string[] = [];
    for (const place of places) {
      const made = { shopId: product.shop, name: 'x' };
      const { buyerId } = await db.write(actor, (tx) => createVisitorBuyer(actor, tx, made));
      if (hasOrder(place)) await bought(client, product, place, buyerId);
      const where = { shopId: product.shop, shopName: 'Bench', channelId: product.channel };
      const who = { buyerId, buyerName: 'x', assigneeId: member, snoozedUntil: null };
      const messages = wordsOf(place, buyerId, member);
      const past = { ...where, ...who, state: 'resolved' as const, messages };
      ids.push(await db.write(actor, (tx) => writePast(actor, tx, past)));
    }
    return ids;
  });
}

const factTables = [
  'rounds',
  'sessions',
  'parts',
  'turns',
  'topics',
  'services',
  'enquiries',
  'sales',
];
const ownKeys =
  "'{conversation_id,buyer_id,message_id,first_message_id,order_id,member_id,reply_by,human_by,holder_id,first_human_by,last_human_by,assigned_to}'";

/** Every fact of these conversations without the ids that are their own, in a fixed order. */
export async function shapeOf(
  url: string,
  team: string,
  conversations: readonly string[],
): Promise<string[]> {
  return connected(url, team, async (client) => {
    const found: string[] = [];
    for (const table of factTables) {
      const { rows } = await client.query<{ row: string }>(
        `select (to_jsonb(t) - ${ownKeys}::text[])::text as row from insight_${table} t where conversation_id = any($1::uuid[]) order by 1`,
        [conversations],
      );
      found.push(...rows.map(({ row }) => `${table} ${row}`));
    }
    return found;
  });
}

/** The id the bulk fill gives a conversation. */
export const filledId = ({ p, d, c }: Place, people: number): string =>
  `0190fc00-0000-7000-8000-${((d * people + p) * 64 + c).toString(16).padStart(12, '0')}`;
