import type { Page, Request } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findings } from './findings.ts';
import { openStage, type Stage, snap, takeComplaints } from './people.ts';

const places = [
  'inbox/mine',
  'inbox/all',
  'orders',
  'problem-parcels',
  'aftersales',
  'products',
  'buyers',
  'marketing/care',
  'marketing/care/new',
  'marketing/offers',
  'marketing/reviews',
  'marketing/followups',
  'marketing/followups?view=results',
  'marketing/followups?view=greetings',
  'marketing/followups?view=setup',
  'marketing/messages',
  'library/scripts',
  'library/scripts/playbooks',
  'library/knowledge',
  'library/synonyms',
  'approvals',
  'tasks',
  'announcements',
  'promises',
  'insight/shop?range=90d',
  'insight/board',
  'search?q=餐盘',
  'settings',
  'settings/account',
  'settings/notices',
  'settings/shops',
  'settings/channels',
  'settings/connections',
  'settings/message-gateways',
  'settings/import',
  'settings/team',
  'settings/roles',
  'settings/authority',
  'settings/keys',
  'settings/webhooks',
  'settings/audit',
  'settings/system',
];

let stage: Stage;

beforeAll(async () => {
  stage = await openStage();
}, 180_000);

afterAll(async () => {
  await stage?.close();
});

/** Says when nothing is being fetched by the page, twice in a row. */
function watch(page: Page): () => Promise<void> {
  const open = new Set<Request>();
  page.on('request', (request) => open.add(request));
  page.on('requestfinished', (request) => open.delete(request));
  page.on('requestfailed', (request) => open.delete(request));
  return async () => {
    for (let calm = 0; calm < 2; calm = open.size === 0 ? calm + 1 : 0)
      await page.waitForTimeout(150);
  };
}

/** Opens a place by its address, or from inside the desk as a click on a link does. */
async function goTo(desk: Page, place: string, afresh: boolean): Promise<void> {
  const address = `${stage.product.address}/desk/${place}`;
  if (afresh) await desk.goto(address);
  else await desk.evaluate((url) => history.pushState(null, '', url), address);
  await desk.locator('main').first().waitFor();
}

describe('every page of the desk', () => {
  for (const [name, window] of Object.entries({
    wide: { width: 1440, height: 900 },
    'wide-dark': { width: 1440, height: 900, dark: true },
    middle: { width: 1024, height: 768, locale: 'en' as const },
    phone: { width: 360, height: 740 },
  })) {
    test(`OPS-10 OPS-11 OPS-12 has no serious fault and nothing wider than the window: ${name}`, async () => {
      const desk = await stage.desk(window);
      const quiet = watch(desk);
      const faults: string[] = [];
      for (const place of places) {
        await goTo(desk, place, name === 'wide');
        await quiet();
        await snap(desk, `desk-${place.replaceAll(/[/?=]/g, '-')}-${name}`);
        const wide = await desk.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        if (wide > 0) faults.push(`${place} is ${wide} px too wide`);
        faults.push(...(await findings(desk)).map((finding) => `${place}: ${finding}`));
      }
      await desk.context().close();
      expect(faults).toEqual([]);
    }, 600_000);
  }

  test('OPS-12 every page has one main part, one name, and keys that mean one thing each', async () => {
    const desk = await stage.desk();
    const quiet = watch(desk);
    const faults: string[] = [];
    for (const place of places) {
      await goTo(desk, place, false);
      await quiet();
      const [mains, names] = await Promise.all(
        ['main', 'h1'].map((part) => desk.locator(part).count()),
      );
      if (mains !== 1 || (names !== 1 && !place.startsWith('settings')))
        faults.push(`${place}: ${mains} main parts, ${names} names`);
      await desk.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
      await desk.keyboard.press('?');
      const sheet = desk.getByRole('dialog', { name: '快捷键' });
      await sheet.waitFor();
      const keys = await sheet.locator('kbd').allTextContents();
      const twice = keys.filter((key, at) => keys.indexOf(key) !== at);
      if (twice.length > 0) faults.push(`${place}: ${twice.join(' ')} stand twice on the sheet`);
      await desk.keyboard.press('Escape');
      await sheet.waitFor({ state: 'hidden' });
    }
    await desk.context().close();
    expect(faults).toEqual([]);
  }, 600_000);

  test('WID-05 the shop and its chat have no serious fault', async () => {
    const shop = await stage.shop('王晓敏');
    const faults = await findings(shop);
    await shop.getByRole('button', { name: '联系客服' }).click();
    await shop.waitForTimeout(1_500);
    await snap(shop, 'shop-chat');
    const [frame] = shop.frames().filter((one) => one.url().includes('/widget/frame'));
    const alone = await shop.context().newPage();
    await alone.goto(frame?.url() ?? '');
    await alone.waitForTimeout(1_000);
    faults.push(...(await findings(alone)));
    expect(faults).toEqual([]);
    expect(takeComplaints()).toEqual([]);
  });
});
