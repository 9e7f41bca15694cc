import type { FrameLocator, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openChat, openStage, type Stage, say, snap, takeComplaints } from './people.ts';

let stage: Stage;
let desk: Page;
let shop: Page;
let chat: FrameLocator;

beforeAll(async () => {
  stage = await openStage();
  desk = await stage.desk();
  shop = await stage.shop('王晓敏');
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

describe('the counter, both sides at once', () => {
  test('WID-03 RT-04 a buyer asks, the desk hears at once and answers; both see read and typing', async () => {
    chat = await openChat(shop);
    await say(chat, '你好，请问我的订单什么时候发货？');
    const row = desk.getByRole('link', { name: /王晓敏.*什么时候发货/ });
    await row.waitFor();
    await row.click();
    await desk.getByRole('main').getByText('请问我的订单什么时候发货').last().waitFor();
    const reply = desk.getByRole('textbox', { name: '回复买家' });
    await reply.fill('您好晓敏，今天下午就发出。');
    await snap(desk, 'desk-open');
    await reply.press('Enter');
    await chat.getByText('今天下午就发出').waitFor();
    await snap(shop, 'widget-answered');
  });

  test('SHOP-05 an order is verified with one key; the buyer confirms in the chat; the answer stands on the order', async () => {
    await desk.keyboard.press('Escape');
    await desk.keyboard.press('1');
    const card = chat.getByRole('article', { name: /核对订单/ }).last();
    await card.waitFor();
    await snap(shop, 'widget-order-check');
    await card.getByRole('button', { name: '确认无误' }).click();
    await desk
      .getByRole('article', { name: /核对订单/ })
      .last()
      .getByText('已确认')
      .waitFor();
    await snap(desk, 'desk-order-confirmed');
  });

  test('SHOP-05 an address is verified; the correction becomes a proposal that one click takes over', async () => {
    await desk.keyboard.press('2');
    const card = chat.getByRole('article', { name: /核对地址/ }).last();
    await card.waitFor();
    await card.getByRole('button', { name: '需要修改' }).click();
    const street = card.getByRole('textbox', { name: '街道、门牌、房间' });
    expect(await street.inputValue()).not.toContain('*');
    await street.fill('翠柏路 7 号 2 幢 301');
    await snap(shop, 'widget-address-change');
    await card.getByRole('button', { name: '发送' }).click();
    await desk.getByText('申请改地址').waitFor();
    await snap(desk, 'desk-address-proposed');
    await desk.getByRole('button', { name: '采用新地址' }).click();
    await desk.getByRole('button', { name: '采用新地址' }).waitFor({ state: 'detached' });
  });

  test('SHOP-08 SHOP-09 a product found by pinyin and a parcel go out as cards', async () => {
    await desk.getByRole('tab', { name: '商品' }).click();
    await desk.getByRole('searchbox', { name: '搜索商品' }).fill('zsxsh');
    await desk.getByRole('button', { name: /发送 紫砂西施壶/ }).click();
    await chat.getByText('紫砂西施壶').last().waitFor();
    await snap(desk, 'desk-product-sent');
    await desk.getByRole('tab', { name: '订单' }).click();
  });

  test('A17 a remark with a flag stays on the order for everybody', async () => {
    await desk.keyboard.press('5');
    const remark = desk.getByRole('textbox', { name: '给同事看的备注' });
    await remark.fill('包装加一层气泡膜');
    await snap(desk, 'desk-remark');
    await remark.press('Control+Enter');
    await desk.getByText('包装加一层气泡膜').waitFor();
    await remark.waitFor({ state: 'hidden' });
  });

  test('SHOP-05 Escape leaves a search, and a key of the order works from every panel', async () => {
    await desk.keyboard.press('s');
    const search = desk.getByRole('searchbox', { name: '搜索商品' });
    await expect
      .poll(() => search.evaluate((field) => field === document.activeElement))
      .toBe(true);
    await desk.keyboard.press('Escape');
    await desk.keyboard.press('5');
    await desk.getByRole('textbox', { name: '给同事看的备注' }).waitFor();
    await desk.keyboard.press('Escape');
  });

  test('WID-03 what is written without a network is sent once on return; a reload goes on with the same conversation', async () => {
    await shop.context().setOffline(true);
    await say(chat, '断网时写的一句');
    await snap(shop, 'widget-offline');
    await shop.context().setOffline(false);
    await desk.getByText('断网时写的一句').first().waitFor();
    await shop.reload();
    chat = await openChat(shop);
    await chat.getByText('断网时写的一句').first().waitFor();
    expect(await chat.getByText('断网时写的一句').count()).toBe(1);
    takeComplaints();
  });

  test('CONV-13 a draft survives a reload and never shows in another conversation', async () => {
    const reply = desk.getByRole('textbox', { name: '回复买家' });
    const kept = desk.waitForResponse(
      (answer) => /\/drafts\/reply$/.test(answer.url()) && answer.ok(),
    );
    await reply.fill('写了一半的话');
    await kept;
    await desk.reload();
    await expect
      .poll(() => desk.getByRole('textbox', { name: '回复买家' }).inputValue())
      .toBe('写了一半的话');
    await desk.getByRole('link', { name: /^赵磊/ }).click();
    await desk.getByRole('heading', { name: '赵磊' }).first().waitFor();
    await expect.poll(() => desk.getByRole('textbox', { name: '回复买家' }).inputValue()).toBe('');
  });

  test('nothing went wrong on any page unseen', () => {
    expect(takeComplaints()).toEqual([]);
  });
});

describe('a stranger at the shop', () => {
  test('WID-01 CON-01 leaves no cookie, no row and no storage before the first word', async () => {
    const stranger = await stage.shop();
    const frame = await openChat(stranger);
    expect(await stranger.context().cookies()).toEqual([]);
    await frame.getByRole('textbox', { name: '输入消息…' }).fill('我只是看看');
    expect(
      (await stranger.context().storageState()).origins
        .flatMap((o) => o.localStorage.map((l) => l.name))
        .filter((name) => /secret|visitor/i.test(name)),
    ).toEqual([]);
    await stranger.context().close();
  });

  test('WID-05 fits a phone', async () => {
    const phone = await stage.shop(undefined, { width: 360, height: 740 });
    await openChat(phone);
    await snap(phone, 'widget-phone');
    expect(await phone.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
      360,
    );
    await phone.context().close();
  });
});
