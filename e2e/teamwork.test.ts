import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { call, openStage, type Stage, snap, takeComplaints } from './people.ts';

let stage: Stage;
let desk: Page;
let agent: Page;

const go = (page: Page, path: string) => page.goto(`${stage.product.address}/desk/${path}`);

beforeAll(async () => {
  stage = await openStage();
  desk = await stage.desk();
  agent = await stage.hire(desk);
}, 240_000);

beforeEach((context) => {
  context.onTestFailed(async () => {
    await snap(desk, `failed-work-${context.task.id}`);
    await snap(agent, `failed-work-agent-${context.task.id}`);
  });
});

afterAll(async () => {
  await stage?.close();
});

describe('A6 announcements', () => {
  test('the leader publishes, the agent confirms on the phone, the leader sees who has', async () => {
    await go(desk, 'announcements');
    await desk.getByText('还没有公告').waitFor();
    await snap(desk, 'announcements-empty');
    await desk.keyboard.press('x');
    const dialog = desk.getByRole('dialog');
    await dialog.getByRole('textbox', { name: '标题' }).fill('双十一值班安排');
    await dialog
      .getByRole('textbox', { name: '正文' })
      .fill('# 早班\n- **周一** 徐一禾\n- 周二 何雅琴\n\n退款一律先看 https://example.com/rules');
    await dialog.getByText('所有人必须确认').click();
    await snap(desk, 'announcement-writing');
    await dialog.getByRole('button', { name: '立即发布' }).click();
    await desk.getByRole('heading', { name: '双十一值班安排' }).waitFor();
    await agent.getByRole('complementary', { name: '待确认' }).waitFor();
    await agent.locator('nav b[data-unread]').waitFor();
    await snap(agent, 'announcement-banner-phone');
    await agent.getByRole('link', { name: '阅读并确认' }).click();
    await agent.getByRole('button', { name: '我已阅读并知悉' }).waitFor();
    await snap(agent, 'announcement-phone');
    await agent.getByRole('button', { name: '我已阅读并知悉' }).click();
    await agent.getByText('您已确认').waitFor();
    const receipts = desk.getByRole('region', { name: '阅读情况' });
    await receipts.getByText(/人中 1 人已确认/).waitFor();
    await snap(desk, 'announcement-receipts');
    await go(agent, 'inbox');
    await agent.getByRole('navigation', { name: '页面' }).waitFor();
    await agent.getByRole('complementary', { name: '待确认' }).waitFor({ state: 'detached' });
    const { items } = await call(stage, agent, 'GET', '/notices?unread=true');
    expect(items.filter(({ kind }: { kind: string }) => kind === 'announcement')).toEqual([]);
    const badge = agent.locator('nav b[data-unread]');
    await expect
      .poll(async () =>
        (await badge.count()) === 0 ? 0 : Number(await badge.getAttribute('data-unread')),
      )
      .toBe((await call(stage, agent, 'GET', '/notices?limit=1')).unread);
  });
});

describe('A6 tasks', () => {
  test('x in a chat makes one of what the buyer said; it rings when due; done, and undone', async () => {
    await go(desk, 'inbox/all');
    await desk.locator('a[href*="/inbox/all/"]').first().click();
    await desk.getByRole('region', { name: '消息' }).waitFor();
    await desk.locator('body').click({ position: { x: 5, y: 5 } });
    await desk.keyboard.press('Escape');
    await desk.locator('a[href*="/inbox/all/"]').first().click();
    await desk.waitForTimeout(800);
    await desk.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
    await desk.keyboard.press('x');
    const dialog = desk.getByRole('dialog');
    const title = dialog.getByRole('textbox', { name: '要做什么' });
    await title.waitFor();
    expect((await title.inputValue()).length).toBeGreaterThan(1);
    await title.fill('给买家回电话确认尺寸');
    await snap(desk, 'task-from-chat');
    await title.press('Enter');
    await dialog.waitFor({ state: 'detached' });
    await desk.getByRole('tab', { name: '任务' }).click();
    const card = desk.locator('#side').getByText('给买家回电话确认尺寸');
    await card.waitFor();
    await snap(desk, 'task-panel');
    await card.click();
    await desk.getByRole('article', { name: '给买家回电话确认尺寸' }).waitFor();
    const id = desk.url().split('/').at(-1) ?? '';
    const task = await call(stage, desk, 'GET', `/tasks/${id}`);
    expect(task.about.map(({ kind }: { kind: string }) => kind)).toContain('conversation');
    const dueAt = new Date(Date.now() + 4_000).toISOString();
    await call(stage, desk, 'PATCH', `/tasks/${id}`, { version: task.version, dueAt });
    const rung = async () => (await call(stage, desk, 'GET', '/notices?kind=task_due')).items;
    await expect.poll(async () => (await rung()).length).toBe(1);
    expect(Date.parse((await rung())[0].at) - Date.parse(dueAt)).toBeGreaterThanOrEqual(0);
    await desk.locator('nav b[data-unread]').waitFor();
    await go(desk, 'inbox');
    await desk.getByRole('navigation', { name: '页面' }).waitFor();
    await desk.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
    await desk.keyboard.press('u');
    const drawer = desk.getByRole('dialog', { name: '提醒' });
    await drawer.getByText('任务到期了').waitFor();
    await drawer.getByText('给买家回电话确认尺寸').waitFor();
    await desk.waitForTimeout(400);
    await snap(desk, 'notices-drawer');
    await drawer.getByText('任务到期了').click();
    await desk.getByRole('article', { name: '给买家回电话确认尺寸' }).waitFor();
    await snap(desk, 'task-open');
    await desk.keyboard.press('d');
    await desk.getByText('已变更 1 个任务').waitFor();
    expect((await call(stage, desk, 'GET', `/tasks/${id}`)).state).toBe('done');
    await desk.getByRole('button', { name: '撤销' }).click();
    await expect
      .poll(async () => (await call(stage, desk, 'GET', `/tasks/${id}`)).state)
      .toBe('open');
  });

  test('given to a colleague and discussed; the colleague reads it in the bell', async () => {
    const members = (await call(stage, desk, 'GET', '/members?limit=50')).items as {
      id: string;
      name: string;
    }[];
    const xu = members.find(({ name }) => name === '徐一禾')?.id ?? '';
    const shop = (await call(stage, desk, 'GET', '/shops')).items[0].id;
    for (const [n, title] of ['核对退货地址', '整理差评清单', '补拍尺寸图'].entries())
      await call(stage, desk, 'POST', '/tasks', {
        shopId: shop,
        title,
        assigneeIds: [xu],
        priority: n === 0 ? 'high' : 'normal',
        dueAt: new Date(Date.now() + (n - 1) * 86_400_000).toISOString(),
        items: ['看订单', '问仓库'],
      });
    await go(agent, 'tasks');
    await agent.getByText('核对退货地址').waitFor();
    await snap(agent, 'tasks-phone');
    await agent.getByText('核对退货地址').click();
    await agent.getByRole('article', { name: '核对退货地址' }).waitFor();
    await snap(agent, 'task-phone');
    await go(desk, 'tasks?view=team');
    await desk.getByText('整理差评清单').waitFor();
    await snap(desk, 'tasks-team');
    await desk.getByRole('checkbox', { name: '选择 整理差评清单' }).click();
    await desk.getByRole('checkbox', { name: '选择 补拍尺寸图' }).click();
    await desk.getByText('已选 2 个').waitFor();
    await desk.getByRole('button', { name: '完成' }).first().click();
    await desk.getByText('已变更 2 个任务').waitFor();
    await desk.getByRole('button', { name: '撤销' }).click();
    await desk.getByText('整理差评清单').waitFor();
    await desk.getByRole('button', { name: '看板' }).click();
    await desk.getByRole('region', { name: '待办' }).getByText('整理差评清单').waitFor();
    await snap(desk, 'tasks-board');
    expect(takeComplaints()).toEqual([]);
  });

  test('CON-03 two buyers become one at the desk, and two again', async () => {
    const { items } = await call(stage, desk, 'GET', '/buyers?limit=100');
    const named = (items as { id: string; name: string }[]).filter(({ name }) => name !== '');
    const [first] = named;
    const other = named.find(({ name }) => name !== first?.name);
    await go(desk, `buyers/${first?.id}`);
    await desk.getByRole('button', { name: '与其他买家合并' }).click();
    const dialog = desk.getByRole('dialog');
    await dialog.getByRole('textbox', { name: '姓名、手机、邮箱或账号' }).fill(other?.name ?? '');
    await dialog
      .getByRole('button', { name: other?.name ?? '' })
      .first()
      .click();
    await dialog.getByRole('table').waitFor();
    await dialog.getByRole('textbox', { name: '为什么是同一人' }).fill('同一收货人');
    await snap(desk, 'buyer-merge');
    await dialog.getByRole('button', { name: '合并' }).click();
    const merges = desk.getByRole('region', { name: '同一人' });
    await merges.getByText('同一收货人').waitFor();
    await snap(desk, 'buyer-merged');
    const mergedId = (await call(stage, desk, 'GET', `/buyers/${first?.id}/merges`)).items[0]
      .mergedId;
    expect((await call(stage, desk, 'GET', `/buyers/${mergedId}`)).id).toBe(first?.id);
    await merges.getByRole('button', { name: '撤销' }).click();
    await merges.getByText('已拆分').waitFor();
    expect((await call(stage, desk, 'GET', `/buyers/${mergedId}`)).id).toBe(mergedId);
  });

  for (const [name, window] of Object.entries({
    phone: { width: 360, height: 740 },
    dark: { width: 1440, height: 900, dark: true },
    english: { width: 1024, height: 768, locale: 'en' as const },
  })) {
    test(`OPS-10 fits and reads: ${name}`, async () => {
      const page = await stage.desk(window);
      for (const place of [
        'tasks?view=team',
        'tasks?view=team&as=board',
        'announcements',
        'settings/notices',
      ]) {
        await go(page, place);
        await page.waitForLoadState('networkidle');
        await page.waitForTimeout(400);
        await snap(page, `work-${place.replaceAll(/[^a-z]+/g, '-')}-${name}`);
        const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        expect(wide, place).toBeLessThanOrEqual(0);
      }
      await page.context().close();
    });
  }
});
