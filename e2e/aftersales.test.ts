import type { FrameLocator, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openChat, openStage, type Stage, snap, takeComplaints } from './people.ts';

let stage: Stage;
let desk: Page;
let shop: Page;
let chat: FrameLocator;
/** A delivered order of the buyer in the chat. */
let order: Order;

interface Order {
  readonly id: string;
  readonly number: string;
  readonly buyerName: string;
  readonly totals: { readonly refundedMinor: number };
}

/** The API as the person at this desk calls it. */
const read = <T>(path: string): Promise<T> =>
  desk.evaluate(async (url) => (await fetch(`/api${url}`)).json(), path);

const refunded = async () => (await read<Order>(`/orders/${order.id}`)).totals.refundedMinor;

beforeAll(async () => {
  stage = await openStage();
  desk = await stage.desk();
  const { items } = await read<{ items: Order[] }>('/orders?status=delivered');
  order = items.find(({ buyerName }) => buyerName === '王晓敏') as Order;
  shop = await stage.shop('王晓敏');
  chat = await openChat(shop);
  await chat.getByRole('textbox', { name: '输入消息…' }).fill('垫子和图片不一样');
  await chat.getByRole('textbox', { name: '输入消息…' }).press('Enter');
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

describe('after-sales, buyer and desk at the same time', () => {
  test('SHOP-07 the buyer asks for money back in the chat; it stands beside the chat with reason and history', async () => {
    const picture = { name: '颜色.png', mimeType: 'image/png', buffer: await desk.screenshot() };
    const choosing = shop.waitForEvent('filechooser');
    await chat.getByRole('button', { name: '发送图片或文件' }).click();
    await (await choosing).setFiles(picture);
    await chat.getByRole('img', { name: '颜色.png' }).waitFor();
    await chat.getByRole('button', { name: '我的订单' }).click();
    const own = chat.getByRole('region', { name: '我的订单' });
    const row = own.locator('div').filter({ hasText: order.number }).last();
    await row.getByRole('button', { name: '申请售后' }).waitFor();
    await snap(shop, 'aftersales-buyer-orders');
    await row.getByRole('button', { name: '申请售后' }).click();
    await chat.getByRole('combobox', { name: '类型' }).selectOption({ label: '仅退款' });
    await chat.getByRole('checkbox', { name: /亚麻/ }).check();
    await chat.getByRole('checkbox', { name: '颜色.png' }).check();
    await chat.getByRole('textbox', { name: /说明/ }).fill('颜色差很多，想退一点');
    await snap(shop, 'aftersales-buyer-form');
    await chat.getByRole('button', { name: '提交申请' }).click();
    await chat.getByText('等待商家处理').first().waitFor();
    await snap(shop, 'aftersales-buyer-sent');

    await desk
      .getByRole('link', { name: /王晓敏/ })
      .first()
      .click();
    const card = desk.locator(`[data-order="${order.id}"]`);
    const block = card.getByRole('region', { name: '仅退款' });
    await block.getByText('颜色差很多').waitFor();
    await block.getByRole('img', { name: '颜色.png' }).waitFor();
    await block.scrollIntoViewIfNeeded();
    await snap(desk, 'aftersales-counter');
  });

  test('SHOP-07 evidence is asked for in two clicks, and money is paid in one, on both sides at once', async () => {
    const block = desk
      .locator(`[data-order="${order.id}"]`)
      .getByRole('region', { name: '仅退款' });
    await block.getByRole('button', { name: '要凭证' }).click();
    await block.getByRole('button', { name: '发送' }).click();
    await chat.getByText('麻烦您拍一张问题处的照片').first().waitFor();
    expect(await refunded()).toBe(0);
    await block.getByRole('button', { name: /^退款 ¥/ }).click();
    await block.getByText('已完结').waitFor();
    await chat.getByText('退款', { exact: true }).last().waitFor();
    await expect.poll(refunded).toBeGreaterThan(0);
    await snap(desk, 'aftersales-paid');
    await snap(shop, 'aftersales-buyer-paid');
  });

  test('SHOP-07 the queue goes by deadline; a case is refused with words in two keys', async () => {
    await desk.goto(`${stage.product.address}/desk/aftersales`);
    await desk.getByRole('listitem').first().waitFor();
    await snap(desk, 'aftersales-queue');
    const { counts } = await read<{ counts: { decide: number } }>('/cases');
    await desk.keyboard.press('j');
    const sheet = desk.getByRole('article');
    await sheet.getByText('处理记录').waitFor();
    await desk.keyboard.press('x');
    await sheet.getByRole('textbox').waitFor();
    await desk.keyboard.press('Enter');
    await sheet.getByText('已拒绝').first().waitFor();
    await snap(desk, 'aftersales-refused');
    const after = await read<{ counts: { decide: number } }>('/cases');
    expect(after.counts.decide).toBe(counts.decide - 1);
  });

  test('A18 a case is opened at the order as the house proposes: an exchange with its pairing', async () => {
    const { items } = await read<{ items: Order[] }>('/orders?status=completed');
    const recent = items[0] as Order;
    await desk.goto(`${stage.product.address}/desk/orders/${recent.id}`);
    const card = desk.locator(`[data-order="${recent.id}"]`);
    await card.getByRole('button', { name: '售后' }).click();
    await card.getByText(/能换则换|能退则退|由本店负责/).waitFor();
    await snap(desk, 'aftersales-form');
    await card.getByRole('radio', { name: '维修' }).check();
    await card.getByRole('checkbox').first().check();
    await card.getByRole('button', { name: '发起售后' }).click();
    await card.getByText('售后单已建立').waitFor();
    await card.getByRole('region', { name: '维修' }).waitFor();
    await snap(desk, 'aftersales-order');
  });

  test('nothing went wrong on any page unseen', () => {
    expect(takeComplaints().filter((line) => !/422|409/.test(line))).toEqual([]);
  });
});
