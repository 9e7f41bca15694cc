import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findings } from './findings.ts';
import { openChat, openStage, type Stage, snap, takeComplaints } from './people.ts';

const tabs = ['shop', 'people', 'conversion', 'board', 'me', 'statements', 'rules'];

let stage: Stage;

beforeAll(async () => {
  stage = await openStage();
}, 180_000);

afterAll(async () => {
  await stage?.close();
});

const open = async (page: Page, tab: string) => {
  await page.goto(`${stage.product.address}/desk/insight/${tab}`);
  await page.getByRole('heading', { level: 1, name: /数据|Insight|數據/ }).waitFor();
  await page.waitForLoadState('networkidle');
  await page.waitForTimeout(300);
};

describe('数据', () => {
  test('REP-01 the owner reads a definition at the number, sees its rows, and stands in the conversation where it happened', async () => {
    const desk = await stage.desk();
    await open(desk, 'shop');
    const value = desk.locator('button[data-metric="response"]');
    await value.waitFor();
    await expect.poll(() => value.textContent()).toMatch(/\d/);
    await value.hover();
    const words = desk.getByRole('tooltip').filter({ hasText: '连续发的消息算一轮' });
    await words.waitFor();
    await snap(desk, 'insight-definition');
    await value.click();
    const rows = desk.getByRole('dialog').getByRole('link');
    await expect.poll(() => rows.count()).toBeGreaterThan(3);
    await snap(desk, 'insight-rows');
    const href = await rows.first().getAttribute('href');
    const buyer = (await rows.first().locator('b').textContent()) ?? '';
    expect(buyer).not.toBe('');
    await rows.first().click();
    await desk.waitForURL(/\/desk\/inbox\/all\/[0-9a-f-]{36}/);
    expect(href).toContain(new URL(desk.url()).pathname.split('/').at(-1));
    await desk.getByRole('main').getByText(buyer).first().waitFor();
    await desk.goBack();
    await desk.waitForURL(/\/desk\/insight\/shop\?.*rows=response/);
    await desk.context().close();
    expect(takeComplaints()).toEqual([]);
  });

  test('METRICS-6 the owner sees of which product an enquiry is, whose and why, and decides who is credited', async () => {
    const desk = await stage.desk();
    await desk.goto(`${stage.product.address}/desk/insight/conversion?range=90d`);
    await desk.getByRole('button', { name: /^询单/ }).first().click();
    const drawer = desk.getByRole('dialog');
    await drawer
      .getByText(/最后接待该商品|本店最后发言/)
      .first()
      .waitFor();
    await drawer.getByText('按商品归下单前最后接待该商品的人').waitFor();
    await snap(desk, 'insight-credit-rows');
    await open(desk, 'rules');
    await desk.getByRole('combobox', { name: '询单成果归属' }).click();
    await desk.getByTitle('接待过的人平分').last().click();
    await desk.getByLabel('生效日期').fill('2020-01-01');
    await snap(desk, 'insight-credit-rules');
    await desk.getByRole('button', { name: '保存规则' }).click();
    await desk.goto(`${stage.product.address}/desk/insight/conversion?range=90d&rows=asked`);
    await drawer.getByText('由下单前接待过该商品的人平分').waitFor();
    await drawer.getByText(/平分/).nth(1).waitFor();
    await snap(desk, 'insight-credit-rows-even');
    const phone = await stage.desk({ width: 360, height: 740, dark: true });
    await phone.goto(`${stage.product.address}/desk/insight/conversion?range=90d&rows=asked`);
    const line = phone.getByRole('dialog').getByText(/平分/).last();
    await line.waitFor();
    await phone.waitForTimeout(500);
    expect((await line.boundingBox())?.x).toBeGreaterThanOrEqual(0);
    await snap(phone, 'insight-credit-rows-phone');
    await phone.context().close();
    await desk.context().close();
    expect(takeComplaints()).toEqual([]);
  });

  test('REP-10 the board counts a buyer who asks, at once and without asking the server', async () => {
    const desk = await stage.desk();
    await open(desk, 'board');
    const waiting = desk.locator('dl div').filter({ hasText: '等待回复' }).locator('dd');
    const before = Number(await waiting.textContent());
    const asked: string[] = [];
    desk.on('request', (request) => asked.push(new URL(request.url()).pathname));
    const shop = await stage.shop();
    const chat = (await openChat(shop)).getByRole('textbox', { name: '输入消息…' });
    await chat.fill('今天还发货吗？');
    await chat.press('Enter');
    await expect
      .poll(async () => Number(await waiting.textContent()), { timeout: 2_000 + 10_000 })
      .toBeGreaterThan(before);
    expect(asked.filter((path) => path.startsWith('/api/insight'))).toEqual([]);
    await shop.context().close();
    await desk.context().close();
  });

  for (const [name, window] of Object.entries({
    wide: { width: 1440, height: 900 },
    'wide-dark': { width: 1440, height: 900, dark: true },
    phone: { width: 360, height: 740 },
    'phone-en-dark': { width: 360, height: 740, locale: 'en' as const, dark: true },
  })) {
    test(`OPS-10 OPS-11 has no serious fault and nothing wider than the window: ${name}`, async () => {
      const desk = await stage.desk(window);
      const faults: string[] = [];
      for (const tab of tabs) {
        await open(desk, tab);
        await snap(desk, `insight-${tab}-${name}`);
        const wide = await desk.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        if (wide > 0) faults.push(`${tab} is ${wide} px too wide`);
        faults.push(...(await findings(desk)).map((finding) => `${tab}: ${finding}`));
      }
      await desk.context().close();
      expect(faults).toEqual([]);
    });
  }
});
