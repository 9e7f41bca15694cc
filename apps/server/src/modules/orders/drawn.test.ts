import { access, buyers, orders } from '@guitai/contract';
import { sql } from 'kysely';
import pg from 'pg';
import { describe, expect, test } from 'vitest';
import { type AtCounter, atCounter } from '../../../test/counter.ts';
import { testDatabase } from '../../../test/database.ts';
import { system } from '../../kernel/actor.ts';
import { first, run } from '../../kernel/tx.ts';
import { findDrawnFaults } from './drawn.store.ts';
import { addRemark } from './remark.ts';

/** Tables that decide only what is allowed, which is never kept. */
const readLive = ['shops'];

const keptUntil = (w: AtCounter) =>
  w.doing(async (tx) => {
    const row = await first<{ until: Date | null }>(
      tx,
      sql`select until from order_drawn where team_id = ${tx.team} and order_id = ${w.order}`,
    );
    return row?.until ?? null;
  });

const faults = (w: AtCounter) => w.doing(findDrawnFaults);

describe('SHOP-01 a card is drawn once for all readers', () => {
  test('every table it is made of marks it when it changes', async () => {
    const { url } = await testDatabase();
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    const { rows } = await client.query<{ name: string }>(`
      with recursive parts as (
        select 'published.order_cards'::regclass::oid as oid
        union
        select d.refobjid from parts p join pg_rewrite r on r.ev_class = p.oid
          join pg_depend d on d.classid = 'pg_rewrite'::regclass and d.objid = r.oid and d.refclassid = 'pg_class'::regclass)
      select c.relname as name from parts join pg_class c using (oid) where c.relkind = 'r'
        and (select count(*) from pg_trigger t where t.tgrelid = c.oid and t.tgname like 'order_drawn_%') <> 3`);
    await client.end();
    expect(rows.map((row) => row.name).filter((name) => !readLive.includes(name))).toEqual([]);
  });

  test('and is drawn anew for the next reader after a change, whoever it came from', async () => {
    const w = await atCounter();
    const agent = await w.as('林小满');
    const lead = await w.as('周启明');
    const read = () => agent.call(orders.getOrder, { orderId: w.order });
    await read();
    expect(await keptUntil(w)).not.toBeNull();
    await agent.call(orders.addOrderRemark, { orderId: w.order, flag: 'red', text: '只发顺丰' });
    expect((await read()).remarks[0]).toMatchObject({ text: '只发顺丰', byName: '林小满' });
    await agent.call(access.updateSelf, { name: '林满' });
    expect((await read()).remarks[0]).toMatchObject({ byName: '林满' });
    await lead.call(buyers.updateBuyer, { buyerId: w.buyer, name: '王晓' });
    expect(await read()).toMatchObject({ buyerName: '王晓' });
    expect(await keptUntil(w)).not.toBeNull();
    expect(await faults(w)).toEqual([]);
  });

  test('what a reader draws while somebody is writing is not kept', async () => {
    const w = await atCounter();
    const agent = await w.as('林小满');
    const read = () => agent.call(orders.getOrder, { orderId: w.order });
    const actor = system(w.team, 'test');
    await w.db.write(actor, async (tx) => {
      await addRemark(actor, tx, { orderId: w.order, flag: 'none', text: '尽快发' });
      expect((await read()).remarks).toEqual([]);
    });
    expect(await keptUntil(w)).toBeNull();
    expect((await read()).remarks).toHaveLength(1);
    expect(await keptUntil(w)).not.toBeNull();
  });

  test('it is kept no longer than what it says of a parcel holds', async () => {
    const w = await atCounter();
    const promised = new Date(Date.now() + 3_600_000);
    await w.doing((tx) =>
      run(
        tx,
        sql`insert into parcels (team_id, id, shop_id, order_id, order_external_id, external_id, status, promised_at, last_event_at)
            select team_id, gen_random_uuid(), shop_id, id, external_id, external_id, 'in_transit', ${promised}, now()
            from orders where team_id = ${tx.team} and id = ${w.order}`,
      ),
    );
    await (await w.as('林小满')).call(orders.getOrder, { orderId: w.order });
    expect(await keptUntil(w)).toEqual(promised);
  });
});
