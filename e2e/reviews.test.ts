import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openStage, type Stage, snap, takeComplaints } from './people.ts';

let stage: Stage;
let desk: Page;
let shop: Page;

const words = '罐子收到就是裂的，很失望，客服说会补发。';
const reply = '非常抱歉！新的已经寄出，明天送到。';

/** The API as the person at this desk calls it. */
const read = <T>(path: string): Promise<T> =>
  desk.evaluate(async (url) => (await fetch(`/api${url}`)).json(), path);

const card = (page: Page) => page.getByRole('article').filter({ hasText: words });
const go = (page: Page, path: string) => page.goto(`${stage.product.address}${path}`);

beforeAll(async () => {
  stage = await openStage();
  desk = await stage.desk();
  shop = await stage.shop('王晓敏');
  for (const page of [desk, shop]) page.setDefaultTimeout(30_000);
}, 240_000);

beforeEach((context) => {
  context.onTestFailed(async () => {
    console.error(takeComplaints());
    await snap(desk, `failed-reviews-desk-${context.task.id}`);
    await snap(shop, `failed-reviews-shop-${context.task.id}`);
  });
});

afterAll(async () => {
  await stage?.close();
});

describe('A16 reviews', () => {
  test('a buyer reviews what arrived, with a picture', async () => {
    await go(desk, '/desk/marketing/reviews?tab=awaiting');
    const waiting = await read<{ items: { number: string; title: string }[] }>(
      '/reviewable-orders?limit=100',
    );
    const order = waiting.items.find(({ title }) => title.includes('茶叶罐'));
    await go(shop, `/shop/orders/${order?.number}`);
    await shop.getByRole('button', { name: '写评价' }).first().click();
    await shop.getByRole('radio', { name: /^1 星/ }).check({ force: true });
    await shop.getByRole('textbox', { name: '说说使用感受' }).fill(words);
    const buffer = await desk.screenshot({ clip: { x: 80, y: 80, width: 320, height: 240 } });
    await shop.locator('input[type=file]').setInputFiles({
      ...{ name: 'crack.png', mimeType: 'image/png', buffer },
    });
    await shop.getByRole('img', { name: '评价图片' }).waitFor();
    await snap(shop, 'reviews-write');
    await shop.getByRole('button', { name: '发布评价' }).click();
    await shop.getByText(words).waitFor();
    await shop.getByRole('button', { name: '修改评价' }).waitFor();
    expect(takeComplaints()).toEqual([]);
  });

  test('the desk sees it with its hint and its task, answers and thanks', async () => {
    await go(desk, '/desk/marketing/reviews');
    await card(desk).getByText('语气不满').waitFor();
    await card(desk).getByRole('link', { name: '任务' }).waitFor();
    await snap(desk, 'reviews-list');
    await card(desk).getByRole('button', { name: '回复', exact: true }).click();
    await desk.getByRole('textbox', { name: '公开回复' }).fill(reply);
    await desk.getByRole('button', { name: '公开回复' }).click();
    await card(desk).getByText(reply).waitFor();
    await card(desk).getByRole('button', { name: '会话致谢' }).click();
    await desk.getByRole('button', { name: '发送预设谢语' }).click();
    await card(desk).getByText('已致谢').waitFor();
    const tasks = await read<{ items: { state: string; links: { reviewId?: string } }[] }>(
      '/tasks?view=done',
    );
    expect(tasks.items.some(({ links }) => links.reviewId)).toBe(true);
    await card(desk).getByRole('link', { name: '去会话' }).click();
    await desk.getByText('谢谢您如实告诉我们').first().waitFor();
    await desk.getByRole('tab', { name: '评价' }).click();
    await desk.getByRole('complementary').getByText(words).waitFor();
    await snap(desk, 'reviews-panel');
    expect(takeComplaints()).toEqual([]);
  });

  test('everybody reads it with the answer; flagged and hidden nobody does, and back', async () => {
    const { items } = await read<{ items: { productId: string; words: string }[] }>('/reviews');
    const productId = items.find((one) => one.words === words)?.productId;
    await go(shop, `/shop/products/${productId}`);
    await shop.getByText(reply).waitFor();
    await snap(shop, 'reviews-shop');
    await go(desk, '/desk/marketing/reviews');
    await card(desk).getByRole('button', { name: '标记…' }).click();
    await desk.getByRole('button', { name: '标记', exact: true }).click();
    await card(desk).getByRole('button', { name: '在店铺隐藏' }).click();
    await card(desk).getByRole('button', { name: '恢复展示' }).waitFor();
    await shop.reload();
    await shop
      .getByText('还没有人评价。')
      .or(shop.getByRole('heading', { name: '商品评价' }))
      .first()
      .waitFor();
    expect(await shop.getByText(words).count()).toBe(0);
    await card(desk).getByRole('button', { name: '恢复展示' }).click();
    await card(desk).getByRole('button', { name: '在店铺隐藏' }).waitFor();
    await card(desk).getByRole('button', { name: '撤销标记' }).click();
    await card(desk).getByRole('button', { name: '标记…' }).waitFor();
    await shop.reload();
    await shop.getByText(words).waitFor();
    expect(takeComplaints()).toEqual([]);
  });

  test('a review of another platform says that its answer stays here', async () => {
    const told = '盘子很轻，孩子也拿得动。';
    const { items } = await read<{ items: { shopId: string; words: string }[] }>('/reviews');
    const shopId = items.find((one) => one.words === words)?.shopId;
    const status = await desk.evaluate(
      async ([shop, said]) => {
        const review = { externalId: 'tb-1', author: '小**', rating: 4, words: said };
        const reviews = [{ ...review, postedAt: new Date().toISOString() }];
        const headers = { 'content-type': 'application/json', 'idempotency-key': 'told-once' };
        const body = JSON.stringify({ reviews });
        return (await fetch(`/api/shops/${shop}/reviews`, { method: 'POST', headers, body }))
          .status;
      },
      [shopId, told],
    );
    expect(status).toBe(200);
    await go(desk, '/desk/marketing/reviews');
    const foreign = desk.getByRole('article').filter({ hasText: told });
    await foreign.getByText('来自其他平台').waitFor();
    await foreign.getByRole('button', { name: '回复', exact: true }).click();
    await desk.getByText(/只留在这里：这条评价来自其他平台/).waitFor();
    await desk.getByRole('textbox', { name: '公开回复' }).fill('谢谢您喜欢！');
    await desk.getByRole('button', { name: '公开回复' }).click();
    await foreign.getByText('仅在此处，未回传原平台').waitFor();
    await snap(desk, 'reviews-platform');
    expect(takeComplaints()).toEqual([]);
  });

  test('an order without a review is invited for, once', async () => {
    await go(desk, '/desk/marketing/reviews?tab=awaiting');
    const first = desk.getByRole('listitem').filter({ hasText: '邀请评价' }).first();
    await first.getByRole('button', { name: '邀请评价' }).click();
    await desk.getByText('已邀请').first().waitFor();
    await snap(desk, 'reviews-awaiting');
    await go(desk, '/desk/marketing/reviews?tab=products');
    await desk.getByRole('list', { name: '有评价的商品' }).waitFor();
    await snap(desk, 'reviews-products');
    await go(desk, '/desk/marketing/reviews?tab=settings');
    await desk.getByRole('spinbutton').first().waitFor();
    await snap(desk, 'reviews-settings');
    expect(takeComplaints()).toEqual([]);
  });

  test('stands on a phone, light and dark', async () => {
    const phone = await stage.desk({ width: 360, height: 740, dark: true });
    await go(phone, '/desk/marketing/reviews');
    await card(phone).getByText('语气不满').waitFor();
    await snap(phone, 'reviews-phone-dark');
    const wide = await phone.evaluate(() => document.documentElement.scrollWidth);
    expect(wide).toBeLessThanOrEqual(360);
    const dark = await stage.desk({ dark: true });
    await go(dark, '/desk/marketing/reviews');
    await card(dark).getByText('语气不满').waitFor();
    await snap(dark, 'reviews-dark');
    const pocket = await stage.shop('王晓敏', { width: 360, height: 740 });
    const { items } = await read<{ items: { productId: string; words: string }[] }>('/reviews');
    await go(pocket, `/shop/products/${items.find((one) => one.words === words)?.productId}`);
    await pocket.getByText(words).scrollIntoViewIfNeeded();
    await snap(pocket, 'reviews-shop-phone');
    expect(takeComplaints()).toEqual([]);
  });
});
