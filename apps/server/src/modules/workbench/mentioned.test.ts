import { access, channels, conversations, shops, workbench } from '@guitai/contract';
import { numbersIn } from '@guitai/contract/order-numbers';
import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Browser, outcomeOf } from '../../../test/office.ts';
import { type Retail, retailShop } from '../../../test/retail.ts';
import { system } from '../../kernel/actor.ts';
import { run } from '../../kernel/tx.ts';

let w: Retail;
let owner: Browser;

beforeAll(async () => {
  w = await retailShop();
  owner = await w.as('何雅琴');
}, 120_000);

const own = '{YYYY}{MM}{DD}-{nnnn}';

describe('SHOP-11 an order number in a chat', () => {
  test.each([
    ['订单20260318-0071怎么还没发', ['20260318-0071']],
    ['单号 4823017749120185523，谢谢', ['4823017749120185523']],
    ['#W4817420 please', ['#W4817420']],
    ['my order W4817420.', ['W4817420']],
    ['QD-2026/000123 到哪了', ['QD-2026/000123']],
    ['电话 13812344614，付了 1234.56', []],
    ['x20260318-0071y', []],
    ['', []],
  ])('%s', (text, expected) => {
    expect(numbersIn(text, [own, 'QD-{YYYY}/{nnnnnn}'])).toEqual(expected);
  });

  test('a text made to be slow is read at once', () => {
    const text = '2026'.repeat(5_000) + '-'.repeat(5_000);
    const began = performance.now();
    numbersIn(text, [own, '{n}{n}{n}{n}{n}-{n}']);
    expect(performance.now() - began).toBeLessThan(5_000);
  });

  test('a form made to be slow is read at once', () => {
    const began = performance.now();
    numbersIn('1'.repeat(4_000), [`${'{n}'.repeat(12)}x`, '{n}{n}x']);
    expect(performance.now() - began).toBeLessThan(2_000);
  });

  test('leads to the order for who may see it; for who may not it is like nonsense; one call a page', async () => {
    const chat = w.visitor();
    const text = '#W4817420 和 #W9999999 还有 W6304490';
    const { message } = await chat.call(channels.sendChatMessage, {
      text,
      clientKey: crypto.randomUUID(),
    });
    const { conversationId } = message;
    const read = (who: Browser) => who.call(workbench.listMentionedOrders, { conversationId });
    const { items } = await read(owner);
    expect(items.map((item) => [item.text, item.own])).toEqual([
      ['#W4817420', false],
      ['W6304490', false],
    ]);
    const bare = await w.db.read(system(w.team, 'test'), (tx) =>
      run<{ id: string }>(tx, sql`select id from orders where number_key = 'W4817420'`),
    );
    expect(items[0]?.orderId).toBe(bare[0]?.id);
    // Somebody of the other shop alone reads the conversation and learns nothing of this shop's orders.
    await owner.call(access.changeMemberRole, {
      memberId: w.member('周启明'),
      role: 'lead',
      shopIds: [w.shop],
    } as never);
    const lead = await w.as('周启明');
    expect((await read(lead)).items).toEqual([]);
    const strange = { conversationId: bare[0]?.id ?? '' };
    expect(outcomeOf(await owner.attempt(workbench.listMentionedOrders, strange))).toBe(
      'conversation.not_found',
    );
    await owner.call(conversations.addNote, {
      conversationId,
      text: '查 QD77',
      clientKey: crypto.randomUUID(),
    });
    await owner.call(shops.updateShopSettings, { shopId: w.shop, orderNumberLinks: ['QD{nn}'] });
    expect((await owner.call(shops.getShopSettings, { shopId: w.shop })).orderNumberLinks).toEqual([
      'QD{nn}',
    ]);
  });
});
