import { setTimeout as sleep } from 'node:timers/promises';
import { access, channels, followups, outreach } from '@guitai/contract';
import { sql } from 'kysely';
import { expect, it } from 'vitest';
import type { SystemActor } from '../src/kernel/actor.ts';
import type { Db } from '../src/kernel/db.ts';
import { newId } from '../src/kernel/ids.ts';
import { run, type Tx } from '../src/kernel/tx.ts';
import { insertFollowups } from '../src/modules/followups/followup.store.ts';
import { planAlarms } from '../src/modules/promises/alarm.ts';
import { insertPromise } from '../src/modules/promises/promise.store.ts';
import { openTask } from '../src/modules/teamwork/index.ts';
import { databaseIn, mortal } from './mortal.ts';
import { dataFolder } from './program.ts';

const count = 25;
const kills = 4;
const hour = 3_600_000;

interface Place {
  readonly db: Db;
  readonly actor: SystemActor;
  readonly shop: string;
  readonly channel: string;
  readonly member: string;
}

/** So many buyers, each with a conversation. */
const talks = ({ db, actor, shop, channel }: Place) =>
  db.write(actor, (tx) =>
    run<{ id: string; buyer: string }>(
      tx,
      sql`with b as (insert into buyers (team_id, id, shop_ids, name)
            select ${tx.team}, gen_random_uuid(), array[${shop}::uuid], 'k' || n from generate_series(1, ${count}) n returning id, name)
          insert into conversations (team_id, id, shop_id, shop_name, channel_id, buyer_id, buyer_name, state, last_at, opened_at)
          select ${tx.team}, gen_random_uuid(), ${shop}, 'x', ${channel}, id, name, 'open', now(), now() from b
          returning id, buyer_id as buyer`,
    ),
  );

async function promise(tx: Tx, place: Place, buyerId: string, from: number, due: number) {
  const [id, madeAt, dueAt] = [newId(), new Date(from), new Date(due)];
  const of = { id, shopId: place.shop, buyerId, memberId: place.member, madeAt, dueAt };
  const nothing = { conversationId: null, messageId: null, orderId: null, productId: null };
  const words = { productTitle: '', sentence: '明天给您答复', baseline: null };
  await insertPromise(tx, { ...of, ...nothing, ...words, event: 'hand' });
  await planAlarms(tx, { id, from: madeAt, dueAt });
}

/** Sets everything that rings within the next seconds: warnings, broken promises, tasks that are due. */
const setTimers = (place: Place, buyers: readonly string[], at: number) =>
  place.db.write(place.actor, async (tx) => {
    for (const [n, buyer] of buyers.entries()) {
      const soon = at + n * 150;
      // Warned an hour before the end, when three of four hours are over; the other is broken at that instant.
      await promise(tx, place, buyer, soon - 3 * hour, soon + hour);
      await promise(tx, place, buyer, soon - hour, soon);
      const due = { dueAt: new Date(soon).toISOString(), assigneeIds: [place.member] };
      const task = { shopId: place.shop, title: `任务 ${n}`, links: {}, quiet: true, ...due };
      await openTask(place.actor, tx, task);
    }
  });

interface Rung {
  readonly what: string;
  readonly things: number;
  readonly times: number;
}

/**
 * How many things rang, and how often all together: the same number when each rang once. Of what was broken meanwhile a warning may
 * be missing, for it is of no use any more.
 */
const rung = ({ db, actor }: Place): Promise<Rung[]> =>
  db.read(actor, (tx) =>
    run(
      tx,
      sql`select n.kind as what, count(distinct n.subject_id)::int as things, count(*)::int as times from notices n
          left join promises p on p.team_id = n.team_id and p.id::text = n.subject_id
          where n.team_id = ${tx.team} and (n.kind in ('promise_broken', 'task_due') or n.kind = 'promise_due' and p.state = 'open') group by 1
          union all
          select e.type, count(distinct e.subject)::int, count(*)::int from events e
          join promises p on p.team_id = e.team_id and p.id::text = e.subject::text
          where e.team_id = ${tx.team} and (e.type = 'promise.broken' or e.type = 'promise.near' and p.state = 'open') group by 1
          union all
          select 'told twice', count(*)::int, count(*)::int from (select type, subject from events
            where team_id = ${tx.team} and type in ('promise.near', 'promise.broken') group by 1, 2 having count(*) > 1) t
          union all
          select 'task of a promise', count(distinct source_id)::int, count(*)::int from tasks
          where team_id = ${tx.team} and source_kind = 'promise'
          union all
          select 'words', count(distinct conversation_id)::int, count(*)::int from messages where team_id = ${tx.team} and text = '还在考虑吗'
          union all
          select 'contacted', count(distinct id)::int, count(*)::int from followups
          where team_id = ${tx.team} and state = 'contacted' and contacted_at is not null order by 1`,
    ),
  );

const inOrder = (rows: readonly Rung[]) => [...rows].sort((a, b) => (a.what < b.what ? -1 : 1));

const once = (what: string): Rung => ({ what, things: count, times: count });

it(`G17 ${count} warnings, ends, reminders and contacts while the product dies ${kills} times: each timer once, none missing`, {
  timeout: 400_000,
}, async () => {
  const dataDir = dataFolder();
  const { desk, owner, dieAfter } = await mortal({ GUITAI_DATA_DIR: dataDir });
  const { shopId: shop } = owner;
  const { channel } = await desk.call(channels.createWebChannel, { shopId: shop, name: '官网' });
  await desk.call(outreach.updateOutreachSettings, { shopId: shop, quietHours: null });
  const self = await desk.call(access.getSelf, {});
  const { db, actor } = await databaseIn(dataDir, owner.teamId);
  const place: Place = { db, actor, shop, channel: channel.id, member: self.member.id };
  const found = await talks(place);
  const at = Date.now() + 3_000;
  const buyers = found.map(({ buyer }) => buyer);
  await setTimers(place, buyers, at);
  const rows = buyers.map((buyerId) => ({
    ...{ id: newId(), shopId: shop, buyerId, reason: 'hand' as const, occasion: newId() },
    ...{ state: 'open' as const, topic: 'service' as const, since: new Date() },
  }));
  await db.write(actor, (tx) => insertFollowups(tx, rows, new Date()));
  for (const { id } of rows)
    await desk.call(followups.sendFollowups, {
      ...{ ids: [id], text: '还在考虑吗', topic: 'service', channels: ['chat'] },
      at: new Date(Math.max(at, Date.now() + 1_000)).toISOString(),
    });
  for (let n = 0; n < kills; n += 1) await dieAfter(400 + n * 500);
  const names = ['promise.broken', 'promise.near', 'promise_broken', 'promise_due', 'task_due'];
  const things = [...names, 'contacted', 'task of a promise', 'words'].map(once);
  const all = inOrder([...things, { what: 'told twice', things: 0, times: 0 }]);
  const sorted = async () => inOrder(await rung(place));
  await expect.poll(sorted, { timeout: 240_000, interval: 1_000 }).toEqual(all);
  await sleep(2_000);
  expect(await sorted()).toEqual(all);
});
