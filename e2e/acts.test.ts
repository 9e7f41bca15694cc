import type { FrameLocator, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { call, openChat, openStage, type Stage, say, snap, takeComplaints } from './people.ts';

let stage: Stage;
let desk: Page;
let shop: Page;
let chat: FrameLocator;
/** A second buyer, whose order is not paid yet. */
let other: Page;
let talk: FrameLocator;
/** The order in hand. */
let orderId: string;

beforeAll(async () => {
  stage = await openStage();
  desk = await stage.desk();
  shop = await stage.shop('王晓敏');
  chat = await openChat(shop);
  await say(chat, '我想改一下订单');
  await desk.getByRole('link', { name: /王晓敏.*改一下订单/ }).click();
  await desk.getByRole('main').getByText('我想改一下订单').last().waitFor();
  await desk.keyboard.press('Escape');
  for (const page of [desk, shop]) page.setDefaultTimeout(20_000);
  orderId = (await card().getAttribute('data-order')) ?? '';
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

/** The order in hand, on the desk. */
const card = () => desk.locator('[data-order]').first();
const form = () => card().locator('form').first();

/** The order as the API tells it to the person at this desk. */
const row = async (page = desk, id = orderId) =>
  page.evaluate(async (one) => (await fetch(`/api/orders/${one}`)).json(), id);

const acts = async (): Promise<{ kind: string; state: string; amountMinor: number | null }[]> =>
  (await desk.evaluate(async (one) => (await fetch(`/api/orders/${one}/acts`)).json(), orderId))
    .items;

/** The card of an act on both sides, the buyer's first. */
const bothSides = async (buyers: string | RegExp, desks: string | RegExp) => {
  await chat.getByText(buyers).last().waitFor();
  await desk
    .getByRole('log')
    .or(desk.getByRole('main'))
    .getByRole('article', { name: desks })
    .last()
    .waitFor();
};

describe('the whole order, while chatting', () => {
  test('SHOP-07 an address is pasted, looked at and saved: two keys; the default address stays', async () => {
    const before = await row();
    const { addresses } = await call(stage, desk, 'GET', `/buyers/${before.buyerId}`);
    await desk.keyboard.press('a');
    await desk.getByRole('textbox', { name: '粘贴地址' }).waitFor();
    await desk.keyboard.insertText('王桂兰 13905718888 浙江省杭州市西湖区文三路118号2幢301室');
    await card().getByText('地区已核对').waitFor();
    expect(await form().getByRole('textbox', { name: '区县' }).inputValue()).toBe('西湖区');
    await snap(desk, 'act-address');
    await desk.keyboard.press('Enter');
    await card().getByText('订单将寄往新地址').waitFor();
    await bothSides(/浙江省 杭州市 西湖区/, /改地址/);
    const after = await row();
    expect(after.address.district).toBe('西湖区');
    expect(after.version).toBeGreaterThan(before.version);
    expect((await call(stage, desk, 'GET', `/buyers/${before.buyerId}`)).addresses).toEqual(
      addresses,
    );
    await snap(shop, 'act-address-buyer');
  });

  test('SHOP-05 a method that cannot bear the order is refused before the click, with the reason', async () => {
    await card().getByRole('button', { name: '更多…' }).click();
    await card().getByRole('button', { name: '换支付方式' }).click();
    await form()
      .getByRole('radio', { name: /礼品卡/ })
      .check();
    await form().getByRole('alert').waitFor();
    expect(await form().getByRole('button', { name: '转移付款' }).isDisabled()).toBe(true);
    await snap(desk, 'act-method');
    await desk.keyboard.press('Escape');
    await card().getByRole('button', { name: '收起' }).click();
  });

  test('SHOP-04 another variant: stock and price in sight, the difference goes back to what paid', async () => {
    await desk.keyboard.press('i');
    await form()
      .getByRole('radio', { name: /^24 cm/ })
      .check();
    await form().getByText('退回 微信支付').waitFor();
    await snap(desk, 'act-items');
    await desk.keyboard.press('Enter');
    await card().getByText('商品已更换').waitFor();
    await bothSides(/24 cm/, /换规格/);
    const { lines, totals } = await row();
    expect(lines[0].options).toMatchObject({ 尺寸: '24 cm' });
    expect(totals.refundedMinor).toBeGreaterThan(0);
  });

  test('SHOP-06 a refund in two keys says what goes back to which method, and warns after a change of address', async () => {
    await desk.keyboard.press('r');
    const amount = form().getByRole('textbox', { name: '退款金额' });
    await amount.fill('10');
    await form().getByText('24 小时内同一订单既改地址又退款').waitFor();
    await form().getByText('退回 微信支付').waitFor();
    await snap(desk, 'act-refund');
    const { totals: before } = await row();
    await desk.keyboard.press('Enter');
    await card()
      .getByText(/10\.00 (?:正在退回|已退回)/)
      .waitFor();
    await bothSides(/¥10\.00/, /退款/);
    const { totals } = await row();
    expect(totals.refundedMinor - before.refundedMinor).toBe(1_000);
    await snap(shop, 'act-refund-buyer');
  });

  test('SHOP-11 urgent and taken back, an invoice, a visit: each in the history with who and when', async () => {
    await card().getByRole('button', { name: '更多…' }).click();
    await card().getByRole('button', { name: '加急', exact: true }).click();
    await card().getByText('加急', { exact: true }).first().waitFor();
    await card().getByRole('button', { name: '撤销' }).click();
    await card().getByRole('button', { name: '加急', exact: true }).waitFor();
    await card().getByRole('button', { name: '发票' }).click();
    await form().getByRole('textbox', { name: '抬头' }).fill('王晓敏');
    await desk.keyboard.press('Enter');
    await card().getByText('已申请发票').waitFor();
    await card().getByRole('button', { name: '预约上门' }).click();
    await form().getByRole('button', { name: '预约' }).click();
    await card()
      .getByText(/已预约/)
      .waitFor();
    await card().getByRole('button', { name: '取消预约' }).click();
    await card().getByRole('region', { name: '发票与服务' }).getByText('已取消').waitFor();
    const line = card().getByRole('region', { name: '时间线' });
    for (const words of ['改地址', '换规格', '退款', '加急', '申请发票', '预约'])
      await line
        .getByText(new RegExp(`^${words}`))
        .first()
        .waitFor();
    await line
      .getByText(/何雅琴/)
      .first()
      .waitFor();
    await snap(desk, 'act-history');
    expect((await acts()).map(({ kind }) => kind)).toEqual([
      'appointment_set',
      'appointment_set',
      'invoice_requested',
      'urgent_set',
      'urgent_set',
      'refunded',
      'items_changed',
      'address_changed',
    ]);
  });

  test('SHOP-06 cancelling gives the rest back and is told before the click; afterwards nothing of it is offered', async () => {
    await desk.keyboard.press('c');
    await form().getByRole('radio', { name: '发货太慢' }).check();
    await form().getByText('退回 微信支付').waitFor();
    await snap(desk, 'act-cancel');
    await desk.keyboard.press('Enter');
    await card().getByText('订单已取消。').waitFor();
    await bothSides(/取消/, /取消订单/);
    const { status, totals, can } = await row();
    expect(status).toBe('cancelled');
    expect(totals.refundedMinor).toBe(totals.paidMinor);
    expect(can).not.toContain('cancelOrder');
    expect(await card().getByRole('button', { name: '改地址' }).count()).toBe(0);
    await snap(desk, 'act-cancelled');
    await snap(shop, 'act-cancelled-buyer');
  });

  test('SHOP-12 before payment: postage, price and discount in one field each; undone in one click', async () => {
    other = await stage.shop('刘洋');
    talk = await openChat(other);
    await say(talk, '能便宜一点吗');
    await desk.getByRole('link', { name: /^全部/ }).click();
    await desk.getByRole('link', { name: /刘洋.*便宜一点/ }).click();
    await desk.getByRole('main').getByText('能便宜一点吗').last().waitFor();
    await desk.keyboard.press('Escape');
    const id = (await card().getAttribute('data-order')) ?? '';
    const before = await row(desk, id);
    await desk.keyboard.press('p');
    await desk.getByRole('textbox', { name: '邮费' }).waitFor();
    await desk.keyboard.type('+8');
    await desk.keyboard.press('Enter');
    await card().getByText('邮费已改为').waitFor();
    await talk.getByText('邮费').last().waitFor();
    expect((await row(desk, id)).totals.postageMinor).toBe(before.totals.postageMinor + 800);
    await card().getByRole('button', { name: '撤销' }).click();
    await expect
      .poll(async () => (await row(desk, id)).totals.postageMinor)
      .toBe(before.totals.postageMinor);
    await card().getByRole('button', { name: '更多…' }).click();
    await card().getByRole('button', { name: '改优惠' }).click();
    await form().getByRole('textbox', { name: '优惠' }).fill('+5');
    await desk.keyboard.press('Enter');
    await card().getByText('优惠已改为').waitFor();
    await snap(desk, 'act-unpaid');
    await snap(other, 'act-unpaid-buyer');
    const after = await row(desk, id);
    expect(after.totals.totalMinor).toBe(before.totals.totalMinor - 500);
    await card().getByRole('button', { name: '改单价' }).click();
    await form().getByRole('textbox', { name: '单价' }).fill('-1');
    await desk.keyboard.press('Enter');
    await card().getByText('单价已改为').waitFor();
    await talk.getByText('价格已修改').last().waitFor();
  });

  test('SHOP-02 money that came in, packing, a parcel, its arrival, the end: each step told to the buyer', async () => {
    await card().getByRole('button', { name: '登记收款' }).click();
    await form().getByRole('textbox', { name: '转账或收据编号' }).fill('招行 20261122-18');
    await desk.keyboard.press('Enter');
    await card().getByText('已登记收款').waitFor();
    await card().getByRole('button', { name: '开始备货' }).click();
    await card().getByText('订单备货中。').waitFor();
    await desk.keyboard.press('f');
    await form().getByRole('textbox', { name: '运单号' }).fill('SF1234567890123');
    await form().getByText('按单号识别：').waitFor();
    await snap(desk, 'ship-carrier');
    await form().getByRole('combobox', { name: '快递公司' }).fill('顺丰速运');
    await form().getByText('按单号识别：').waitFor({ state: 'detached' });
    await snap(desk, 'act-ship');
    await desk.keyboard.press('Enter');
    await card().getByText('包裹已发出。').waitFor();
    await talk.getByText('SF1234567890123').last().waitFor();
    await snap(other, 'act-shipped-buyer');
    for (const [step, told] of [
      ['包裹已送达', '包裹已送达。'],
      ['买家已收货', '买家已收货。'],
      ['完成订单', '订单已完成。'],
    ] as const) {
      await card().getByRole('button', { name: step, exact: true }).click();
      await card().getByText(told, { exact: true }).waitFor();
    }
    const id = (await card().getAttribute('data-order')) ?? '';
    expect((await row(desk, id)).status).toBe('completed');
    await snap(desk, 'act-completed');
    await other.context().close();
  });

  test('ACL-03 beyond the own limit the button asks for approval, the order says who decides, and one click carries it out', async () => {
    const agent = await stage.hire(desk, { width: 1024, height: 768 });
    const { items } = await call(stage, desk, 'GET', '/orders?status=paid&limit=50');
    const order = (items as { id: string; buyerName: string; totalMinor: number }[]).find(
      ({ buyerName, totalMinor }) => buyerName !== '王晓敏' && totalMinor > 20_000,
    );
    await agent.goto(`${stage.product.address}/desk/orders/${order?.id}`);
    await agent.locator('[data-order]').waitFor();
    await agent.keyboard.press('r');
    const amount = agent.getByRole('textbox', { name: '退款金额' });
    await amount.fill('150');
    await agent.getByText('本次 ¥150.00，单次上限').waitFor();
    const ask = agent.getByRole('button', { name: '提交审批' });
    await ask.waitFor();
    await snap(agent, 'act-ask');
    await agent.keyboard.press('Enter');
    await agent.getByRole('textbox', { name: '为什么需要审批' }).fill('杯口磕碰，买家要求部分退款');
    await ask.click();
    await agent.getByText(/¥150\.00 等待 .*何雅琴.* 审批/).waitFor();
    await snap(agent, 'act-asked');
    expect((await row(desk, order?.id)).totals.refundedMinor).toBe(0);
    const waiting = await call(stage, desk, 'GET', `/approvals?view=open&orderId=${order?.id}`);
    await call(stage, desk, 'POST', `/approvals/${waiting.items[0].id}/grant`);
    await agent.getByText(/等待 .* 审批/).waitFor({ state: 'detached' });
    await agent
      .getByText(/已审批/)
      .first()
      .waitFor();
    expect((await row(desk, order?.id)).totals.refundedMinor).toBe(15_000);
    await snap(agent, 'act-approved');
    await agent.context().close();
  });

  test('nothing went wrong on any page unseen', () => {
    expect(takeComplaints().filter((line) => !/422|409/.test(line))).toEqual([]);
  });
});
