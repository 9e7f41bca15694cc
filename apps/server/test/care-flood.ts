import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { automation, outreach, shops } from '@guitai/contract';
import type { Client } from '@guitai/sdk';
import { sql } from 'kysely';
import type { SystemActor } from '../src/kernel/actor.ts';
import type { Db } from '../src/kernel/db.ts';
import { newId } from '../src/kernel/ids.ts';
import { run, type Tx } from '../src/kernel/tx.ts';
import { mirrorOrders, type OrderRecord } from '../src/modules/orders/index.ts';

/** A shop with many buyers, order care switched on, and a gateway whose outbox can be looked into. */
export interface Flood {
  readonly db: Db;
  readonly actor: SystemActor;
  readonly shop: string;
  /** A shop of the same team in which it is night. */
  readonly night: string;
  /** Orders in the first shop; a tenth of them again in the one where it is night. */
  readonly count: number;
}

const nightShare = 10;
/** Every so many buyers have said no. */
const noEach = 25;
/** Every so many buyers have a conversation: they are written to in the chat. */
const chatEach = 4;

const clockOf = (at: number): string => new Date(at + 8 * 3_600_000).toISOString().slice(11, 16);

async function switchOn(desk: Client, shopId: string): Promise<void> {
  const { items } = await desk.call(automation.listRules, { shopId });
  const rule = items.find(({ preset }) => preset === 'unpaid');
  if (!rule) throw new Error('the shop has no order care yet');
  const definition = { ...rule.definition, delayMinutes: 0 };
  const { id: ruleId, name, version: expectedVersion } = rule;
  await desk.call(automation.updateRule, { ruleId, name, expectedVersion, definition });
  await desk.call(automation.setRuleState, { ruleId, state: 'on' });
}

const makeBuyers = (tx: Tx, shopId: string, mark: string, count: number) =>
  run(
    tx,
    sql`with made as (
          insert into buyers (team_id, id, shop_ids, name, phone, phone_country, phone_valid, contact_proof)
          select ${tx.team}, gen_random_uuid(), array[${shopId}::uuid], ${mark} || n, '+86139' || lpad(n::text, 8, '0'), 'CN', true, 'verified'
          from generate_series(1, ${count}) n returning id, name)
        insert into buyer_accounts (team_id, id, shop_id, external_id, buyer_id, proof)
        select ${tx.team}, gen_random_uuid(), ${shopId}, name, id, 'verified' from made`,
  );

const openTalks = (tx: Tx, shopId: string, channel: string, mark: string) =>
  run(
    tx,
    sql`insert into conversations (team_id, id, shop_id, shop_name, channel_id, buyer_id, buyer_name, state, last_at, opened_at)
        select ${tx.team}, gen_random_uuid(), ${shopId}, 'x', ${channel}, b.id, b.name, 'open', now(), now() from buyers b
        where b.team_id = ${tx.team} and b.name like ${`${mark}%`} and substr(b.name, ${mark.length + 1})::int % ${chatEach} = 0`,
  );

/** Sets everything up through the desk: a sandbox gateway, rules, a night, buyers and their noes. */
export async function makeFlood(
  desk: Client,
  ground: Omit<Flood, 'night'> & { readonly channel: string },
): Promise<Flood> {
  const { db, actor, shop, count, channel } = ground;
  const place = { currency: 'CNY', timezone: 'Asia/Shanghai', locale: 'zh-CN' as const };
  const other = { ...place, name: '夜店', kind: 'built-in' as const, colour: '#114488' };
  const night = (await desk.call(shops.createShop, other)).id;
  await desk.call(outreach.createMessageGateway, {
    ...{ name: '沙箱', kind: 'sandbox', channel: 'sms', shopIds: null },
    ...{ options: {}, secrets: {}, perSecond: 500 },
  } as never);
  const at = Date.now();
  const dark = { from: clockOf(at - 3_600_000), until: clockOf(at + 3 * 3_600_000) };
  await desk.call(outreach.updateOutreachSettings, { shopId: shop, quietHours: null });
  await desk.call(outreach.updateOutreachSettings, { shopId: night, quietHours: dark });
  for (const id of [shop, night]) {
    for (let n = 0; n < 100; n += 1) {
      const { items } = await desk.call(automation.listRules, { shopId: id });
      if (items.length > 0) break;
      await sleep(100);
    }
    await switchOn(desk, id);
  }
  await db.write(actor, (tx) => makeBuyers(tx, shop, 'd', count));
  await db.write(actor, (tx) => makeBuyers(tx, night, 'n', Math.ceil(count / nightShare)));
  await db.write(actor, (tx) => openTalks(tx, shop, channel, 'd'));
  const noes = await db.read(actor, (tx) =>
    run<{ id: string }>(
      tx,
      sql`select id from buyers where team_id = ${tx.team} and name like 'd%' and substr(name, 2)::int % ${noEach} = 0`,
    ),
  );
  for (const { id: buyerId } of noes) {
    const no = { buyerId, shopId: shop, channel: 'all', topic: 'all' } as const;
    await desk.call(outreach.createOptOut, no);
  }
  return { db, actor, shop, night, count };
}

const recordOf = (externalId: string, buyer: string): OrderRecord => {
  const told = {
    ...{ externalId, number: externalId, url: null, status: 'placed' as const, sourceStatus: '' },
    ...{ currency: 'CNY', buyerExternalId: buyer, discountMinor: 0, postageMinor: 0 },
    ...{ totalMinor: null, payments: [], address: null, addressRaw: null, buyerNote: '' },
    ...{ placedAt: new Date().toISOString(), attributes: {} },
    lines: [
      {
        ...{ productExternalId: 'p', variantExternalId: 'v', sku: 'v', title: '竹制餐盘' },
        ...{ options: null, pictureUrl: null, url: null, quantity: 1, unitMinor: 11_700 },
        ...{ discountMinor: 0, attributes: {} },
      },
    ],
  };
  const hash = createHash('sha256').update(JSON.stringify(told)).digest();
  return { ...told, hash } as OrderRecord;
};

/** Orders come in, as a file brings them: by the hundred, and every batch told twice. */
export async function pour(flood: Flood, mark: string): Promise<void> {
  const { db, actor, shop, night, count } = flood;
  const one = async (shopId: string, buyers: string, total: number) => {
    for (let from = 0; from < total; from += 250) {
      const records = Array.from({ length: Math.min(250, total - from) }, (_, n) =>
        recordOf(`${mark}-${buyers}-${from + n + 1}`, `${buyers}${from + n + 1}`),
      );
      for (const again of [false, true])
        await db.write(actor, (tx) => mirrorOrders(actor, tx, shopId, records, { again }));
    }
  };
  await one(night, 'n', Math.ceil(count / nightShare));
  await one(shop, 'd', count);
}

interface Standing {
  readonly runs: number;
  readonly waiting: number;
  readonly open: number;
}

/** How far it is: runs there are, runs undecided, messages that could go and have not. */
export const standing = async ({ db, actor, shop }: Flood): Promise<Standing> => {
  const [row] = await db.read(actor, (tx) =>
    run<Standing>(
      tx,
      sql`select (select count(*) from automation_runs where team_id = ${tx.team})::int as runs,
            (select count(*) from automation_runs where team_id = ${tx.team} and state = 'planned')::int as waiting,
            (select count(*) from outreach_messages where team_id = ${tx.team} and shop_id = ${shop}
              and state in ('planned', 'sending'))::int as open`,
    ),
  );
  if (!row) throw new Error('a statement without a row');
  return row;
};

/** What is wrong when everything has come to rest; empty when each order was written to once, and nobody who must not be. */
export async function wreckage(
  { db, actor, shop, night, count }: Flood,
  poured: readonly number[] = [count],
): Promise<string[]> {
  const sum = (of: (count: number) => number) => poured.reduce((all, one) => all + of(one), 0);
  const wanted = sum((one) => one + Math.ceil(one / nightShare));
  const noes = sum((one) => Math.floor(one / noEach));
  const [row] = await db.read(actor, (tx) =>
    run<Record<string, number>>(
      tx,
      sql`with m as (select * from outreach_messages where team_id = ${tx.team}),
            s as (select key, count(*) as n from outreach_sandbox where team_id = ${tx.team} group by key),
            c as (select conversation_id, card ->> 'id' as order_id, count(*) as n from messages
              where team_id = ${tx.team} and kind = 'card' group by 1, 2)
          select (select count(*) from automation_runs where team_id = ${tx.team} and state = 'done')::int as done,
            (select count(*) from automation_runs where team_id = ${tx.team} and state <> 'done')::int as "notDone",
            (select count(*) from (select order_id from m group by 1 having count(*) > 1) d)::int as "plannedTwice",
            (select count(distinct order_id) from m)::int as "planned",
            (select count(*) from m where state in ('failed', 'planned', 'sending') and shop_id = ${shop})::int as "unsettled",
            (select count(*) from m where state = 'skipped' and reason = 'opted_out')::int as "refused",
            (select count(*) from m where state = 'skipped' and reason <> 'opted_out')::int as "skipped",
            (select count(*) from m where shop_id = ${night} and state <> 'planned')::int as "atNight",
            (select count(*) from m where state in ('sent', 'delivered') and channel = 'sms')::int as "bySms",
            (select count(*) from m where state in ('sent', 'delivered') and channel = 'chat')::int as "byChat",
            (select count(*) from m where state = 'unknown')::int as "unknown",
            (select count(*) from s join m on m.id::text = s.key where m.state = 'unknown')::int as "unknownThere",
            (select count(*) from s)::int as "inOutbox", (select count(*) from s where n > 1)::int as "outboxTwice",
            (select count(*) from c)::int as "inChat", (select count(*) from c where n > 1)::int as "chatTwice"`,
    ),
  );
  const left = (row?.bySms ?? 0) + (row?.byChat ?? 0) + (row?.unknown ?? 0);
  const is = (name: string, value: number) =>
    row?.[name] === value ? [] : [`${name} is ${row?.[name]}, not ${value}`];
  return [
    ...is('done', wanted),
    ...is('notDone', 0),
    ...is('planned', wanted),
    ...is('plannedTwice', 0),
    ...is('unsettled', 0),
    ...is('refused', noes),
    ...is('skipped', 0),
    ...is('atNight', 0),
    ...is('outboxTwice', 0),
    ...is('chatTwice', 0),
    ...is('inOutbox', (row?.bySms ?? -1) + (row?.unknownThere ?? 0)),
    ...is('inChat', row?.byChat ?? -1),
    // A gateway that was killed before it answered leaves `unknown`: shown, asked after, never sent again.
    ...(left === sum((one) => one) - noes
      ? []
      : [`left the house ${left}, not ${sum((one) => one) - noes}`]),
  ];
}

/** Decisions a second of what was poured under this mark: pages are dated by their beginning, so the last one does not count. */
export async function decisionsPerSecond({ db, actor }: Flood, mark: string): Promise<number> {
  const [row] = await db.read(actor, (tx) =>
    run<{ n: number; seconds: number }>(
      tx,
      sql`with r as (select r.decided_at as at from automation_runs r join orders o on o.team_id = r.team_id and o.id = r.order_id
            where r.team_id = ${tx.team} and o.external_id like ${`${mark}-%`})
          select count(*) filter (where at < (select max(at) from r))::int as n,
            extract(epoch from max(at) - min(at))::float as seconds from r`,
    ),
  );
  return row && row.seconds > 0 ? row.n / row.seconds : 0;
}

/** Plants what the checks must find: a second message for an order, and one to somebody asleep. */
export const plant = ({ db, actor, shop, night }: Flood) =>
  db.write(actor, async (tx) => {
    await run(
      tx,
      sql`insert into outreach_sandbox (team_id, id, gateway_id, key, recipient, text, parts, at)
          select team_id, ${newId()}, gateway_id, key || ' again', recipient, text, parts, at from outreach_sandbox
          where team_id = ${tx.team} limit 1`,
    );
    await run(
      tx,
      sql`update outreach_messages set state = 'sent' where id = (select id from outreach_messages
            where team_id = ${tx.team} and shop_id = ${night} limit 1)`,
    );
    await run(
      tx,
      sql`delete from automation_runs where id = (select id from automation_runs where team_id = ${tx.team} and shop_id = ${shop} limit 1)`,
    );
  });
