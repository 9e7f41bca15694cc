import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import type { Frame, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openChat, openStage, type Stage, snap } from './people.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

let stage: Stage;
let desk: Page;
let site: string;
const servers: Server[] = [];

/** Calls the API as the owner, from the desk's own page. */
const asOwner = <T>(method: string, path: string, body?: object): Promise<T> =>
  desk.evaluate(
    async ([how, where, what]) => {
      const reply = await fetch(`/api${where}`, {
        method: how as string,
        headers: { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() },
        body: what ? JSON.stringify(what) : null,
      });
      if (!reply.ok) throw new Error(`${where}: ${await reply.text()}`);
      return reply.status === 204 ? undefined : reply.json();
    },
    [method, path, body] as const,
  ) as Promise<T>;

const conversations = async () =>
  (
    await asOwner<{ items: { id: string; lastText: string | null }[] }>(
      'GET',
      '/conversations?view=all&limit=100',
    )
  ).items;

const textsOf = async (id: string) =>
  (
    await asOwner<{ items: { text: string }[] }>('GET', `/conversations/${id}/messages?limit=100`)
  ).items.map(({ text }) => text);

/** A page of somebody's shop that allows nothing but our script and our frame. */
async function strictPage(): Promise<string> {
  const ours = stage.product.address;
  const policy = `default-src 'none'; script-src ${ours}; frame-src ${ours}; require-trusted-types-for 'script'; trusted-types 'none'`;
  const server = createServer((_request, response) => {
    response.writeHead(200, {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': policy,
      'referrer-policy': 'no-referrer',
    });
    response.end(
      `<!doctype html><html lang="zh-CN"><head><meta name="viewport" content="width=device-width"><title>别人的店</title></head>
       <body><h1>别人的店</h1><script src="${ours}/widget/loader.js" data-site="${site}" async></script></body></html>`,
    );
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  servers.push(server);
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const frameOf = (page: Page): Frame => {
  const frame = page.frames().find((one) => one.url().includes('/widget/frame.html'));
  if (!frame) throw new Error('the chat has no frame');
  return frame;
};

const faults = async (frame: Frame): Promise<string[]> => {
  const { violations } = (await frame.evaluate(`${axe};axe.run()`)) as {
    violations: { id: string; impact: string }[];
  };
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id }) => id);
};

async function openAt(address: string, options = {}): Promise<{ page: Page; said: string[] }> {
  const context = await stage.browser.newContext({ locale: 'zh-CN', ...options });
  const page = await context.newPage();
  const said: string[] = [];
  page.on('console', (line) => {
    if (line.type() === 'error' || line.type() === 'warning') said.push(line.text());
  });
  page.on('pageerror', (error) => said.push(error.message));
  await page.goto(address);
  await page.getByRole('button', { name: '联系客服' }).waitFor();
  return { page, said };
}

const chatOf = (page: Page) => page.frameLocator('iframe[src*="/widget/frame"]');
const lineOf = (page: Page) => chatOf(page).getByRole('textbox', { name: '输入消息…' });
const say = async (page: Page, text: string) => {
  await lineOf(page).fill(text);
  await lineOf(page).press('Enter');
};

let shopPage: string;

beforeAll(async () => {
  stage = await openStage();
  desk = await stage.desk();
  ({ site } = await asOwner<{ site: string }>('GET', '/storefront'));
  shopPage = await strictPage();
  const { items } = await asOwner<{ items: { id: string; site: string }[] }>(
    'GET',
    '/web-channels',
  );
  const channel = items.find((one) => one.site === site);
  await asOwner('PATCH', `/web-channels/${channel?.id}`, { origins: [shopPage] });
}, 180_000);

afterAll(async () => {
  for (const server of servers) server.close();
  await stage?.close();
});

describe("the chat on somebody's page", () => {
  test('WID-01 CON-01 works under the strictest policy and leaves nothing before the first word', async () => {
    const before = (await conversations()).length;
    const { page, said } = await openAt(shopPage);
    expect(page.frames().length).toBe(1);
    await page.getByRole('button', { name: '联系客服' }).click();
    await lineOf(page).waitFor();
    const kept = await page.context().storageState();
    expect([kept.cookies, kept.origins]).toEqual([[], []]);
    expect((await conversations()).length).toBe(before);
    await say(page, '第一句话 <img src=x onerror=alert(1)>');
    await expect.poll(async () => (await conversations()).length).toBe(before + 1);
    expect(said).toEqual([]);
    await page.context().close();
  });

  test('a page that is not on the list cannot hold the chat', async () => {
    const foreign = await strictPage();
    const { page } = await openAt(foreign);
    await page.getByRole('button', { name: '联系客服' }).click();
    await expect.poll(() => page.frames().at(-1)?.url()).toMatch(/^chrome-error:/);
    await page.context().close();
  });

  test('WID-03 written offline is sent once on return; a reload and a second tab go on', async () => {
    const { page } = await openAt(shopPage);
    await page.getByRole('button', { name: '联系客服' }).click();
    await say(page, '开场白');
    await chatOf(page).getByText('✓').waitFor();
    await page.context().setOffline(true);
    for (const text of ['离线一', '离线二']) await say(page, text);
    await chatOf(page).getByText('联网后自动发送').first().waitFor();
    await page.context().setOffline(false);
    const id = (await conversations()).find(({ lastText }) =>
      /开场白|离线/.test(lastText ?? ''),
    )?.id;
    await expect
      .poll(() => textsOf(id ?? ''))
      .toEqual(expect.arrayContaining(['离线一', '离线二']));
    await page.reload();
    const second = await page.context().newPage();
    await second.goto(shopPage);
    for (const tab of [page, second]) {
      await tab.bringToFront();
      await tab.getByRole('button', { name: '联系客服' }).click();
      await chatOf(tab).getByText('离线二').waitFor();
    }
    await say(second, '第二个标签');
    await chatOf(page).getByText('第二个标签').waitFor();
    const texts = (await textsOf(id ?? '')).filter((text) => /开场白|离线|标签/.test(text));
    expect(texts.sort()).toEqual(['开场白', '离线一', '离线二', '第二个标签'].sort());
    await page.context().close();
  });

  test('CON-02 who is signed in sees the chat they had on another device as soon as it is opened', async () => {
    const shop = await stage.shop('王晓敏', { width: 360, height: 740 });
    const chat = await openChat(shop);
    await chat.getByText('在吗？那个地址能改吗').waitFor();
    await snap(shop, 'chat-elsewhere');
    await say(shop, '换了手机接着问');
    await desk.goto(`${stage.product.address}/desk/inbox/all`);
    await desk.getByRole('link', { name: /王晓敏.*换了手机接着问/ }).click();
    await desk.getByRole('textbox', { name: '回复买家' }).fill('手机上也能看到我');
    await desk.keyboard.press('Enter');
    await chat.getByText('手机上也能看到我').last().waitFor();
    await shop.context().close();
  });

  test('CON-02 a word said before the shop has told who one is reaches the running conversation, and is answered there', async () => {
    const shop = await stage.shop('王晓敏');
    let tell = () => {};
    const said = new Promise<void>((done) => {
      tell = done;
    });
    await shop.route('**/identity-tokens', async (route) => {
      await said;
      await route.continue();
    });
    const chat = await openChat(shop);
    await say(shop, '还没认出我时说的一句');
    await chat.getByText('还没认出我时说的一句').last().waitFor();
    tell();
    await desk.goto(`${stage.product.address}/desk/inbox/all`);
    await desk.getByRole('link', { name: /王晓敏.*还没认出我时说的一句/ }).click();
    await desk.getByRole('textbox', { name: '回复买家' }).fill('认出您了，请讲');
    await desk.keyboard.press('Enter');
    await chat.getByText('认出您了，请讲').last().waitFor();
    expect(await chat.getByRole('log').getByText('还没认出我时说的一句').count()).toBe(1);
    await snap(shop, 'late-identity');
    await shop.context().close();
  });

  test('the badge counts what came while the chat was closed; opening it clears the badge', async () => {
    const { page } = await openAt(shopPage);
    await page.getByRole('button', { name: '联系客服' }).click();
    await say(page, '请问在吗？');
    await chatOf(page).getByText('✓').waitFor();
    await lineOf(page).press('Escape');
    const id = (await conversations()).find(({ lastText }) => lastText === '请问在吗？')?.id;
    await asOwner('POST', `/conversations/${id}/messages`, {
      clientKey: crypto.randomUUID(),
      text: '在的，您请说',
    });
    await page.getByRole('button', { name: '联系客服 (1)' }).click();
    await chatOf(page).getByText('在的，您请说').waitFor();
    await page.getByRole('button', { name: '联系客服', exact: true }).waitFor();
    await page.context().close();
  });

  test('WID-04 signing out of the shop ends the chat on this device', async () => {
    const shop = await stage.shop('王晓敏');
    await shop.getByRole('button', { name: '联系客服' }).click();
    await say(shop, '只给我看的话');
    await chatOf(shop).getByText('只给我看的话').waitFor();
    await lineOf(shop).press('Escape');
    await shop.getByRole('button', { name: /退出登录/ }).click();
    await shop.getByRole('button', { name: '联系客服' }).click();
    await expect.poll(() => chatOf(shop).getByText('只给我看的话').count()).toBe(0);
    expect(await frameOf(shop).evaluate('Object.keys(localStorage).join()')).not.toMatch(/secret/);
    await shop.context().close();
  });

  for (const colorScheme of ['light', 'dark'] as const) {
    test(`WID-05 by keyboard alone, 360 px wide, ${colorScheme}, no serious axe finding`, async () => {
      const { page } = await openAt(shopPage, {
        viewport: { width: 360, height: 640 },
        colorScheme,
      });
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      await lineOf(page).waitFor();
      await expect.poll(() => frameOf(page).evaluate('document.activeElement.id')).toBe('write');
      await page.keyboard.type('键盘');
      await page.keyboard.press('Enter');
      await chatOf(page).getByText('✓').waitFor();
      const frame = frameOf(page);
      expect(await frame.evaluate('document.documentElement.scrollWidth')).toBe(360);
      expect(await faults(frame)).toEqual([]);
      await snap(page, `widget-360-${colorScheme}`);
      for (let presses = 0; presses < 12; presses++) await page.keyboard.press('Tab');
      expect(await page.evaluate('document.activeElement.tagName')).toBe('GUITAI-CHAT');
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: '联系客服' }).waitFor();
      await page.context().close();
    });
  }
});
