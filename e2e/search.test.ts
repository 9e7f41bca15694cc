import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openChat, openStage, type Stage, snap, takeComplaints } from './people.ts';

let stage: Stage;
let desk: Page;
let conversation: string;

beforeAll(async () => {
  stage = await openStage();
  desk = await stage.desk();
  const shop = await stage.shop('王晓敏');
  const chat = await openChat(shop);
  const say = async (text: string) => {
    await chat.getByRole('textbox', { name: '输入消息…' }).fill(text);
    await chat.getByRole('textbox', { name: '输入消息…' }).press('Enter');
    await desk.getByRole('link', { name: new RegExp(`王晓敏.*${text}`) }).waitFor();
  };
  await desk.goto(`${stage.product.address}/desk/inbox/all`);
  await say('在吗');
  await desk.getByRole('link', { name: /王晓敏.*在吗/ }).click();
  await desk.getByRole('textbox', { name: '回复买家' }).waitFor();
  conversation = /inbox\/\w+\/([\w-]+)/.exec(desk.url())?.[1] ?? '';
  await notes(1, 200);
  await say('青花瓷茶海还有现货吗');
  await notes(201, 500);
}, 180_000);

beforeEach((context) => {
  context.onTestFailed(() => snap(desk, `failed-search-${context.task.id}`));
});

afterAll(async () => {
  await stage?.close();
});

/** Many lines in the conversation, so that what is looked for is far from its end. */
async function notes(from: number, to: number): Promise<void> {
  await desk.evaluate(
    async ({ id, first, last }) => {
      for (let at = first; at <= last; at += 20)
        await Promise.all(
          Array.from({ length: Math.min(20, last - at + 1) }, (_, n) =>
            fetch(`/api/conversations/${id}/notes`, {
              method: 'POST',
              headers: { 'content-type': 'application/json' },
              body: JSON.stringify({ clientKey: crypto.randomUUID(), text: `备忘 ${at + n}` }),
            }),
          ),
        );
    },
    { id: conversation, first: from, last: to },
  );
}

const messages = () => desk.getByRole('region', { name: '消息记录', exact: true });
const asked = () => messages().getByText('青花瓷茶海还有现货吗');

describe('search leads to the place', () => {
  test('SRCH-01 a message that was found is opened where it stands, marked, with what was said around it', async () => {
    await desk.goto(`${stage.product.address}/desk/search?q=${encodeURIComponent('青花瓷茶海')}`);
    await desk
      .getByRole('link', { name: /青花瓷茶海还有现货吗/ })
      .first()
      .click();
    await asked().waitFor();
    await expect.poll(() => placed()).toBe('in sight');
    await snap(desk, 'search-place');
    const words = desk.locator('[data-asked]');
    expect(await words.textContent()).toContain('青花瓷茶海还有现货吗');
  });

  test('SRCH-01 from there one reads on to the newest without a gap, or goes there at once', async () => {
    await expect
      .poll(async () => {
        await messages().evaluate((box) => box.scrollBy(0, 4000));
        return messages().getByText('备忘 500').isVisible();
      })
      .toBe(true);
    await desk.goBack();
    await desk.goForward();
    await asked().waitFor();
    await desk.getByRole('button', { name: /回到最新/ }).click();
    await messages().getByText('备忘 500').waitFor();
    expect(desk.url()).not.toContain('message=');
  });

  test('SRCH-03 a saved view stands above the list, counts, narrows it and is left by a second click', async () => {
    await desk.goto(`${stage.product.address}/desk/search?kind=conversations`);
    await desk.getByRole('textbox', { name: '视图名称' }).fill('都要看');
    await desk.getByRole('button', { name: '保留', exact: true }).click();
    await desk
      .getByRole('button', { name: /都要看/ })
      .first()
      .waitFor();
    await desk.goto(`${stage.product.address}/desk/inbox/mine`);
    const chip = desk
      .getByRole('navigation', { name: '已存视图' })
      .getByRole('link', { name: /都要看/ });
    await chip.click();
    await desk
      .getByRole('link', { name: /王晓敏/ })
      .first()
      .waitFor();
    expect(await chip.getAttribute('aria-current')).toBe('page');
    await snap(desk, 'inbox-saved-view');
    await chip.click();
    await expect.poll(() => chip.getAttribute('aria-current')).toBe(null);
  });

  test('SRCH-01 words that mean the same are kept for a shop, and what they do is seen at once', async () => {
    await desk.goto(`${stage.product.address}/desk/library/synonyms`);
    const trial = desk.getByRole('region', { name: '试搜' });
    const query = trial.getByRole('textbox');
    await query.waitFor();
    const shops = desk.getByRole('combobox', { name: '店铺' });
    if (await shops.isVisible()) {
      await shops.click();
      await desk.getByRole('option', { name: /示例/ }).or(desk.getByTitle(/示例/)).last().click();
    }
    await query.fill('咕噜咕噜');
    await trial.getByText('没有搜到商品').waitFor();
    await desk.getByRole('textbox', { name: '同一样东西的几种叫法' }).fill('咕噜咕噜、餐盘');
    await desk.getByRole('button', { name: '添加' }).click();
    await trial.getByRole('link', { name: /餐盘/ }).first().waitFor();
    await snap(desk, 'synonyms');
    const kept = desk.getByRole('listitem').filter({ hasText: '咕噜咕噜 = 餐盘' });
    await kept.getByRole('button', { name: '移除' }).click();
    await trial.getByText('没有搜到商品').waitFor();
    await desk.getByText('已移除：咕噜咕噜 = 餐盘').waitFor();
    await snap(desk, 'synonyms-undo');
    await desk.getByRole('button', { name: '撤销' }).click();
    await trial.getByRole('link', { name: /餐盘/ }).first().waitFor();
    await kept.waitFor();
  });

  test('dark and 360 px', async () => {
    const dark = await stage.desk({ dark: true });
    await dark.goto(`${stage.product.address}/desk/inbox/all/${conversation}?message=202`);
    await dark.locator('[data-asked]').waitFor();
    await snap(dark, 'search-place-dark');
    await dark.close();
    const small = await stage.desk({ width: 360, height: 740 });
    await small.goto(`${stage.product.address}/desk/inbox/all`);
    await small.getByRole('navigation', { name: '已存视图' }).waitFor();
    await snap(small, 'inbox-saved-view-360');
    await small.goto(`${stage.product.address}/desk/inbox/all/${conversation}?message=202`);
    await small.locator('[data-asked]').waitFor();
    await snap(small, 'search-place-360');
    await small.goto(`${stage.product.address}/desk/library/synonyms`);
    await small.getByRole('region', { name: '试搜' }).waitFor();
    await snap(small, 'synonyms-360');
    await small.close();
    expect(takeComplaints()).toEqual([]);
  });
});

async function placed(): Promise<string> {
  const box = await messages().boundingBox();
  const row = await asked().boundingBox();
  if (!box || !row) return 'absent';
  return row.y >= box.y && row.y + row.height <= box.y + box.height ? 'in sight' : 'out of sight';
}
