import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findings } from './findings.ts';
import { openStage, type Stage, snap, takeComplaints } from './people.ts';

let stage: Stage;

beforeAll(async () => {
  stage = await openStage();
}, 180_000);

afterAll(async () => {
  await stage?.close();
});

async function openRules(desk: Page) {
  desk.setDefaultTimeout(40_000);
  await desk.goto(`${stage.product.address}/desk/settings/shops`);
  await desk.locator('main a[href*="/settings/shops/"]').first().click();
  await desk.getByRole('link', { name: '订单规则' }).click();
  await desk.getByRole('heading', { name: '售后原则' }).waitFor();
}

describe('SHOP-06 the rules of orders are settings of the shop', () => {
  test('the owner reads them in groups, adds a reason and a window, and they hold', async () => {
    const desk = await stage.desk({});
    await openRules(desk);
    await snap(desk, 'order-rules');
    expect(await findings(desk)).toEqual([]);
    const reasons = desk.getByRole('combobox', { name: '原因' }).first();
    await reasons.fill('颜色不喜欢');
    await reasons.press('Enter');
    await desk.keyboard.press('Escape');
    await desk.getByRole('switch', { name: '可以只取消部分商品' }).click();
    await desk.getByRole('button', { name: '保存' }).click();
    await desk.getByText('已保存').waitFor();
    await desk.reload();
    await desk.getByText('颜色不喜欢').first().waitFor();
    const lines = desk.getByRole('switch', { name: '可以只取消部分商品' });
    expect(await lines.getAttribute('aria-checked')).toBe('false');
    await snap(desk, 'order-rules-saved');
    await desk.context().close();
  });

  test('OPS-12 it fits a phone, dark', async () => {
    const desk = await stage.desk({ width: 360, height: 740, dark: true });
    await openRules(desk);
    await snap(desk, 'order-rules-phone');
    const wide = await desk.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(wide).toBeLessThanOrEqual(0);
    expect(await findings(desk)).toEqual([]);
    expect(takeComplaints()).toEqual([]);
    await desk.context().close();
  });
});
