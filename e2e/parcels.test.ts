import { createHmac } from 'node:crypto';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { call, openStage, type Stage, snap, takeComplaints } from './people.ts';

let stage: Stage;
let desk: Page;

const go = (page: Page, path: string) => page.goto(`${stage.product.address}/desk/${path}`);

/** An order that waits to be shipped, with a chat of its buyer. */
async function waiting(): Promise<{
  order: { id: string; number: string };
  conversationId: string;
}> {
  for (const status of ['paid', 'preparing']) {
    const { items } = await call(stage, desk, 'GET', `/orders?status=${status}&limit=100`);
    for (const order of items) {
      if (!order.buyerId) continue;
      const chats = await call(
        stage,
        desk,
        'GET',
        `/conversations?view=all&buyerId=${order.buyerId}&limit=1`,
      );
      if (chats.items[0]) return { order, conversationId: chats.items[0].id };
    }
  }
  throw new Error('no order of the sample shop waits with a chat');
}

beforeAll(async () => {
  stage = await openStage();
  desk = await stage.desk();
  await go(desk, 'inbox');
}, 240_000);

beforeEach((context) => {
  context.onTestFailed(async () => {
    await snap(desk, `failed-parcels-${context.task.id}`);
    process.stderr.write(`${takeComplaints().join('\n')}\n`);
  });
});

afterAll(async () => {
  await stage?.close();
});

describe('A19 a promise', () => {
  test('is made by a key from what was said, seen beside the chat and on its page, and kept by shipping', async () => {
    const { order, conversationId } = await waiting();
    const { assigneeId } = await call(stage, desk, 'GET', `/conversations/${conversationId}`);
    if (!assigneeId)
      await call(stage, desk, 'POST', `/conversations/${conversationId}/taking`, {}).catch(
        () => null,
      );
    await go(desk, `inbox/all/${conversationId}`);
    const field = desk.getByRole('textbox', { name: /回复|消息/ }).first();
    await field.fill('好的亲，今天发货');
    await field.press('Enter');
    await desk.getByRole('button', { name: /登记为承诺/ }).waitFor();
    await snap(desk, 'promise-offered');
    await field.press('Escape');
    await desk.keyboard.press('y');
    const dialog = desk.getByRole('dialog');
    await dialog.getByRole('button', { name: '登记承诺' }).waitFor();
    await snap(desk, 'promise-dialog');
    await dialog.getByRole('button', { name: '登记承诺' }).click();
    await dialog.waitFor({ state: 'hidden' });
    await desk.getByRole('tab', { name: '承诺' }).click();
    const panel = desk.getByRole('tabpanel', { name: '承诺' });
    await panel.getByText('好的亲，今天发货').waitFor();
    await panel.getByText('进行中').waitFor();
    await snap(desk, 'promise-panel');
    await desk.getByRole('button', { name: /登记为承诺/ }).waitFor({ state: 'detached' });
    await panel.getByRole('button', { name: '延期…' }).click();
    await panel.getByRole('button', { name: '延后 24 小时' }).click();
    const told = panel.getByRole('textbox', { name: '告知买家' });
    await expect.poll(() => told.inputValue()).toContain('最晚');
    await snap(desk, 'promise-later');
    await panel.getByRole('button', { name: '延期并告知买家' }).click();
    await panel.getByText('已延期 1 次').waitFor();
    await desk
      .getByText(/抱歉，之前答应您的事/)
      .first()
      .waitFor();
    await call(stage, desk, 'POST', `/orders/${order.id}/parcels`, {
      carrier: '顺丰',
      number: 'SFJOURNEY1',
    });
    await desk.getByRole('tab', { name: '承诺' }).click();
    await panel.getByText('按时兑现').waitFor();
    await snap(desk, 'promise-kept');
    await go(desk, 'promises?tab=settled');
    await desk.getByText('好的亲，今天发货').first().waitFor();
    await desk.getByText('100%').first().waitFor();
    await snap(desk, 'promises-page');
    const dark = await stage.desk({ width: 360, height: 740, dark: true });
    await go(dark, 'promises?tab=settled');
    await dark.getByText('好的亲，今天发货').first().waitFor();
    await snap(dark, 'promises-page-dark-phone');
    await dark.getByRole('list', { name: '按人员' }).scrollIntoViewIfNeeded();
    await snap(dark, 'promise-rates-dark-phone');
    expect(await dark.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
      360,
    );
    await dark.context().close();
    expect(takeComplaints()).toEqual([]);
  });
});

describe('SHOP-08 a parcel', () => {
  test('that stops becomes a task and a mark, is written about, and is free again when it moves', async () => {
    await go(desk, 'settings/parcels');
    await desk.getByText('添加物流查询账号后').waitFor();
    await snap(desk, 'parcels-settings-empty');
    await desk.getByRole('button', { name: '添加账号' }).first().click();
    const dialog = desk.getByRole('dialog');
    await dialog.getByRole('combobox').first().click();
    await desk.getByText('Sandbox', { exact: true }).last().click();
    await dialog.getByRole('textbox', { name: /回调密钥/ }).fill('shared');
    await dialog.getByRole('button', { name: '添加', exact: true }).click();
    await dialog.waitFor({ state: 'hidden' });
    await desk.getByText('/api/parcel-callbacks/').waitFor();
    await snap(desk, 'parcels-settings');
    const path = (await desk.locator('code').first().textContent()) ?? '';

    const { order, conversationId } = await waiting();
    await call(stage, desk, 'POST', `/orders/${order.id}/parcels`, {
      carrier: '顺丰',
      number: 'SFJOURNEY2',
    });
    const tell = async (steps: readonly (readonly [number, string, string])[]) => {
      const param = JSON.stringify({
        carrier: 'shunfeng',
        number: 'SFJOURNEY2',
        code: null,
        ended: false,
        steps: steps.map(([hours, code, text]) => ({
          at: new Date(Date.now() + hours * 3_600_000).toISOString(),
          code,
          word: '',
          text,
          place: '上海市',
        })),
      });
      const sign = createHmac('sha256', 'shared').update(param).digest('hex');
      const reply = await fetch(`${stage.product.address}${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        body: new URLSearchParams({ param, sign }).toString(),
      });
      expect(reply.status).toBe(200);
    };
    await expect
      .poll(
        async () =>
          (await call(stage, desk, 'GET', `/orders/${order.id}/parcel-routes`)).items[0]?.provider,
      )
      .toBe('sandbox');
    await go(desk, `inbox/all/${conversationId}?panel=orders&order=${order.id}`);
    await tell([
      [0.01, '103', '【杭州余杭网点】已揽收'],
      [0.02, '208', '快件滞留【上海徐汇网点】'],
    ]);
    const route = desk.locator('[data-parcel]').first();
    await route.getByText('物流停滞').waitFor();
    await snap(desk, 'parcel-stuck');
    const tasks = await call(stage, desk, 'GET', '/tasks?limit=50&view=team');
    const mine = tasks.items.filter(
      (task: { links: { orderId?: string } }) => task.links.orderId === order.id,
    );
    expect(mine).toHaveLength(1);
    expect(mine[0].title).toContain('SFJOURNEY2');

    await go(desk, 'orders');
    await desk.getByRole('link', { name: '异常包裹 1' }).click();
    await desk.getByRole('link', { name: order.number }).waitFor();
    await desk.getByRole('button', { name: '发送物流进度' }).click();
    await desk.getByRole('button', { name: '已发给买家' }).waitFor();
    await desk.getByRole('checkbox', { name: /SFJOURNEY2/ }).check();
    await desk
      .getByRole('textbox', { name: '留言内容' })
      .fill('您的包裹 {number} 物流暂未更新，我们已联系快递核实。');
    await snap(desk, 'problem-parcels');
    await desk.getByRole('button', { name: '给 1 位买家留言' }).click();
    await desk.getByText('已给 1 位买家留言').waitFor();
    await go(desk, `inbox/all/${conversationId}?panel=orders&order=${order.id}`);
    await desk.getByText('您的包裹 SFJOURNEY2 物流暂未更新').first().waitFor();

    await tell([[0.03, '5', '正在派送，请保持电话畅通']]);
    const moving = desk.locator('[data-parcel]').first();
    await moving.getByText('物流停滞').waitFor({ state: 'detached' });
    await expect
      .poll(() => moving.locator('[aria-current="step"]').textContent())
      .toContain('派送中');
    await snap(desk, 'parcel-moving');
    const after = await call(stage, desk, 'GET', `/tasks/${mine[0].id}`);
    expect((after.task ?? after).state).toBe('done');
    const phone = await stage.desk({ width: 360, height: 740, dark: true });
    await go(phone, `orders/${order.id}`);
    await phone.locator('[data-parcel]').first().waitFor();
    await phone.locator('[data-parcel]').first().scrollIntoViewIfNeeded();
    await snap(phone, 'parcel-dark-phone');
    await go(phone, 'problem-parcels?state=closed');
    await phone.getByRole('link', { name: order.number }).waitFor();
    await snap(phone, 'problem-parcels-dark-phone');
    expect(await phone.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
      360,
    );
    await phone.context().close();
    expect(takeComplaints()).toEqual([]);
  });
});

describe('SHOP-11 forms of order numbers', () => {
  test('are set beside the shop and tried on a sentence before they hold', async () => {
    const shops = await call(stage, desk, 'GET', '/shops');
    await go(desk, `settings/shops/${shops.items[0].id}`);
    await desk.getByRole('button', { name: '添加格式' }).click();
    await desk.getByRole('textbox', { name: '格式 1' }).fill('QD-{nnnn}');
    await desk.getByRole('textbox', { name: /粘贴一句买家的话/ }).fill('我的单QD-4817怎么还没到');
    await desk.locator('mark', { hasText: 'QD-4817' }).waitFor();
    await desk.locator('mark').scrollIntoViewIfNeeded();
    await snap(desk, 'order-number-forms');
    await desk.getByRole('button', { name: '保存', exact: true }).click();
    await expect
      .poll(
        async () =>
          (await call(stage, desk, 'GET', `/shops/${shops.items[0].id}/settings`)).orderNumberLinks,
      )
      .toEqual(['QD-{nnnn}']);
    const phone = await stage.desk({ width: 360, height: 740, dark: true });
    await go(phone, `settings/shops/${shops.items[0].id}`);
    const sentence = phone.getByRole('textbox', { name: /粘贴一句买家的话/ });
    await sentence.fill('QD-4817 还有 20260318-0071');
    await phone.locator('mark').last().scrollIntoViewIfNeeded();
    await snap(phone, 'order-number-forms-dark-phone');
    expect(await phone.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
      360,
    );
    await phone.context().close();
    expect(takeComplaints()).toEqual([]);
  });
});
