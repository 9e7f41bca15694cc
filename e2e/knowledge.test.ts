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
    await snap(desk, `failed-knowledge-desk-${context.task.id}`);
    await snap(shop, `failed-knowledge-shop-${context.task.id}`);
  });
});

afterAll(async () => {
  await stage?.close();
});

describe('knowledge, from the question to the answer', () => {
  test('KB-05 a question nobody has written about is listed; one click begins the entry with the answer given', async () => {
    chat = await openChat(shop);
    await say(chat, '紫砂壶第一次用要怎么开壶？');
    const row = desk.getByRole('link', { name: /王晓敏.*开壶/ });
    await row.waitFor();
    await row.click();
    const reply = desk.getByRole('textbox', { name: '回复买家' });
    await reply.fill('用清水小火煮半小时，自然放凉即可。');
    await reply.press('Enter');
    await chat.getByText('小火煮半小时').waitFor();
    await desk.goto(`${stage.product.address}/desk/library/knowledge?state=gaps`);
    const gap = desk.getByRole('listitem').filter({ hasText: '怎么开壶' });
    await gap.waitFor();
    await snap(desk, 'knowledge-to-write');
    await gap.getByRole('button', { name: '写这条' }).click();
    const answer = desk.getByRole('textbox', { name: '内容' });
    await answer.waitFor();
    expect(await answer.inputValue()).toContain('小火煮半小时');
    await snap(desk, 'knowledge-editor');
  });

  test('KB-01 a picture is chosen, removed, put back, and another one pasted, then dropped in its place', async () => {
    const buffer = await desk.screenshot({ clip: { x: 80, y: 80, width: 240, height: 160 } });
    const field = desk.getByRole('group', { name: '图片' });
    const card = desk.getByRole('region', { name: '买家看到的样子' });
    const shown = card.locator('img[src^="/api/knowledge-pictures/"]');
    await field.locator('input[type=file]').setInputFiles({
      ...{ name: 'pot.png', mimeType: 'image/png', buffer },
    });
    await shown.waitFor();
    const first = await shown.getAttribute('src');
    await field.getByRole('button', { name: '移除' }).click();
    await shown.waitFor({ state: 'detached' });
    await field.getByRole('button', { name: '撤销' }).click();
    expect(await shown.getAttribute('src')).toBe(first);
    const hand = (how: 'paste' | 'drop') =>
      desk.getByRole('textbox', { name: '内容' }).evaluate(
        (one, [kind, bytes]) => {
          const files = new DataTransfer();
          files.items.add(new File([new Uint8Array(bytes)], 'p.png', { type: 'image/png' }));
          const at = { bubbles: true, cancelable: true };
          one.dispatchEvent(
            kind === 'paste'
              ? new ClipboardEvent(kind, { ...at, clipboardData: files })
              : new DragEvent(kind, { ...at, dataTransfer: files }),
          );
        },
        [how, [...buffer]] as const,
      );
    await hand('paste');
    await expect.poll(() => shown.getAttribute('src')).not.toBe(first);
    const pasted = await shown.getAttribute('src');
    await hand('drop');
    await expect.poll(() => shown.getAttribute('src')).not.toBe(pasted);
    await card.scrollIntoViewIfNeeded();
    await snap(desk, 'knowledge-picture');
  });

  test('KB-01 it is handed over, approved and published', async () => {
    await desk.getByRole('button', { name: '保存草稿' }).click();
    await desk.getByRole('button', { name: '提交审核' }).click();
    await desk.getByRole('button', { name: '允许本店撰写者自行审核' }).click();
    await desk.getByRole('button', { name: '同意' }).click();
    await desk.getByRole('region', { name: '对买家说的内容' }).waitFor();
    await snap(desk, 'knowledge-published');
  });

  test('KB-04 asked again, the entry shows by itself; one key sends it; the buyer reads it in the chat', async () => {
    await desk.goto(`${stage.product.address}/desk/inbox/mine`);
    await desk
      .getByRole('link', { name: /王晓敏/ })
      .first()
      .click();
    await desk.getByRole('textbox', { name: '回复买家' }).waitFor();
    await say(chat, '新壶怎么开壶呀？');
    const line = desk.getByRole('status').filter({ hasText: '开壶' });
    await line.waitFor();
    await desk.getByRole('textbox', { name: '回复买家' }).press('Escape');
    await snap(desk, 'knowledge-line');
    await desk.keyboard.press('w');
    await chat.getByText('紫砂壶第一次用要怎么开壶').nth(1).waitFor();
    const seen = chat.locator('img[src^="/api/knowledge-pictures/"]').last();
    await expect.poll(() => seen.evaluate((one: HTMLImageElement) => one.naturalWidth)).toBe(240);
    await snap(shop, 'knowledge-in-widget');
    await line.waitFor({ state: 'detached' });
  });

  test('KB-04 the tab shows it too, with a search; SHOP-09 s, initials with a word left out, Enter sends the first product', async () => {
    await desk.keyboard.press('q');
    await desk.getByRole('searchbox', { name: '搜索知识' }).fill('kaihu');
    await desk
      .getByRole('tabpanel')
      .getByRole('button', { name: /^紫砂壶第一次用/ })
      .waitFor();
    await snap(desk, 'knowledge-panel');
    await desk.getByRole('searchbox', { name: '搜索知识' }).press('Escape');
    await desk.getByRole('tab', { name: '知识' }).focus();
    await desk.keyboard.press('s');
    const search = desk.getByRole('searchbox', { name: '搜索商品' });
    await search.fill('zsh');
    await search.press('Enter');
    await chat.getByText('紫砂西施壶').last().waitFor();
  });

  test('dark and 360 px', async () => {
    const dark = await stage.desk({ dark: true });
    await dark.goto(`${stage.product.address}/desk/library/knowledge`);
    await dark.getByRole('list', { name: '知识' }).waitFor();
    await snap(dark, 'knowledge-dark');
    await dark.close();
    const phone = await stage.browser.newContext({
      viewport: { width: 360, height: 740 },
      locale: 'zh-CN',
      storageState: await desk.context().storageState(),
    });
    const small = await phone.newPage();
    await small.goto(`${stage.product.address}/desk/library/knowledge`);
    await small.getByRole('list', { name: '知识' }).waitFor();
    await snap(small, 'knowledge-360');
    await phone.close();
    expect(takeComplaints()).toEqual([]);
  });
});
