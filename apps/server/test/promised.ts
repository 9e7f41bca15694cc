import { channels, promises as contract, conversations } from '@guitai/contract';
import { sql } from 'kysely';
import { system } from '../src/kernel/actor.ts';
import { clock } from '../src/kernel/clock.ts';
import { startReactions } from '../src/kernel/reactions.ts';
import { isRefusal } from '../src/kernel/refusal.ts';
import { run } from '../src/kernel/tx.ts';
import { mirrorProducts } from '../src/modules/catalog/index.ts';
import { payOrder, placeOrder } from '../src/modules/orders/index.ts';
import { alarmJob } from '../src/modules/promises/alarm.ts';
import { promises } from '../src/modules/promises/index.ts';
import { productRecord, variantRecord } from './records.ts';
import { world } from './world.ts';

export const hour = 3_600_000;

/** An instant so many hours from now. */
export const soon = (hours: number) => new Date(clock.now() + hours * hour).toISOString();

const plate = (stock: number, priceMinor = 23_400) =>
  productRecord({
    externalId: 'plate',
    title: '竹制餐盘',
    variants: [variantRecord({ externalId: 'plate-1', sku: 'SKU-1', priceMinor, stock })],
  });

const behind = (team: string | null) =>
  sql`select count(*)::int as n from unnest(${promises.reactions.map((one) => one.name)}::text[]) as r(name)
            where exists (select from events e where e.team_id = ${team}
              and e.type in ('order.acted', 'order.mirrored', 'parcel.moved', 'product.stock_changed', 'product.mirrored', 'message.posted')
              and e.type = any(case r.name when 'promises.followActs' then array['order.acted'] when 'promises.followWords' then array['message.posted']
                when 'promises.followProducts' then array['product.mirrored'] when 'promises.followStock' then array['product.stock_changed']
                when 'promises.followMirror' then array['order.mirrored'] else array['parcel.moved'] end)
              and e.seq > coalesce((select c.seq from reaction_cursors c where c.team_id = e.team_id and c.name = r.name), 0))`;

/** A shop with a product, an agent and a lead, and what both do about promises. */
export async function promised() {
  const w = await world();
  const agent = await w.as('林小满');
  const lead = await w.as('周启明');
  const actor = system(w.team, 'test');
  const stocked = (stock: number, priceMinor?: number) =>
    w.db.write(actor, (tx) => mirrorProducts(actor, tx, w.shop, [plate(stock, priceMinor)]));
  await stocked(100);
  const rows = await w.db.read(actor, (tx) =>
    run<{ id: string; product_id: string }>(tx, sql`select id, product_id from variants`),
  );
  const { id: variant = '', product_id: product = '' } = rows[0] ?? {};

  /** Everything the module does by itself about what has been told so far. */
  const settled = async () => {
    const reactions = startReactions(w.db, promises.reactions);
    reactions.hint(w.team);
    for (let n = 0; n < 100; n += 1) {
      const [left] = await w.db.read(actor, (tx) => run<{ n: number }>(tx, behind(w.team)));
      if (left?.n === 0) break;
      await new Promise((done) => setTimeout(done, 20));
    }
    await reactions.stop();
  };

  const order = async (buyerId: string) => {
    const items = [{ variantId: variant, quantity: 1 }];
    const placed = await w.db.write(actor, (tx) =>
      placeOrder(actor, tx, { shopId: w.shop, buyerId, items, address: null, note: '' }),
    );
    if (isRefusal(placed)) throw new Error(placed.code);
    const { orderId } = placed;
    await w.db.write(actor, (tx) => payOrder(actor, tx, { orderId, kind: 'cash', reference: 'c' }));
    return orderId;
  };

  /** A buyer who wrote and ordered; the agent serves them. */
  const served = async () => {
    const chat = w.visitor();
    const said = await chat.call(channels.sendChatMessage, {
      text: '什么时候发货',
      clientKey: crypto.randomUUID(),
    });
    const conversationId = said.message.conversationId;
    await agent.call(conversations.takeConversation, { conversationId });
    const { buyerId } = await agent.call(conversations.getConversation, { conversationId });
    return { conversationId, buyerId, orderId: await order(buyerId), chat };
  };

  const say = (conversationId: string, text: string, who = agent) =>
    who.call(conversations.sendMessage, { conversationId, text, clientKey: crypto.randomUUID() });

  const ring = (promise: contract.TeamPromiseShape, what: 'near' | 'broken') =>
    w.db.write(actor, (tx) =>
      alarmJob.perform(actor, tx, { promiseId: promise.id, dueAt: promise.dueAt ?? '', what }),
    );

  const read = (promiseId: string) => agent.call(contract.getPromise, { promiseId });

  return { w, agent, lead, actor, product, stocked, settled, served, say, ring, read };
}
