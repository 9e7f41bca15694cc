import type { FrameLocator, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openChat, openStage, type Stage, snap, takeComplaints } from './people.ts';

let stage: Stage;
let desk: Page;
let shop: Page;
let chat: FrameLocator;
/** A paid order of the buyer in the chat. */
let order: { id: string; shopId: string; number: string; buyerName: string; status: string };

const read = <T>(path: string): Promise<T> =>
  desk.evaluate(async (url) => (await fetch(`/api${url}`)).json(), path);

const send = (method: string, path: string, body: object) =>
  desk.evaluate(
    async ([how, url, text]) => {
      const reply = await fetch(`/api${url}`, {
        ...{ method: how as string, body: text as string },
        headers: { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() },
      });
      if (!reply.ok) throw new Error(await reply.text());
    },
    [method, path, JSON.stringify(body)] as const,
  );

beforeAll(async () => {
  stage = await openStage();
  desk = await stage.desk();
  const { items } = await read<{ items: (typeof order)[] }>('/orders?status=paid');
  [order] = items.filter(({ buyerName }) => buyerName !== '') as [typeof order];
  // The journey may be walked at night: it is not what it is about.
  await send('PATCH', `/shops/${order.shopId}/outreach-settings`, { quietHours: null });
  shop = await stage.shop(order.buyerName);
  chat = await openChat(shop);
  for (const page of [desk, shop]) page.setDefaultTimeout(20_000);
}, 180_000);

beforeEach((context) => {
  context.onTestFailed(async () => {
    await snap(desk, `failed-desk-${context.task.id}`);
    await snap(shop, `failed-shop-${context.task.id}`);
  });
});

afterAll(async () => {
  await stage?.close();
});

const careUrl = () => `${stage.product.address}/desk/marketing/care?shop=${order.shopId}`;

describe('CMP-01 order care', () => {
  test('the shop switches the notice on, ships at the desk, and the buyer reads it in the chat', async () => {
    await chat.getByRole('textbox', { name: '输入消息…' }).fill('什么时候发货呀');
    await chat.getByRole('textbox', { name: '输入消息…' }).press('Enter');
    await chat.getByText('什么时候发货呀').waitFor();

    await desk.goto(careUrl());
    await desk.getByText('现在什么都不会发').waitFor();
    await snap(desk, 'care-off');
    await desk.getByRole('switch', { name: '发货通知' }).click();
    await desk.getByText('从上到下执行').waitFor();

    await send('POST', `/orders/${order.id}/parcels`, {
      carrier: 'shunfeng',
      number: 'SF1439000001',
    });
    const card = chat.getByText(/已发货.*SF1439000001/);
    await card.waitFor();
    await snap(shop, 'care-buyer');
    await desk.getByText('已发', { exact: true }).first().waitFor();
    await snap(desk, 'care-on');
    expect(await chat.getByText(/已发货.*SF1439000001/).count()).toBe(1);
    expect(takeComplaints()).toEqual([]);
  });

  test('a rule is made in a sentence, tried without sending, and moved with the keys', async () => {
    await desk.goto(careUrl());
    await desk.getByRole('button', { name: /新建规则/ }).click();
    await desk.getByRole('textbox', { name: '规则名称' }).fill('大额订单先打标签');
    await desk.getByRole('button', { name: '条件', exact: true }).click();
    await desk
      .getByRole('textbox', { name: '消息文案' })
      .fill('{buyer|您}好，订单 {order} 我们优先安排。');
    await snap(desk, 'care-editor');
    await desk.getByRole('button', { name: '移除条件' }).click();
    await desk.getByRole('button', { name: '试运行（不会发送）' }).click();
    await desk.getByText(/最近 \d+ 条/).waitFor();
    await desk
      .getByText(/我们优先安排/)
      .nth(1)
      .waitFor();
    await snap(desk, 'care-trial');
    await desk.getByRole('button', { name: '保存' }).click();
    const link = desk.getByRole('link', { name: '大额订单先打标签' });
    await link.waitFor();
    await link.focus();
    await desk.keyboard.press('Alt+ArrowUp');
    const names = () =>
      desk
        .getByRole('list', { name: /按执行顺序/ })
        .getByRole('link')
        .allInnerTexts();
    await expect.poll(names).toContain('大额订单先打标签');
    // A new rule is the last; one step up it is the last but one.
    await expect.poll(async () => (await names()).at(-2)).toBe('大额订单先打标签');

    await desk.getByRole('tab', { name: '执行记录' }).click();
    await desk.getByText('发货通知').first().waitFor();
    await snap(desk, 'care-log');
    expect(takeComplaints()).toEqual([]);
  });

  test('on a phone and in the dark', async () => {
    const phone = await stage.desk({ width: 360, height: 740, dark: true });
    phone.setDefaultTimeout(20_000);
    await phone.goto(careUrl());
    await phone.getByText('从上到下执行').waitFor();
    await snap(phone, 'care-phone');
    const wide = () => phone.evaluate(() => document.documentElement.scrollWidth);
    expect(await wide()).toBeLessThanOrEqual(360);
    await phone.getByRole('link', { name: '催付提醒' }).click();
    await phone.getByRole('textbox', { name: '规则名称' }).waitFor();
    await snap(phone, 'care-phone-editor');
    expect(await wide()).toBeLessThanOrEqual(360);
    await phone.context().close();
  });
});
