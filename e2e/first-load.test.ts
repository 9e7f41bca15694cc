import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { firstLoad } from '../apps/desk/build/first-load.ts';
import { openChat, openStage, type Stage, snap, takeComplaints } from './people.ts';

const dist = join(import.meta.dirname, '../apps/desk/dist');
let stage: Stage;
let desk: Page;

beforeAll(async () => {
  stage = await openStage();
  const shop = await stage.shop('王晓敏');
  const chat = await openChat(shop);
  await chat.getByRole('textbox', { name: '输入消息…' }).fill('请问什么时候发货？');
  await chat.getByRole('textbox', { name: '输入消息…' }).press('Enter');
  desk = await stage.desk();
}, 180_000);
afterAll(async () => {
  await stage?.close();
});

/** Files of the desk that were asked for before the conversations were there, as the build names them. */
const askedBefore = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const [usable] = performance.getEntriesByName('usable');
    return performance
      .getEntriesByType('resource')
      .filter(({ startTime }) => startTime < (usable?.startTime ?? 0))
      .map(({ name }) => new URL(name).pathname)
      .filter((path) => /^\/desk\/.+\.(?:js|css)$/.test(path))
      .map((path) => path.slice('/desk/'.length));
  });

describe('the first load of the desk', () => {
  test('DESK-01 what travels until the conversations are there is what the promise counts', async () => {
    await desk.waitForFunction(() => performance.getEntriesByName('usable').length > 0);
    const counted = [...firstLoad(dist, 'zh-CN')].filter((file) => file !== 'index.html');
    expect((await askedBefore(desk)).sort()).toEqual(counted.sort());
  });

  test('DESK-01 a key that is pressed before its part is here does its work when it comes', async () => {
    const early = await stage.desk({ width: 1280 });
    await early.route(/\/TransferDialog-[^/]*\.js$/, async (route) => {
      await new Promise((done) => setTimeout(done, 1_500));
      await route.continue();
    });
    await early.goto(`${stage.product.address}/desk/inbox/mine`);
    await early.getByRole('link', { name: /王晓敏.*什么时候发货/ }).click();
    await early.getByRole('textbox', { name: '回复买家' }).waitFor();
    await early.keyboard.press('Escape');
    await early.keyboard.press('t');
    await early.getByRole('dialog', { name: /转接/ }).waitFor();
    await early.context().close();
  });

  test('DESK-01 what is a key away has been fetched by then: it opens without the network', async () => {
    const came: string[] = [];
    desk.on('requestfinished', (request) => came.push(new URL(request.url()).pathname));
    await desk.goto(`${stage.product.address}/desk/inbox/mine`);
    await desk.getByRole('link', { name: /王晓敏.*什么时候发货/ }).click();
    await desk.getByRole('textbox', { name: '回复买家' }).waitFor();
    const last = ['Palette', 'KeySheet', 'TaskDialog', 'RefundForm', 'ReviewsPanel'];
    const missing = () => last.filter((part) => !came.some((path) => path.includes(`/${part}-`)));
    await expect.poll(missing, { timeout: 90_000 }).toEqual([]);
    await desk.waitForLoadState('networkidle');
    await desk.route('**/desk/assets/**', (route) => route.abort());
    await desk.keyboard.press('Escape');
    for (const key of ['t', 'x', '?']) {
      await desk.keyboard.press(key);
      await desk.getByRole('dialog').waitFor();
      await desk.keyboard.press('Escape');
      await desk.getByRole('dialog').waitFor({ state: 'detached' });
    }
    await desk.unroute('**/desk/assets/**');
  });
});

describe('before the code is there', () => {
  for (const dark of [false, true]) {
    test(`DESK-01 the page has its colours and its outline, ${dark ? 'dark' : 'light'}`, async () => {
      const page = await stage.desk({ dark });
      await page.route('**/desk/assets/*.js', () => new Promise(() => undefined));
      await page.goto(`${stage.product.address}/desk/inbox`, { waitUntil: 'commit' });
      await page.locator('#outline').waitFor();
      const seen = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
      expect(seen).toBe(dark ? 'rgb(24, 23, 20)' : 'rgb(251, 249, 244)');
      await snap(page, `before-code-${dark ? 'dark' : 'light'}`);
      await page.context().close();
    });
  }
});

describe('what the server says of the files of the desk', () => {
  const ask = (path: string, headers: Record<string, string> = {}) =>
    fetch(stage.product.address + path, { headers });

  test('OPS-01 they travel compressed, and those named after their content are kept for good', async () => {
    const page = await ask('/desk/inbox/queue', { 'accept-encoding': 'br' });
    expect(page.headers.get('content-encoding')).toBe('br');
    expect(page.headers.get('content-type')).toContain('text/html');
    expect(page.headers.get('cache-control')).toBe('no-cache');
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
    const script = /\/desk\/assets\/index-[^"]+\.js/.exec(await page.text())?.[0] ?? '';
    for (const encoding of ['br', 'gzip']) {
      const reply = await ask(script, { 'accept-encoding': encoding });
      expect(reply.headers.get('content-encoding')).toBe(encoding);
      expect(reply.headers.get('vary')).toContain('accept-encoding');
      expect(reply.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
      expect(reply.headers.get('content-type')).toContain('javascript');
    }
    const plain = await ask(script, { 'accept-encoding': 'identity' });
    expect(plain.headers.get('content-encoding')).toBeNull();
  });

  test('OPS-01 a page that is known is not sent again', async () => {
    const first = await ask('/desk/');
    const again = await ask('/desk/', {
      'if-none-match': first.headers.get('etag') ?? '',
      'cache-control': 'max-age=0',
    });
    expect(again.status).toBe(304);
  });
});

describe('the desk in several languages', () => {
  test('DESK-01 another language at run time reaches every part that is open, and those opened later', async () => {
    await desk.keyboard.press('Escape');
    await desk.keyboard.press('?');
    await desk.getByRole('dialog', { name: '快捷键' }).waitFor();
    await desk.keyboard.press('Escape');
    await desk.getByRole('link', { name: '设置' }).click();
    await desk.getByRole('combobox', { name: '语言' }).click();
    await desk.getByText('English').click();
    await desk.getByRole('link', { name: /Chats$/ }).click();
    await desk.getByRole('region', { name: 'Conversations', exact: true }).waitFor();
    await desk.keyboard.press('?');
    await desk.getByRole('dialog', { name: 'Keys' }).waitFor();
    await desk.keyboard.press('Escape');
    await desk.getByRole('link', { name: 'Products' }).click();
    await desk.getByRole('heading', { name: 'Products' }).waitFor();
    await desk.getByRole('link', { name: 'Settings' }).click();
    await desk.getByRole('combobox', { name: 'Language' }).click();
    await desk.getByText('简体中文').click();
    await desk.getByRole('link', { name: '设置' }).waitFor();
  });

  test('DESK-01 no word was missing on the way', () => {
    expect(takeComplaints()).toEqual([]);
  });
});
