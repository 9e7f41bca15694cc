import {
  care,
  catalog,
  channels,
  conversations,
  orders,
  sample,
  shops,
  storefront,
  workbench,
} from '@guitai/contract';
import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { needs } from '../../../test/office.ts';
import { world } from '../../../test/world.ts';
import { system } from '../../kernel/actor.ts';
import { startReactions } from '../../kernel/reactions.ts';
import { run } from '../../kernel/tx.ts';
import { loadSample } from './index.ts';

type World = Awaited<ReturnType<typeof world>>;

const logs = [
  'events',
  'audit_entries',
  'audit_heads',
  'team_clocks',
  'idempotency_keys',
  'reaction_cursors',
  'sites',
];

/** Every fenced table but the logs. */
async function tablesOf({ built, team }: World): Promise<string[]> {
  const tables = await built.db.read(system(team, 'test'), (tx) =>
    run<{ name: string }>(
      tx,
      sql`select c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'team_id'
          where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace
            and has_table_privilege(c.oid, 'select') order by 1`,
    ),
  );
  return tables.map(({ name }) => name).filter((name) => !logs.includes(name));
}

/** Tables in which one of these ids stands anywhere, in whatever is kept as JSON too. */
async function naming(w: World, ids: readonly string[]): Promise<string[]> {
  const found: string[] = [];
  for (const name of await tablesOf(w)) {
    const [row] = await w.built.db.read(system(w.team, 'test'), (tx) =>
      run(
        tx,
        sql`select 1 as one from ${sql.table(name)} x where x.team_id = ${w.team}
            and exists (select from unnest(${[...ids]}::text[]) id where strpos(x::text, id) > 0) limit 1`,
      ),
    );
    if (row) found.push(name);
  }
  return found;
}

/** How many rows of each the team has. */
async function rowsOf(w: World) {
  const { built, team } = w;
  const asking = system(team, 'test');
  const counts: Record<string, number> = {};
  for (const name of await tablesOf(w)) {
    const [row] = await built.db.read(asking, (tx) =>
      run<{ n: number }>(
        tx,
        sql`select count(*)::int as n from ${sql.table(name)} where team_id = ${team}`,
      ),
    );
    counts[name] = row?.n ?? 0;
  }
  return counts;
}

describe('OPS-01 the sample shop', () => {
  test('comes with one click, and a second click changes nothing', async () => {
    const w = await world();
    const owner = await w.as('何雅琴');
    await owner.call(sample.loadSampleShop, {});
    await owner.call(sample.removeSampleShop, {});
    const loaded = await owner.call(sample.loadSampleShop, {});
    expect(loaded).toMatchObject({
      loaded: true,
      counts: { products: 30, buyers: 20, orders: 60, conversations: 13, members: 3 },
      can: ['removeSampleShop'],
    });
    const before = await rowsOf(w);
    expect(await owner.call(sample.loadSampleShop, {})).toEqual(loaded);
    expect(await rowsOf(w)).toEqual(before);
  });

  test('holds what it says, with right money and talks that wait', async () => {
    const w = await world();
    const owner = await w.as('何雅琴');
    const { shopId } = await owner.call(sample.loadSampleShop, {});
    const found = await owner.call(catalog.searchProducts, { q: '茶盘', shopId: shopId ?? '' });
    expect(found.items[0]?.title).toBe('竹制干泡茶盘');
    const english = await owner.call(catalog.searchProducts, { q: 'gaiwan' });
    expect(english.items[0]?.title).toBe('白瓷盖碗 120ml');
    const page = await owner.call(orders.listOrders, { shopId: shopId ?? '', limit: 200 });
    expect(page.items).toHaveLength(60);
    for (const order of page.items) {
      const card = await owner.call(orders.getOrder, { orderId: order.id });
      expect(card.totals.totalMinor).toBe(
        card.lines.reduce((sum, line) => sum + line.totalMinor, 0) -
          card.totals.discountMinor +
          card.totals.postageMinor,
      );
    }
    const list = await owner.call(conversations.listConversations, { view: 'all' });
    expect(list.items.filter((one) => one.waitingSince !== null).length).toBeGreaterThanOrEqual(4);
    expect(list.counts).toMatchObject({ mine: 4, queue: 2, snoozed: 1 });
    const faults = await w.built.db.read(system(w.team, 'test'), async (tx) => {
      const asked = await Promise.all(
        w.modules.flatMap((module) => module.checks.map((check) => check.ask(tx))),
      );
      return asked.flat();
    });
    expect(faults).toEqual([]);
  });

  test('goes with one click, with what was added to it, and touches nothing else', async () => {
    const w = await world();
    const owner = await w.as('何雅琴');
    await w.visitor().call(channels.sendChatMessage, {
      clientKey: 'own-buyer-1',
      text: '真正的买家',
    });
    const before = await rowsOf(w);
    await owner.call(sample.loadSampleShop, {});
    const list = await owner.call(conversations.listConversations, { view: 'mine' });
    const [mine] = list.items;
    await owner.call(conversations.sendMessage, {
      conversationId: mine?.id ?? '',
      clientKey: 'answer-1',
      text: '马上帮您处理',
    });
    await owner.call(conversations.putDraft, {
      conversationId: mine?.id ?? '',
      kind: 'note',
      text: '草稿',
    });
    const removed = await owner.call(sample.removeSampleShop, {});
    expect(removed).toMatchObject({ loaded: false, shopId: null, can: ['loadSampleShop'] });
    expect(await rowsOf(w)).toEqual(before);
    expect((await owner.call(shops.listShops, {})).items).toHaveLength(1);
    expect(await owner.call(sample.removeSampleShop, {})).toEqual(removed);
    expect((await owner.call(sample.loadSampleShop, {})).loaded).toBe(true);
  });

  test('goes also when the buyers of it were busy, and what follows the log is not stopped by it', async () => {
    const w = await world();
    const owner = await w.as('何雅琴');
    await owner.call(sample.loadSampleShop, {});
    const list = await owner.call(conversations.listConversations, { view: 'mine' });
    const wang = list.items.find((one) => one.buyerName === '王晓敏');
    const { orders: own } = await owner.call(workbench.openCounter, {
      conversationId: wang?.id ?? '',
    });
    const order = own.items.find((item) => item.status === 'paid');
    const about = { conversationId: wang?.id ?? '', orderId: order?.id ?? '' };
    await owner.call(care.verifyAddress, about);
    const front = await owner.call(storefront.getStorefront, {});
    await owner.call(storefront.signInShopper, { shopperId: front.shoppers[0]?.id ?? '' });
    await owner.call(sample.removeSampleShop, {});

    const reactions = w.modules.flatMap((module) => module.reactions);
    const running = startReactions(w.db, reactions, undefined, w.team);
    const asking = system(w.team, 'test');
    const behind = () =>
      w.db.read(asking, (tx) =>
        run<{ name: string; why: string }>(
          tx,
          sql`select name, failed_why as why from reaction_cursors where team_id = ${w.team} and failed_at is not null`,
        ),
      );
    await running.settled();
    await running.stop();
    expect(await behind()).toEqual([]);
  });

  test('CON-07 leaves none of its buyers named in any table but the logs, whatever they did', async () => {
    const w = await world();
    const owner = await w.as('何雅琴');
    await owner.call(sample.loadSampleShop, {});
    const front = await owner.call(storefront.getStorefront, {});
    const shopper = front.shoppers[0]?.id ?? '';
    await owner.call(storefront.signInShopper, { shopperId: shopper });
    const reactions = w.modules.flatMap((module) => module.reactions);
    const running = startReactions(w.db, reactions, undefined, w.team);
    await running.settled();
    const ids = await w.db.write(system(w.team, 'test'), async (tx) => {
      const rows = await run<{ id: string }>(
        tx,
        sql`select id from buyers where team_id = ${tx.team}`,
      );
      await run(
        tx,
        sql`insert into product_views (team_id, buyer_id, product_id)
            select ${tx.team}, b.id, p.id from buyers b cross join (select id from products where team_id = ${tx.team} limit 3) p
            where b.team_id = ${tx.team} on conflict do nothing`,
      );
      return rows.map(({ id }) => id);
    });
    expect(await naming(w, ids)).toEqual(
      expect.arrayContaining(['buyers', 'conversations', 'orders', 'product_views']),
    );
    await owner.call(sample.removeSampleShop, {});
    await running.settled();
    await running.stop();
    expect(await naming(w, ids)).toEqual([]);
  });

  test('loads in the language of the one who loads it, and without anybody at the door', async () => {
    const w = await world();
    const making = system(w.team, 'guitai seed', 'en');
    await w.built.db.write(making, (tx) => loadSample(making, tx, needs.secretKey));
    const owner = await w.as('何雅琴');
    const found = await owner.call(catalog.searchProducts, { q: '蒸笼' });
    expect(found.items[0]?.title).toBe('Hand-woven bamboo steamer');
  });

  test('is for owners: an agent neither loads nor removes it', async () => {
    const w = await world();
    const agent = await w.as('林小满');
    const tried = await agent.attempt(sample.loadSampleShop, {});
    expect(tried).toMatchObject({ ok: false, problem: { code: 'access.denied' } });
  });
});
