import type { FrameLocator, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openChat, openStage, type Stage, snap, takeComplaints } from './people.ts';

let stage: Stage;
let desk: Page;
let shop: Page;
let chat: FrameLocator;
/** An unpaid order of the buyer in the chat. */
let order: { id: string; number: string; buyerName: string; status: string };

/** The API as the person at this desk calls it. */
const read = <T>(path: string): Promise<T> =>
  desk.evaluate(async (url) => (await fetch(`/api${url}`)).json(), path);

beforeAll(async () => {
  stage = await openStage();
  desk = await stage.desk();
  const { items } = await read<{ items: (typeof order)[] }>('/orders?status=placed');
  [order] = items.filter(({ buyerName }) => buyerName !== '') as [typeof order];
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

describe('BOT-03 buyers help themselves in the chat', () => {
  test('another address and a cancellation, without asking anybody; both stand in the chat and at the desk', async () => {
    await chat.getByRole('textbox', { name: '输入消息…' }).fill('想改一下订单');
    await chat.getByRole('textbox', { name: '输入消息…' }).press('Enter');
    await chat.getByText('想改一下订单').waitFor();
    await chat.getByRole('button', { name: '我的订单' }).click();
    const own = chat.getByRole('region', { name: '我的订单' });
    const row = own.locator('div').filter({ hasText: order.number }).last();
    await row.getByRole('button', { name: '修改或取消' }).click();
    await chat.getByRole('textbox', { name: /街道/ }).fill('文三路 90 号 5 幢');
    await snap(shop, 'own-order-form');
    await chat.getByRole('button', { name: '保存新地址' }).click();
    await chat.getByText('收货地址已修改。').waitFor();
    await chat.getByRole('combobox', { name: '取消原因' }).selectOption({ label: '拍错了' });
    await chat.getByRole('button', { name: '取消订单' }).click();
    await chat.getByText('订单已取消，退款会原路返回。').waitFor();
    await chat.locator('section.orders').getByRole('button', { name: '关闭' }).click();
    await snap(shop, 'own-order-list');
    await expect
      .poll(async () => (await read<typeof order>(`/orders/${order.id}`)).status)
      .toBe('cancelled');
    const { items } = await read<{ items: { kind: string; byKind: string }[] }>(
      `/orders/${order.id}/acts`,
    );
    expect(items.map((act) => `${act.kind} ${act.byKind}`)).toEqual([
      'cancelled buyer',
      'address_changed buyer',
    ]);
    await desk.goto(`${stage.product.address}/desk/inbox/all`);
    await desk
      .getByRole('link', { name: new RegExp(order.buyerName) })
      .first()
      .click();
    await desk.getByText(order.number).first().waitFor();
    await snap(desk, 'own-order-desk');
    expect(takeComplaints()).toEqual([]);
  });
});
