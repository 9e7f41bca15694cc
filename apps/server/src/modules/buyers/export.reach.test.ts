import { access, shops } from '@guitai/contract';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { atCounter } from '../../../test/counter.ts';
import { system } from '../../kernel/actor.ts';
import { newId } from '../../kernel/ids.ts';
import { run } from '../../kernel/tx.ts';
import { payOrder } from '../orders/index.ts';

test('A15 of a buyer of two shops a file tells what belongs to the shops one works in, and no more', async () => {
  const w = await atCounter();
  const owner = await w.as('何雅琴');
  const place = { currency: 'CNY', timezone: 'Asia/Shanghai', locale: 'zh-CN' } as const;
  const other = { ...place, name: '二店', kind: 'built-in', colour: '#114488' } as const;
  const { id: shopId } = await owner.call(shops.createShop, other);
  const memberId = w.member('周启明');
  await owner.call(access.changeMemberRole, { memberId, role: 'lead', shopIds: [shopId] });
  const pay = { orderId: w.order, kind: 'cash' as const, reference: newId() };
  await w.doing((tx) => payOrder(system(w.team, 'test'), tx, pay));
  await w.doing((tx) =>
    run(
      tx,
      sql`update buyers set shop_ids = shop_ids || ${shopId}::uuid where team_id = ${tx.team} and id = ${w.buyer}`,
    ),
  );
  const file = async (who: '何雅琴' | '周启明') =>
    (await (await w.as(who)).raw({ method: 'GET', path: '/api/buyers/export' })).body;
  const whole = await file('何雅琴');
  for (const part of ['b-1', '青竹家居店', '23400']) expect(whole).toContain(part);
  const own = await file('周启明');
  expect(own).toContain('二店');
  for (const part of ['b-1', '青竹家居店', '23400']) expect(own).not.toContain(part);
});
