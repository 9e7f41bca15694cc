import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext } from 'playwright-core';
import type { TestProject } from 'vitest/node';
import { copyFolder } from '../apps/server/test/copied.ts';
import { launchChromium } from '../scripts/chromium.ts';
import { listen, snap, takeComplaints } from './page.ts';
import { type Product, startProduct } from './product.ts';

/** A product set up once in this run: each stage begins with a copy of it. */
export interface Born {
  /** Its data folder, at rest; null where the database lies elsewhere and cannot be copied with it. */
  readonly dataDir: string | null;
  /** The owner's signed-in browser. */
  readonly signedIn: Awaited<ReturnType<BrowserContext['storageState']>>;
  /** What its first pages complained of. */
  readonly complaints: readonly string[];
}

declare module 'vitest' {
  export interface ProvidedContext {
    born: Born;
  }
}

/** Sets a product up through its own first page, as a newcomer does, and keeps it for the journeys. */
export default async function setup(project: TestProject): Promise<() => void> {
  const product = await startProduct();
  const { dataDir } = product;
  const forget = () => rmSync(dataDir, { recursive: true, force: true });
  try {
    const signedIn = await setUp(product);
    const copied = !existsSync(join(dataDir, 'database-is-at'));
    project.provide('born', {
      dataDir: copied ? dataDir : null,
      signedIn,
      complaints: takeComplaints(),
    });
  } catch (error) {
    forget();
    throw error;
  } finally {
    await product.stop({ keepData: true });
  }
  return forget;
}

/** The owner, the first shop and the sample, made on the first page. */
export async function setUp(product: Product): Promise<Born['signedIn']> {
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
  await page.getByRole('region', { name: '会话' }).waitFor();
  const signedIn = await first.storageState();
  await browser.close();
  return signedIn;
}

/** A data folder of its own with what is there; rights and owners as they were. */
export function copyOf(dataDir: string): string {
  const copy = mkdtempSync(join(tmpdir(), 'guitai-e2e-'));
  copyFolder(dataDir, copy);
  return copy;
}
