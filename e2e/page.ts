import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';

const shots = join(import.meta.dirname, 'screenshots');

/** What went wrong on a page although nobody saw it. */
const complaints: string[] = [];

/** Errors the pages reported since the last call. */
export const takeComplaints = (): string[] => complaints.splice(0);

/** Hears what the page complains of. */
export function listen(page: Page): Page {
  page.setDefaultTimeout(90_000);
  page.on('pageerror', (error) => complaints.push(`${page.url()}: ${error.message}`));
  page.on('console', (line) => {
    if (line.type() === 'error' && !line.text().includes('401'))
      complaints.push(`${page.url()}: ${line.text()}`);
  });
  return page;
}

/** Keeps a picture of the page for whoever wants to look. */
export async function snap(page: Page, name: string): Promise<void> {
  mkdirSync(shots, { recursive: true });
  await page.screenshot({ path: join(shots, `${name}.png`) });
}
