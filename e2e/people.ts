import type { Browser, FrameLocator, Page } from 'playwright-core';
import { inject } from 'vitest';
import { launchChromium } from '../scripts/chromium.ts';
import { type Born, copyOf, setUp } from './born.ts';
import { listen } from './page.ts';
import { type Product, startProduct } from './product.ts';

export { snap, takeComplaints } from './page.ts';

/** A product with its owner and the sample shop, and a browser to walk it. */
export interface Stage {
  readonly product: Product;
  readonly browser: Browser;
  /** The owner's desk in a browser window of its own. */
  desk(options?: Window): Promise<Page>;
  /** The demo shop, signed in as the person when one is named. */
  shop(person?: string, options?: Window): Promise<Page>;
  /** The desk of a new colleague with the role of an agent, invited by the owner of that desk. */
  hire(owner: Page, options?: Window): Promise<Page>;
  close(): Promise<void>;
}

interface Window {
  readonly width?: number;
  readonly height?: number;
  readonly dark?: boolean;
  readonly locale?: 'zh-CN' | 'zh-TW' | 'en';
}

/** The product as it is right after its first page: with its owner, a shop and the sample. */
async function begun(): Promise<{ product: Product; signedIn: Born['signedIn'] }> {
  const { dataDir, signedIn } = inject('born');
  if (dataDir) return { product: await startProduct({ dataDir: copyOf(dataDir) }), signedIn };
  const product = await startProduct();
  return { product, signedIn: await setUp(product) };
}

/** Opens the doors: a product of this file's own, and a browser. */
export async function openStage(): Promise<Stage> {
  const [{ product, signedIn }, browser] = await Promise.all([begun(), launchChromium()]);

  const open = async (
    { width = 1440, height = 900, dark = false, locale = 'zh-CN' }: Window = {},
    state?: typeof signedIn,
  ) => {
    const context = await browser.newContext({
      locale,
      viewport: { width, height },
      colorScheme: dark ? 'dark' : 'light',
      ...(state ? { storageState: state } : {}),
    });
    return listen(await context.newPage());
  };

  return {
    product,
    browser,
    async hire(owner, { width = 360, height = 740 } = {}) {
      const colleague = { email: 'xu@example.com', name: '徐一禾', role: 'agent', shopIds: null };
      const { link } = await call({ product }, owner, 'POST', '/invitations', colleague);
      const context = await browser.newContext({ locale: 'zh-CN', viewport: { width, height } });
      const page = await context.newPage();
      page.setDefaultTimeout(60_000);
      await page.goto(link);
      await page.getByRole('textbox', { name: '设置密码' }).fill('山青水秀的好地方九号楼');
      await page.getByRole('button', { name: /^加入/ }).click();
      await page.waitForURL(/\/desk\/inbox/);
      return page;
    },
    async desk(options) {
      const desk = await open(options, signedIn);
      await desk.goto(`${product.address}/desk/inbox/mine`);
      await desk.getByRole('region', { name: '会话' }).waitFor();
      return desk;
    },
    async shop(person, options) {
      const shop = await open(options);
      await shop.goto(`${product.address}/shop/${person ? 'sign-in' : ''}`);
      if (person) {
        await shop.getByRole('button', { name: person }).click();

        await shop.getByRole('link', { name: '我的订单' }).waitFor();
      }
      return shop;
    },
    async close() {
      await browser.close();
      await product.stop();
    },
  };
}

/** Opens the chat on a page of the shop. */
export async function openChat(shop: Page): Promise<FrameLocator> {
  await shop.getByRole('button', { name: '联系客服' }).click();
  const frame = shop.frameLocator('iframe[src*="/widget/frame"]');
  await frame.getByRole('textbox', { name: '输入消息…' }).waitFor();
  return frame;
}

/** Calls the API as the person of the page. */
export async function call(
  { product }: Pick<Stage, 'product'>,
  page: Page,
  method: string,
  path: string,
  data?: unknown,
) {
  const reply = await page.context().request.fetch(`${product.address}/api${path}`, {
    method,
    ...(data === undefined ? {} : { data }),
    headers: { origin: product.address },
  });
  const text = await reply.text();
  if (!reply.ok()) throw new Error(`${method} ${path}: ${reply.status()} ${text}`);
  return text === '' ? {} : JSON.parse(text);
}

/** Says something as the buyer of a chat. */
export async function say(chat: FrameLocator, text: string): Promise<void> {
  const field = chat.getByRole('textbox', { name: '输入消息…' });
  await field.fill(text);
  await field.press('Enter');
}
