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
  desk.setDefaultTimeout(25_000);
  shop.setDefaultTimeout(25_000);
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

const field = () => desk.getByRole('textbox', { name: '回复买家' });

describe('scripts, both sides at once', () => {
  test('SCR-05 from an open conversation three keys send what answers the question', async () => {
    chat = await openChat(shop);
    await say(chat, '请问什么时候发货呀');
    const row = desk.getByRole('link', { name: /王晓敏.*什么时候发货/ });
    await row.waitFor();
    await row.click();
    await desk.getByRole('button', { name: '什么时候发货', exact: true }).waitFor();
    await snap(desk, 'scripts-chips');
    await field().blur();
    await desk.keyboard.press('/');
    await desk
      .getByRole('option', { name: /什么时候发货/ })
      .first()
      .waitFor();
    await snap(desk, 'scripts-picker');
    await desk.keyboard.press('Enter');
    await desk.keyboard.press('Enter');
    await chat.getByText('现货订单每天 16 点前付款当天发出').waitFor();
    expect(await field().inputValue()).toBe('');
  });

  test('SCR-01 `/tk` Enter Enter sends the refund script, filled with the order in hand', async () => {
    await field().focus();
    await desk.keyboard.type('/tk');
    await desk.getByRole('option', { name: /退款流程/ }).waitFor();
    await desk.keyboard.press('Enter');
    await desk.waitForFunction(() =>
      /原路退回/.test(document.querySelector('textarea')?.value ?? ''),
    );
    await snap(desk, 'scripts-taken');
    await desk.keyboard.press('Enter');
    await chat.getByText(/订单\S+的退款我来帮您处理/).waitFor();
  });

  test('SCR-01 found by `tk`, one more press sends it; what answers the question is sent with two keys', async () => {
    await field().focus();
    await desk.keyboard.type('/tk');
    await desk.getByRole('option', { name: /退款流程/ }).waitFor();
    await desk.keyboard.press('Control+Enter');
    await chat
      .getByText(/订单\S+的退款我来帮您处理/)
      .nth(1)
      .waitFor();
    await say(chat, '现在什么时候发货呢');
    await desk.getByRole('button', { name: '什么时候发货', exact: true }).waitFor();
    await field().blur();
    await desk.keyboard.press('/');
    await desk
      .getByRole('option', { name: /什么时候发货/ })
      .first()
      .waitFor();
    await desk.keyboard.press('Control+Enter');
    await chat.getByText('现货订单每天 16 点前付款当天发出').nth(1).waitFor();
    expect(await field().inputValue()).toBe('');
  });

  test('SCR-05 a question about a parcel is not answered with a round about the price; one about the price is', async () => {
    const chips = desk.getByRole('group', { name: '可能合适的话术' });
    await say(chat, '我的包裹到哪了');
    await chips.getByRole('button', { name: '物流到哪了' }).waitFor();
    expect(await chips.getByRole('button', { name: /^第.轮/ }).count()).toBe(0);
    await say(chat, '能便宜点吗');
    await chips.getByRole('button', { name: '第一轮：问清再答' }).waitFor();
    await snap(desk, 'scripts-situations');
  });

  test('SCR-03 a value that is missing is marked at its place and nothing is sent', async () => {
    const before = await desk.getByRole('article').count();
    await field().focus();
    await field().fill('请看单号{logistics.number}');
    await desk.keyboard.press('Enter');
    await desk.getByRole('alert').filter({ hasText: '还不能发送' }).waitFor();
    expect(await desk.locator('mark').first().textContent()).toBe('快递单号');
    await snap(desk, 'scripts-missing');
    expect(await field().inputValue()).toContain('{logistics.number}');
    expect(await desk.getByRole('article').count()).toBe(before);
    expect(await chat.getByText('请看单号').count()).toBe(0);
    await field().fill('请看单号 7812');
    await desk.keyboard.press('Enter');
    await chat.getByText('请看单号 7812').waitFor();
  });

  test('SCR-06 a forbidden word stops a typed message and a script; one that warns asks first', async () => {
    await field().fill('您加 微·信 聊');
    await desk.keyboard.press('Enter');
    await desk.getByRole('alert').filter({ hasText: '违禁词' }).waitFor();
    await snap(desk, 'scripts-forbidden');
    expect(await chat.getByText('微·信').count()).toBe(0);
    await desk.getByRole('button', { name: '放回草稿' }).click();
    await field().fill('我保证今天发出');
    await desk.keyboard.press('Enter');
    await desk.getByRole('alert').filter({ hasText: '敏感词' }).waitFor();
    await desk.getByRole('button', { name: /仍.*发送/ }).click();
    await chat.getByText('我保证今天发出').waitFor();
  });
});

describe('SHOP-10 a script with a coupon', () => {
  test('shows the coupon before it is sent, and the buyer gets words and card at once', async () => {
    const made = await desk.evaluate(async () => {
      const post = async (path: string, body: object) => {
        const headers = {
          'content-type': 'application/json',
          'idempotency-key': crypto.randomUUID(),
        };
        const reply = await fetch(`/api${path}`, {
          ...{ method: 'POST', headers, body: JSON.stringify(body) },
        });
        return (await reply.json()) as { id: string };
      };
      const shops = (await (await fetch('/api/shops')).json()) as {
        items: { id: string; name: string }[];
      };
      const shopId = shops.items.find(({ name }) => name.includes('示例'))?.id;
      const coupon = await post('/coupon-templates', {
        ...{ shopId, name: '回头客', budgetMinor: null, maxCount: null, perBuyer: null },
        ...{ validFrom: null, validUntil: null, validDays: 7 },
        terms: {
          ...{
            kind: 'amount',
            amountMinor: 1_000,
            percent: null,
            capMinor: null,
            minMinor: 10_000,
          },
          ...{ scope: 'shop', productIds: [], categories: [], bundle: [], stacksWith: [] },
          backOnRefund: true,
        },
      });
      const text = { kind: 'text', text: { 'zh-CN': '送您一张小券，下次来用。' } };
      const parts = [text, { kind: 'coupon', templateId: coupon.id }];
      return post('/scripts', {
        ...{ scope: 'shop', shopId, title: '送券谢客', code: 'sq', publish: true },
        content: { variants: [{ parts }] },
      });
    });
    expect(made.id).toBeTruthy();
    await field().focus();
    await desk.keyboard.type('/sq');
    await desk.getByRole('option', { name: /送券谢客/ }).waitFor();
    await desk.keyboard.press('Enter');
    await desk.getByRole('listitem').filter({ hasText: '回头客' }).waitFor();
    await snap(desk, 'scripts-coupon');
    await desk.keyboard.press('Enter');
    await chat.getByText('送您一张小券，下次来用。').waitFor();
    await chat.getByText('下单时自动使用，不用输入券码。').waitFor();
    await snap(shop, 'scripts-coupon-buyer');
  });
});

describe('the library', () => {
  test('SCR-01 SCR-02 a script is written with two messages, previewed, published and found by its initials', async () => {
    await desk.goto(new URL('/desk/library/scripts', desk.url()).href);
    await desk.getByRole('link', { name: /什么时候发货/ }).waitFor();
    await snap(desk, 'scripts-library');
    await desk.getByRole('button', { name: '新建话术' }).click();
    await desk.getByRole('textbox', { name: '标题' }).fill('尺码建议');
    await desk
      .getByRole('textbox', { name: '话术内容' })
      .fill('{buyer.name|您}好，建议选 28 厘米。');
    await desk.getByRole('button', { name: '订单卡片' }).click();
    await desk.getByRole('region', { name: '买家看到的样子' }).getByText('王晓敏好').waitFor();
    await snap(desk, 'scripts-editor');
    await desk.getByRole('button', { name: '发布' }).click();
    await desk.getByRole('button', { name: '收藏' }).waitFor();
    await desk.getByRole('textbox', { name: '文字、拼音或首字母' }).fill('cmjy');
    await desk.getByRole('link', { name: /什么时候发货/ }).waitFor({ state: 'detached' });
    await desk.getByRole('link', { name: /尺码建议/ }).waitFor();
  });

  test('SCR-06 forbidden words, playbooks, approvals and files each have their place', async () => {
    const base = new URL('/desk/library/scripts', desk.url()).href;
    for (const [view, words] of [
      ['playbooks', '买家问能不能便宜。'],
      ['words', '加微信'],
      ['approvals', '没有待审批的话术。'],
      ['files', '千牛和京东'],
    ] as const) {
      await desk.goto(`${base}/${view}`);
      await desk.getByText(words).first().waitFor();
      await snap(desk, `scripts-${view}`);
    }
  });

  test('on a phone and in the dark nothing is cut off', async () => {
    const phone = await stage.desk({ width: 360, height: 740, dark: true });
    await phone.goto(new URL('/desk/library/scripts', desk.url()).href);
    await phone.getByRole('link', { name: /什么时候发货/ }).waitFor();
    await snap(phone, 'scripts-phone-dark');
    await phone.getByRole('link', { name: /什么时候发货/ }).click();
    await phone.getByRole('textbox').first().waitFor();
    await snap(phone, 'scripts-editor-phone-dark');
    const over = await phone.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(over).toBeLessThanOrEqual(0);
    expect(takeComplaints()).toEqual([]);
  });
});
