import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, FrameLocator, Page } from 'playwright-core';
import { launchChromium } from '../scripts/chromium.ts';
import { type Product, startProduct } from './product.ts';

const shots = join(import.meta.dirname, 'screenshots');

/** A product with its owner and the sample shop, and a browser to walk it. */
export interface Stage {
  readonly product: Product;
  readonly browser: Browser;
  /** The owner's desk in a browser window of its own. */
  desk(options?: Window): Promise<Page>;
  /** The demo shop, signed in as the person when one is named. */
  shop(person?: string, options?: Window): Promise<Page>;
  close(): Promise<void>;
}

interface Window {
  readonly width?: number;
  readonly height?: number;
  readonly dark?: boolean;
  readonly locale?: 'zh-CN' | 'zh-TW' | 'en';
}

/** What went wrong on a page although nobody saw it. */
const complaints: string[] = [];

/** Errors the pages reported since the last call. */
export const takeComplaints = (): string[] => complaints.splice(0);

function listen(page: Page): Page {
  page.setDefaultTimeout(90_000);
  page.on('pageerror', (error) => complaints.push(`${page.url()}: ${error.message}`));
  page.on('console', (line) => {
    if (line.type() === 'error' && !line.text().includes('401'))
      complaints.push(`${page.url()}: ${line.text()}`);
  });
  return page;
}

/** Sets the product up through its own first page, as a newcomer does. */
export async function openStage(): Promise<Stage> {
  const product = await startProduct();
  const browser = await launchChromium();
  const first = await browser.newContext({
    locale: 'zh-CN',
    viewport: { width: 1440, height: 900 },
  });
  const page = listen(await first.newPage());
  await page.goto(product.setupLink ?? '');
  await page.getByRole('textbox', { name: '您的姓名' }).fill('何雅琴');
  await page.getByRole('textbox', { name: '邮箱' }).fill('owner@example.com');
  await page.getByRole('textbox', { name: '密码' }).fill('河边的旧茶馆下午开门');
  await page.getByRole('textbox', { name: '店铺名称' }).fill('青竹家居店');
  await snap(page, 'set-up');
  await page.getByRole('button', { name: '开张' }).click();
  await page.waitForURL(/\/desk\/inbox/);
  const signedIn = await first.storageState();
  await first.close();

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

/** Keeps a picture of the page for whoever wants to look. */
export async function snap(page: Page, name: string): Promise<void> {
  mkdirSync(shots, { recursive: true });
  await page.screenshot({ path: join(shots, `${name}.png`) });
}
