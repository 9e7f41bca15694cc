import type { FrameLocator, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openChat, openStage, type Stage, snap, takeComplaints } from './people.ts';

let stage: Stage;
let desk: Page;
let shop: Page;
let chat: FrameLocator;

interface Coupon {
  readonly id: string;
  readonly state: string;
  readonly usedMinor: number;
  readonly orderId: string | null;
}

/** The API as the person at this desk calls it. */
const read = <T>(path: string): Promise<T> =>
  desk.evaluate(async (url) => (await fetch(`/api${url}`)).json(), path);
const coupons = async () => (await read<{ items: Coupon[] }>('/coupons')).items;

beforeAll(async () => {
  stage = await openStage();
  desk = await stage.desk();
  shop = await stage.shop('王晓敏');
  chat = await openChat(shop);
  for (const page of [desk, shop]) page.setDefaultTimeout(30_000);
}, 240_000);

beforeEach((context) => {
  context.onTestFailed(async () => {
    console.error(takeComplaints());
    await snap(desk, `failed-desk-${context.task.id}`);
    await snap(shop, `failed-shop-${context.task.id}`);
  });
});

afterAll(async () => {
  await stage?.close();
});

describe('SHOP-10 a talk about the price', () => {
  test('a kind of coupon is made in plain sentences, its example beside it', async () => {
    await desk.goto(`${stage.product.address}/desk/marketing/offers`);
    await desk.getByRole('combobox', { name: '店铺' }).click();
    await desk.getByTitle('青竹家居 · 示例').click();
    await desk.getByText('新建第一种优惠券').waitFor();
    await snap(desk, 'offers-empty');
    await desk.getByRole('button', { name: '新建优惠券' }).first().click();
    const form = desk.getByRole('dialog');
    await form.getByRole('status').filter({ hasText: '¥179.00' }).waitFor();
    await form.getByRole('textbox', { name: '使用门槛' }).fill('100');
    await form.getByRole('status').filter({ hasText: '¥80.00' }).waitFor();
    await snap(desk, 'offers-form');
    await form.getByRole('button', { name: '创建' }).click();
    await desk.getByText('满 ¥100.00 减 ¥20.00').first().waitFor();
    expect(takeComplaints()).toEqual([]);
  });

  test('the buyer asks, two keys send the coupon, the buyer orders and pays with it', async () => {
    await chat.getByRole('textbox', { name: '输入消息…' }).fill('能便宜点吗');
    await chat.getByRole('textbox', { name: '输入消息…' }).press('Enter');
    await chat.getByText('能便宜点吗').waitFor();
    await desk.goto(`${stage.product.address}/desk/inbox/all`);
    await desk
      .getByRole('link', { name: /王晓敏/ })
      .first()
      .click();
    await desk.getByRole('tab', { name: '议价' }).waitFor();
    await desk.getByRole('button', { name: /^转接/ }).waitFor();
    await desk.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
    await desk.keyboard.press('b');
    const send = desk.getByRole('button', { name: /^发送 ¥20.00/ });
    await send.waitFor();
    await expect.poll(() => send.evaluate((one) => one === document.activeElement)).toBe(true);
    await snap(desk, 'offers-panel');
    await desk.keyboard.press('Enter');
    await chat.getByText('下单时自动使用，不用输入券码。').waitFor();
    await desk.getByRole('region', { name: '议价经过' }).waitFor();
    await snap(desk, 'offers-sent');
    await snap(shop, 'offers-card');
    await shop.goto(`${stage.product.address}/shop/`);
    await shop
      .getByRole('link', { name: /紫砂西施壶/ })
      .first()
      .click();
    await shop.getByRole('button', { name: '加入购物车' }).click();
    await shop.goto(`${stage.product.address}/shop/checkout`);
    const coupon = shop.getByRole('checkbox', { name: /优惠券/ });
    await coupon.waitFor();
    await expect.poll(() => coupon.isChecked()).toBe(true);
    await expect.poll(() => shop.locator('[data-total]').textContent()).toBe('¥448.00');
    await snap(shop, 'offers-checkout');
    await shop.getByRole('button', { name: '提交订单' }).click();
    await shop
      .getByRole('button', { name: /付款成功|支付成功|模拟支付成功|立即支付|付款/ })
      .first()
      .click();
    await expect.poll(async () => (await coupons())[0]?.state).toBe('used');
    const [used] = await coupons();
    expect(used?.usedMinor).toBe(2_000);
    const orderId = used?.orderId ?? '';
    await expect
      .poll(async () => (await read<{ status: string }>(`/orders/${orderId}`)).status)
      .toBe('paid');
    const talk = desk.getByRole('region', { name: '议价经过' });
    await talk.getByText('已付款').waitFor();
    await talk.getByText('¥448.00').waitFor();
    await snap(desk, 'offers-paid');
    await snap(shop, 'offers-paid-shop');
    expect(takeComplaints()).toEqual([]);
  });

  test('the order is called off: the coupon is the buyer’s again, and the page tells what it brought', async () => {
    const orderId = (await coupons())[0]?.orderId ?? '';
    const cancelled = await desk.evaluate(async (id) => {
      const body = JSON.stringify({ reasonCode: 'no_longer_needed' });
      const headers = {
        'content-type': 'application/json',
        'idempotency-key': crypto.randomUUID(),
      };
      const reply = await fetch(`/api/orders/${id}/cancellation`, {
        method: 'POST',
        headers,
        body,
      });
      return reply.status;
    }, orderId);
    expect(cancelled).toBe(200);
    await expect.poll(async () => (await coupons())[0]?.state).toBe('issued');
    await desk.getByText('已撤销').first().waitFor();
    await desk.goto(`${stage.product.address}/desk/marketing/offers`);
    await desk.getByRole('combobox', { name: '店铺' }).click();
    await desk.getByTitle('青竹家居 · 示例').click();
    await desk.getByRole('cell', { name: '1' }).first().waitFor();
    await snap(desk, 'offers-page');
    for (const [name, window] of Object.entries({
      dark: { width: 1440, height: 900, dark: true },
      phone: { width: 360, height: 740, locale: 'zh-TW' as const },
    })) {
      const other = await stage.desk(window);
      await other.goto(`${stage.product.address}/desk/marketing/offers`);
      await other.getByRole('combobox', { name: /店铺|店鋪/ }).click();
      await other.getByTitle('青竹家居 · 示例').click();
      await other.getByRole('table').waitFor();
      await snap(other, `offers-page-${name}`);
      const wider = await other.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(wider).toBe(0);
      await other.goto(desk.url().replace('/marketing/offers', '/inbox/all'));
      await other
        .getByRole('link', { name: /王晓敏/ })
        .first()
        .click();
      await other.getByRole('textbox').last().waitFor();
      await other.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
      await other.keyboard.press('b');
      await other.getByRole('tabpanel').last().waitFor();
      await other.waitForTimeout(800);
      await snap(other, `offers-panel-${name}`);
      await other.close();
    }
    expect(takeComplaints()).toEqual([]);
  });

  test('a floor by category and margin shows what it means on real pieces before it is set', async () => {
    const at = (path: string) => `${stage.product.address}/desk${path}`;
    for (const [name, window] of Object.entries({
      wide: { width: 1440, height: 900 },
      phone: { width: 360, height: 740, dark: true },
    })) {
      const page = name === 'wide' ? desk : await stage.desk(window);
      await page.goto(at('/settings/floors'));
      await page.getByRole('combobox', { name: '店铺' }).click();
      await page.getByTitle('青竹家居 · 示例').click();
      await page.getByRole('textbox', { name: '高出成本的百分比' }).fill('30');
      await page.getByRole('region', { name: '举例' }).waitFor();
      await page.getByText(/适用 \d+ 个在售规格/).waitFor();
      await snap(page, `floors-${name}`);
      const wider = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(wider).toBe(0);
      if (page !== desk) await page.close();
    }
    await desk.getByRole('button', { name: '设为底价' }).click();
    await desk.getByText('售价的 80% · 成本 + 30%').waitFor();
    await desk.goto(at('/marketing/care/new'));
    await desk.getByRole('combobox', { name: '做什么' }).click();
    await desk.getByTitle('送优惠券').click();
    await desk.getByText(/同一事由每位买家只送一次/).waitFor();
    await snap(desk, 'rule-coupon');
    expect(takeComplaints()).toEqual([]);
  });

  test('the list of buyers leaves as a file, and the profile tells its history', async () => {
    await desk.goto(`${stage.product.address}/desk/buyers`);
    await desk.getByRole('button', { name: '导出' }).click();
    await desk
      .getByRole('dialog')
      .getByText(/按当前筛选导出/)
      .waitFor();
    await snap(desk, 'buyers-export');
    const leaving = desk.waitForEvent('download');
    await desk.getByRole('button', { name: '导出 CSV' }).click();
    expect((await leaving).suggestedFilename()).toBe('buyers.csv');
    await desk.getByRole('link', { name: /何静/ }).first().click();
    await desk.getByRole('button', { name: '友好度 4 / 5' }).first().click();
    await desk.getByRole('region', { name: '资料变更记录' }).getByText('友好度').first().waitFor();
    await snap(desk, 'buyers-history');
    expect(takeComplaints()).toEqual([]);
  });
});
