import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openStage, type Stage, snap, takeComplaints } from './people.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

let stage: Stage;

beforeAll(async () => {
  stage = await openStage();
  takeComplaints();
}, 180_000);

afterAll(() => stage?.close());

const faults = async (page: Page): Promise<string[]> => {
  const { violations } = (await page.evaluate(`${axe};axe.run()`)) as {
    violations: { id: string; impact: string }[];
  };
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id }) => id);
};

/** From the shelf into the cart and to an order that waits for its payment. */
async function order(page: Page): Promise<void> {
  await page.locator('.tile').nth(3).click();
  await page.getByRole('button', { name: '加入购物车' }).click();
  await page.getByRole('status').getByRole('link', { name: '购物车' }).click();
  await page.getByRole('link', { name: '结算' }).click();
  await page.getByRole('button', { name: '提交订单' }).click();
  await page.getByRole('heading', { name: '沙盒支付' }).waitFor();
}

describe('the demo shop', () => {
  test('an order is placed, refused by the payment service, left, and paid in the end', async () => {
    const page = await stage.shop('陈雪静');
    await page.getByRole('link', { name: /^青竹/ }).click();
    await order(page);
    await snap(page, 'shop-order');
    await page.getByRole('button', { name: '支付失败' }).click();
    await page.getByText('支付未成功').waitFor();
    await page.getByRole('button', { name: '暂不支付' }).click();
    await page.getByText('订单已保留').waitFor();
    await page.getByRole('button', { name: '支付成功' }).click();
    await page.getByText('已收到付款').waitFor();
    await page.reload();
    await page.getByRole('heading', { name: /订单.*已付款/ }).waitFor();
    await page.getByRole('link', { name: '我的订单' }).click();
    await page.getByRole('listitem').filter({ hasText: '已付款' }).first().waitFor();
    expect(takeComplaints().filter((line) => !line.includes('402'))).toEqual([]);
    await page.context().close();
  });

  test('nobody sees the orders of somebody else, and an unknown address says so', async () => {
    const page = await stage.shop('王晓敏');
    await page.getByRole('link', { name: '我的订单' }).click();
    await page.getByRole('link', { name: /^订单/ }).first().click();
    await page.getByRole('heading', { name: '订单动态' }).waitFor();
    const address = page.url();
    const other = await stage.shop('陈雪静');
    await other.goto(address);
    await other.getByText('不存在').or(other.getByText('没有')).first().waitFor();
    expect(await other.getByRole('heading', { name: '订单动态' }).count()).toBe(0);
    await other.goto(`${stage.product.address}/shop/products/nothing-here`);
    await other.getByRole('link', { name: '去逛逛' }).waitFor();
    takeComplaints();
    await page.context().close();
    await other.context().close();
  });

  for (const width of [1440, 360]) {
    for (const dark of [false, true]) {
      const name = `${width} px ${dark ? 'dark' : 'light'}`;
      test(`WID-05 OPS-10 ${name}: nothing runs over, no serious axe finding, in three languages`, async () => {
        const page = await stage.shop(undefined, { width, height: 800, dark });
        await page.locator('.tile img').first().waitFor();
        for (const language of ['en', 'zh-TW', 'zh-CN']) {
          await page.getByRole('combobox').selectOption(language);
          await page.locator('.tile img').first().waitFor();
          expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width);
          expect(await faults(page)).toEqual([]);
        }
        await snap(page, `shop-${width}-${dark ? 'dark' : 'light'}`);
        await page.locator('.tile').first().click();
        await page.getByRole('button', { name: '加入购物车' }).waitFor();
        expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width);
        expect(await faults(page)).toEqual([]);
        await page.context().close();
      });
    }
  }
});
