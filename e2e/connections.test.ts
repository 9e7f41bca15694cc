import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openWoo, type Woo, wooSecrets } from '../apps/server/test/woocommerce.ts';
import { openStage, type Stage, snap, takeComplaints } from './people.ts';

let woo: Woo;
let stage: Stage;

beforeAll(async () => {
  woo = await openWoo();
  process.env.GUITAI_OUTBOUND_ALLOWED = woo.host;
  stage = await openStage();
}, 180_000);

afterAll(async () => {
  delete process.env.GUITAI_OUTBOUND_ALLOWED;
  await stage?.close();
  await woo?.close();
});

/** A call of the signed-in owner, as a program would make it. */
const call = <T>(desk: Page, method: string, path: string, body?: object): Promise<T> =>
  desk.evaluate(
    async ([how, where, what]) => {
      const headers = { 'content-type': 'application/json' };
      const reply = await fetch(`/api${where}`, {
        method: how as string,
        headers,
        ...(what ? { body: what as string } : {}),
      });
      return reply.json();
    },
    [method, path, body ? JSON.stringify(body) : ''],
  );

interface Orders {
  readonly items: readonly { readonly id: string; readonly number: string }[];
}

const orderHere = async (desk: Page, number: string): Promise<string> => {
  await expect
    .poll(async () => (await call<Orders>(desk, 'GET', `/orders?q=${number}`)).items.length)
    .toBe(1);
  return (await call<Orders>(desk, 'GET', `/orders?q=${number}`)).items[0]?.id ?? '';
};

/** What became of the last thing that was done to the order. */
const lastAct = async (desk: Page, orderId: string) =>
  (await call<{ items: { state: string }[] }>(desk, 'GET', `/orders/${orderId}/acts`)).items[0]
    ?.state;

describe('SHOP-03 a shop on another platform', () => {
  test('the owner connects it; its orders arrive, an act reaches it, an outage says why nothing goes', async () => {
    const desk = await stage.desk({});
    await call(desk, 'POST', '/shops', {
      name: '海外店',
      kind: 'imported',
      currency: 'CNY',
      timezone: 'Asia/Shanghai',
      locale: 'zh-CN',
    });
    const bought = woo.buy();
    await desk.goto(`${stage.product.address}/desk/settings/connections`);
    await desk.getByRole('button', { name: '连接店铺' }).first().click();
    const dialog = desk.getByRole('dialog');
    await dialog.getByRole('combobox', { name: '平台', exact: true }).click();
    await desk.getByTitle('WooCommerce').click();
    await dialog.getByRole('textbox', { name: '平台地址' }).fill(woo.url);
    await dialog.getByLabel('Consumer key').fill(wooSecrets.consumerKey);
    await dialog.getByLabel('Consumer secret').fill('wrong');
    await dialog.getByRole('button', { name: '连接', exact: true }).click();
    await desk.getByRole('alert').filter({ hasText: '平台拒绝登录' }).waitFor();
    await snap(desk, 'connection-new');
    await dialog.getByLabel('Consumer secret').fill(wooSecrets.consumerSecret);
    await dialog.getByRole('button', { name: '连接', exact: true }).click();
    await desk.getByText('已连接').first().waitFor();
    const orderId = await orderHere(desk, bought.id);

    const wish = { amountMinor: 1000, reasonCode: 'agreed' };
    const acted = await call<{ state: string }>(desk, 'POST', `/orders/${orderId}/refunds`, wish);
    expect(acted.state).toBe('pending');
    await expect.poll(() => lastAct(desk, orderId)).toBe('done');
    expect(woo.book.get(Number(bought.id))?.refunds.length).toBe(1);
    await desk.getByText('尚未读取').waitFor({ state: 'detached' });
    await snap(desk, 'connection-well');

    await woo.down();
    await desk.getByRole('button', { name: '立即检查' }).click();
    await desk.getByText('没有响应').first().waitFor();
    const refused = await call<{ code: string }>(desk, 'POST', `/orders/${orderId}/refunds`, wish);
    expect(refused.code).toBe('order.platform_down');
    await snap(desk, 'connection-down');
    const connection = desk.url();
    await desk.goto(`${stage.product.address}/desk/orders/${orderId}`);
    await desk.getByText('WooCommerce 没有响应').waitFor();
    expect(await desk.getByRole('button', { name: '退款', exact: true }).count()).toBe(0);
    await snap(desk, 'connection-down-order');
    await woo.up();
    await desk.goto(connection);
    await desk.getByRole('button', { name: '立即检查' }).click();
    await desk.getByText('没有响应').waitFor({ state: 'detached' });
    await desk.goto(`${stage.product.address}/desk/orders/${orderId}`);
    await desk.getByText('WooCommerce 不支持').click();
    await snap(desk, 'connection-lacks-order');
    expect(takeComplaints().filter((line) => !/4(09|22)|503/.test(line))).toEqual([]);
    await desk.context().close();
  });

  test('the same page on a phone, in the dark, is whole', async () => {
    const desk = await stage.desk({ width: 360, height: 740, dark: true });
    await desk.goto(`${stage.product.address}/desk/settings/connections`);
    await snap(desk, 'connections-phone');
    await desk.getByRole('link', { name: '海外店', exact: true }).click();
    await desk.getByText('支持的操作').waitFor();
    await snap(desk, 'connection-phone');
    const wide = await desk.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(wide).toBeLessThanOrEqual(0);
    await desk.context().close();
  });
});
