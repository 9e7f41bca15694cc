import type { FrameLocator, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openChat, openStage, type Stage, snap, takeComplaints } from './people.ts';

let stage: Stage;
let desk: Page;
let shop: Page;
let chat: FrameLocator;

const at = (path: string) => `${stage.product.address}/desk${path}`;

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
    await snap(desk, `failed-followups-desk-${context.task.id}`);
    await snap(shop, `failed-followups-shop-${context.task.id}`);
  });
});

afterAll(async () => {
  await stage?.close();
});

describe('A20 A21 coming back to buyers', () => {
  test('a list says why each buyer stands there; one is closed with a result, and taken back', async () => {
    await desk.goto(at('/marketing/followups'));
    await desk.getByText('询单未成交').first().waitFor();
    await snap(desk, 'followups-due');
    const rows = desk.getByRole('list', { name: '待跟进的买家' }).getByRole('listitem');
    const before = await rows.count();
    await rows.first().getByRole('button', { name: '结束…' }).click();
    const form = desk.getByRole('dialog');
    await form.getByText('有意向').click();
    await snap(desk, 'followups-close');
    await form.getByRole('button', { name: '结束' }).click();
    await expect.poll(() => rows.count()).toBe(before - 1);
    await desk.getByRole('tab', { name: '已结束' }).click();
    await desk.getByText('有意向').first().waitFor();
    await desk.getByRole('tab', { name: /^到货与降价/ }).click();
    await desk.getByText('降价提醒').first().waitFor();
    await snap(desk, 'followups-wishes');
  });

  test('contact opens the chat with the words prepared; what is said counts', async () => {
    await desk.goto(at('/marketing/followups'));
    const rows = desk.getByRole('list', { name: '待跟进的买家' }).getByRole('listitem');
    await rows.getByRole('button', { name: '联系', exact: true }).first().click();
    await desk.waitForURL(/\/inbox\/all\//);
    const field = desk.getByRole('textbox', { name: /回复/ }).first();
    await expect.poll(() => field.inputValue()).toContain('您好');
    await snap(desk, 'followups-chat');
  });

  test('two clicks beside the chat note a wish; the shopper notes one in the shop and takes it back', async () => {
    await chat.getByRole('textbox', { name: '输入消息…' }).fill('这个什么时候降价');
    await chat.getByRole('textbox', { name: '输入消息…' }).press('Enter');
    await chat.getByText('这个什么时候降价').waitFor();
    await desk.goto(at('/inbox/all'));
    await desk
      .getByRole('link', { name: /王晓敏/ })
      .first()
      .click();
    await desk.getByRole('tab', { name: '商品' }).click();
    await desk
      .getByRole('button', { name: /^以后通知买家/ })
      .first()
      .click();
    await desk.getByRole('button', { name: '降价时' }).first().click();
    await desk
      .getByRole('button', { name: /^✓ 降到/ })
      .first()
      .waitFor();
    await snap(desk, 'followups-wish');
    await desk.keyboard.press('Escape');
    await desk.getByText('降价提醒').first().waitFor();
    await desk.getByRole('button', { name: /安排跟进…/ }).click();
    const form = desk.getByRole('dialog');
    await form.getByRole('textbox', { name: '事由' }).fill('问是否还要茶壶');
    await snap(desk, 'followups-plan');
    await form.getByRole('button', { name: '安排' }).click();
    await desk.getByText('问是否还要茶壶').waitFor();
    await shop.goto(`${stage.product.address}/shop/`);
    await shop
      .getByRole('link', { name: /西施壶/ })
      .first()
      .click();
    await shop.getByRole('button', { name: /通知我$/ }).click();
    const noted = shop.getByRole('button', { name: /^已登记/ });
    await noted.waitFor();
    await snap(shop, 'followups-shop');
    await noted.click();
    await shop.getByRole('button', { name: /通知我$/ }).waitFor();
  });

  test('a greeting shows who would get it before it is switched on; results are a picture with rows behind', async () => {
    await desk.goto(at('/marketing/followups?view=greetings'));
    await desk.getByRole('combobox', { name: '店铺' }).click();
    await desk.getByTitle('青竹家居 · 示例').click();
    await desk.getByText('中秋节').waitFor();
    await snap(desk, 'followups-greetings');
    const day = desk.getByRole('listitem').filter({ hasText: '中秋节' });
    await day.getByRole('button', { name: '设置…' }).click();
    const form = desk.getByRole('dialog');
    await form.getByText(/位将收到/).waitFor();
    await snap(desk, 'followups-greeting');
    await form.getByRole('switch').click();
    await form.getByRole('button', { name: '保存' }).click();
    await day.getByText('已开启').waitFor();
    await desk.goto(at('/marketing/followups?view=results'));
    await desk.getByText('从联系到付款').waitFor();
    await snap(desk, 'followups-results');
    await desk
      .getByRole('button', { name: /^已付款/ })
      .first()
      .click();
    await desk.getByRole('dialog').getByRole('listitem').first().waitFor();
    await desk.goto(at('/marketing/followups?view=setup'));
    await desk.getByText('自动名单').waitFor();
    await snap(desk, 'followups-setup');
    expect(takeComplaints()).toEqual([]);
  });

  test('looks right in the dark and on a phone', async () => {
    const dark = await stage.desk({ dark: true });
    await dark.goto(at('/marketing/followups?view=results'));
    await dark.getByText('从联系到付款').waitFor();
    await snap(dark, 'followups-results-dark');
    await dark.close();
    const phone = await stage.desk({ width: 360, height: 740 });
    await phone.goto(at('/marketing/followups?tab=planned'));
    await phone.getByRole('button', { name: '联系', exact: true }).first().waitFor();
    await snap(phone, 'followups-phone');
    await phone.goto(at('/marketing/followups?view=setup'));
    await phone.getByText('自动名单').waitFor();
    await snap(phone, 'followups-setup-phone');
    expect(await phone.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
      360,
    );
    await phone.close();
  });
});
