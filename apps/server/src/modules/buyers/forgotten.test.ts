import { automation, outreach, teamwork } from '@guitai/contract';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { testDatabase } from '../../../test/database.ts';
import { ruled, send } from '../../../test/ruled.ts';
import { system } from '../../kernel/actor.ts';
import { newId } from '../../kernel/ids.ts';
import { run } from '../../kernel/tx.ts';
import { migrationsOf } from '../../modules.ts';

/** What becomes of a row when the buyer it names is forgotten: it goes, or stays without them, or stays and here is why. */
const declared: Readonly<Record<string, 'goes' | 'nobody' | { readonly stays: string }>> = {
  'buyer_accounts.buyer_id': 'goes',
  'buyer_addresses.buyer_id': 'goes',
  'blocklistings.buyer_id': 'goes',
  'buyer_matches.buyer_id': 'goes',
  'buyer_matches.matched_id': 'goes',
  'buyer_merges.survivor_id': 'goes',
  'buyer_merges.merged_id': 'goes',
  'buyer_merges.root_id': 'goes',
  'outreach_messages.buyer_id': 'goes',
  'outreach_receipts.buyer_id': 'goes',
  // The no outlives who said it, as digests of number and address: whoever has them next is not written to.
  'outreach_opt_outs.buyer_id': 'nobody',
  'promises.buyer_id': 'goes',
  'followups.buyer_id': 'goes',
  'parcel_problems.buyer_id': 'nobody',
  'tasks.buyer_id': 'nobody',
  'automation_runs.buyer_id': 'nobody',
  'automation_found.buyer_id': 'goes',
  'outreach_opt_out_buyers.buyer_id': 'goes',
  'aftersales_cases.buyer_id': 'nobody',
  'bargains.buyer_id': 'goes',
  'coupon_holders.buyer_id': 'goes',
  'coupons.buyer_id': 'goes',
  'orders.buyer_id': 'nobody',
  'payment_methods.buyer_id': 'goes',
  'product_views.buyer_id': 'goes',
  'reviews.buyer_id': 'nobody',
  'script_uses.buyer_id': 'nobody',
  'approvals.buyer_id': { stays: 'taken away with the shop (`forgetAuthorityOf`)' },
  'conversations.buyer_id': { stays: 'goes before its buyer (`forgetConversationsOf`)' },
  'order_checks.buyer_id': { stays: 'goes with its conversation' },
  'review_pictures.buyer_id': { stays: 'emptied with its review, by the database' },
  'visitors.buyer_id': { stays: 'goes with its channel (`forgetChannelsOf`)' },
  'visitors.former_buyer_id': { stays: 'goes with its channel (`forgetChannelsOf`)' },
  // Facts go with their shop; they are reckoned from the log.
  'insight_enquiries.buyer_id': { stays: 'goes with its shop' },
  'insight_parts.buyer_id': { stays: 'goes with its shop' },
  'insight_rounds.buyer_id': { stays: 'goes with its shop' },
  'insight_sales.buyer_id': { stays: 'goes with its shop' },
  'insight_services.buyer_id': { stays: 'goes with its shop' },
  'insight_sessions.buyer_id': { stays: 'goes with its shop' },
};

const tables = migrationsOf().flatMap(({ migrations }) =>
  migrations.flatMap(({ up }) => [...up.matchAll(/create table (\w+)/g)].map(([, name]) => name)),
);

const actions: Readonly<Record<string, 'goes' | 'nobody'>> = { c: 'goes', n: 'nobody' };

describe('CON-07 a forgotten buyer', () => {
  it('is named in no table that has not said what becomes of its rows, and the database does what was said', async () => {
    const { db } = await testDatabase();
    const nobody = { kind: 'nobody', team: null, locale: 'en' } as const;
    const found = await db.outside(nobody, (tx) =>
      run<{ at: string; action: string | null }>(
        tx,
        sql`select c.relname || '.' || a.attname as at,
              (select k.confdeltype::text from pg_constraint k where k.conrelid = c.oid and k.contype = 'f'
                and k.confrelid = 'buyers'::regclass and a.attnum = any(k.conkey)) as action
            from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0
            where c.relname = any(${tables}::text[]) and c.relkind = 'r' and a.atttypid = 'uuid'::regtype
              and a.attname <> 'team_id' and (a.attname like '%buyer%' or exists (select from pg_constraint k
                where k.conrelid = c.oid and k.contype = 'f' and k.confrelid = 'buyers'::regclass and a.attnum = any(k.conkey)))`,
      ),
    );
    const doing = Object.fromEntries(found.map(({ at, action }) => [at, actions[action ?? '']]));
    const said = Object.entries(declared).map(([at, what]) => [
      at,
      typeof what === 'string' ? what : undefined,
    ]);
    expect(doing).toEqual(Object.fromEntries(said));
  });

  it('leaves neither words nor name in tasks, in the log of rules and in what was sent to them', async () => {
    const w = await ruled();
    const owner = await w.as('何雅琴');
    const phrase = '我叫王小花，住在静安里';
    await w.rule('问候', {
      trigger: 'conversation.buyer_wrote',
      actions: [
        send('收到 {buyer}'),
        { do: 'task', title: '联系王小花', assigneeId: null, dueMinutes: null, priority: 'normal' },
      ],
    });
    await w.writes(phrase);
    await w.care();
    const [task] = (await owner.call(teamwork.listTasks, { shopId: w.shop } as never)).items;
    const taskId = task?.id ?? '';
    await owner.call(teamwork.addTaskComment, { taskId, text: '王小花说明天在家' });
    const holding = () =>
      w.doing((tx) =>
        run<{ at: string }>(
          tx,
          sql`select 'runs' as at from automation_runs where message_text ~ '王小花' or facts::text ~ '王小花' or actions::text ~ '王小花'
              union select 'found' from automation_found where words ~ '王小花'
              union select 'tasks' from tasks where title ~ '王小花' or body ~ '王小花'
              union select 'entries' from task_entries where text ~ '王小花' or data::text ~ '王小花'
              union select 'messages' from outreach_messages where text ~ '收到'`,
        ),
      );
    expect((await holding()).map(({ at }) => at).sort()).toEqual(
      expect.arrayContaining(['entries', 'messages', 'runs', 'tasks']),
    );
    const [run1] = await w.doing((tx) =>
      run<{ buyer_id: string }>(tx, sql`select buyer_id from automation_runs limit 1`),
    );
    const buyerId = run1?.buyer_id ?? '';
    await w.db.write(system(w.team, 'test'), async (tx) => {
      // The chat goes another way (with its shop); here it is only no longer theirs.
      const other = newId();
      await run(
        tx,
        sql`insert into buyers (team_id, id, shop_ids, name) values (${tx.team}, ${other}, array[${w.shop}]::uuid[], '')`,
      );
      for (const table of [sql`visitors`, sql`conversations`])
        await run(tx, sql`update ${table} set buyer_id = ${other} where buyer_id = ${buyerId}`);
      await run(tx, sql`delete from buyers where team_id = ${tx.team} and id = ${buyerId}`);
    });
    expect(await holding()).toEqual([]);
    const { items: left } = await owner.call(automation.listRuleRuns, { shopId: w.shop });
    expect(left.map(({ buyerName, state }) => [buyerName, state])).toEqual([['', 'done']]);
    const { items } = await owner.call(outreach.listOutreachMessages, {});
    expect(items).toEqual([]);
    expect(await owner.call(teamwork.getTask, { taskId })).toMatchObject({ title: '—', body: '' });
  });
});
