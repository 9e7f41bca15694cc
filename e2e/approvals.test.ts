import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { call, openStage, type Stage, snap, takeComplaints } from './people.ts';

let stage: Stage;
let desk: Page;
let agent: Page;
let orders: readonly string[] = [];

const discountOf = async (order: number): Promise<number> =>
  (await call(stage, desk, 'GET', `/orders/${orders[order]}`)).totals.discountMinor;

/** The agent wants to take so much more off an order of the sample shop. */
async function ask(order: number, moreMinor: number, approvalNote: string): Promise<string> {
  const wish = { discountMinor: (await discountOf(order)) + moreMinor, approvalNote };
  const acted = await call(stage, agent, 'PUT', `/orders/${orders[order]}/discount`, wish);
  if (acted.state !== 'asked') throw new Error(`it was ${acted.state} at once`);
  return acted.approval.id;
}

beforeAll(async () => {
  stage = await openStage();
  desk = await stage.desk();
  while (orders.length < 2) {
    const { items } = await call(stage, desk, 'GET', '/orders?status=placed&limit=50');
    orders = (items as { id: string; currency: string }[])
      .filter(({ currency }) => currency === 'CNY')
      .map(({ id }) => id);
    await desk.waitForTimeout(300);
  }
  agent = await stage.hire(desk);
}, 240_000);

beforeEach((context) => {
  context.onTestFailed(async () => {
    await snap(desk, `failed-approvals-${context.task.id}`);
    await snap(agent, `failed-approvals-agent-${context.task.id}`);
  });
});

afterAll(async () => {
  await stage?.close();
});

describe('ACL-03 an approval from asking to done', () => {
  test('it appears at the owner at once; one key approves, and the act is done', async () => {
    const before = (await call(stage, desk, 'GET', '/approvals/count')).waiting as number;
    const discount = await discountOf(0);
    const id = await ask(0, 2_500, '老客户，答应过减 25 元');
    await desk.getByTitle(`${before + 1} 条待您审批`).waitFor();
    await desk.locator('nav a[href$="/approvals"]').click();
    await desk.getByText('老客户，答应过减 25 元').waitFor();
    expect((await call(stage, desk, 'GET', `/approvals/${id}`)).state).toBe('asked');
    await snap(desk, 'approvals-waiting');
    await desk.keyboard.press('a');
    await desk.getByText('老客户，答应过减 25 元').waitFor({ state: 'detached' });
    await expect.poll(() => discountOf(0)).toBe(discount + 2_500);
    await agent.goto(`${stage.product.address}/desk/approvals/mine`);
    await agent.getByText('已通过').waitFor();
    await snap(agent, 'approvals-mine-phone');
  });

  test('refused with a reason, which the agent reads', async () => {
    await ask(1, 3_000, '买家要求补差价');
    await desk.goto(`${stage.product.address}/desk/approvals`);
    await desk.getByText('买家要求补差价').waitFor();
    await desk.keyboard.press('x');
    await desk.getByRole('textbox', { name: '驳回原因' }).fill('先核对活动价');
    await snap(desk, 'approvals-refusing');
    await desk.keyboard.press('Enter');
    await agent.getByText('先核对活动价').waitFor();
    await desk.goto(`${stage.product.address}/desk/approvals/decided`);
    await desk.getByText('已驳回').waitFor();
    await snap(desk, 'approvals-decided');
  });

  test('the owner sets a limit, and gives a deputy', async () => {
    await desk.goto(`${stage.product.address}/desk/settings/authority`);
    await desk.getByTitle('修改：客服，退款').click();
    const dialog = desk.getByRole('dialog');
    await dialog.getByRole('textbox', { name: '单笔' }).fill('150');
    await snap(desk, 'authority-limit');
    await dialog.getByRole('button', { name: '保存' }).click();
    await desk.getByTitle('修改：客服，退款').getByText('150').waitFor();
    await desk.getByRole('button', { name: '指定代理人' }).click();
    await dialog.getByRole('combobox', { name: '代理人', exact: true }).click();
    await desk.getByTitle('徐一禾').click();
    await snap(desk, 'authority-deputy');
    await dialog.getByRole('button', { name: '指定代理人' }).click();
    await desk.getByText('徐一禾 代 何雅琴 审批').waitFor();
    await snap(desk, 'authority');
    expect(takeComplaints()).toEqual([]);
  });

  for (const [name, window] of Object.entries({
    phone: { width: 360, height: 740 },
    dark: { width: 1440, height: 900, dark: true },
    english: { width: 1024, height: 768, locale: 'en' as const },
  })) {
    test(`OPS-10 fits and reads: ${name}`, async () => {
      if (name === 'phone') await ask(1, 4_000, '再问一次，买家很急，等着回复');
      const page = await stage.desk(window);
      for (const place of ['approvals', 'approvals/decided', 'settings/authority']) {
        await page.goto(`${stage.product.address}/desk/${place}`);
        await page.waitForLoadState('networkidle');
        await page.waitForTimeout(400);
        await snap(page, `${place.replaceAll('/', '-')}-${name}`);
        const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        expect(wide, place).toBeLessThanOrEqual(0);
      }
      await page.context().close();
    });
  }
});
