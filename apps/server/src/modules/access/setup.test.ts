import { access } from '@guitai/contract';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { openBrowser, openHouseOn, outcomeOf, password } from '../../../test/office.ts';
import { createDatabase } from '../../adapters/embedded-postgres/index.ts';
import { createDb, type Db } from '../../kernel/db.ts';
import { newId } from '../../kernel/ids.ts';
import { appRole } from '../../kernel/migrate.ts';
import { offerSetup } from './setup.ts';

let db: Db;
let app: Awaited<ReturnType<typeof openHouseOn>>;

beforeAll(async () => {
  const name = `setup_${newId().replaceAll('-', '')}`;
  const url = await createDatabase(inject('postgresUrl'), name, { template: 'template_guitai' });
  db = createDb({ url, max: 4, role: appRole });
  app = await openHouseOn(db);
});

afterAll(async () => {
  await app.close();
  await db.pool.end();
});

const owner = {
  name: '何雅琴',
  email: 'heyaqin@example.com',
  password,
  locale: 'zh-CN' as const,
  team: '青竹家居',
  shop: {
    name: '青竹家居店',
    currency: 'CNY',
    timezone: 'Asia/Shanghai',
    locale: 'zh-CN' as const,
  },
};

describe('the first start', () => {
  test('waits for its first owner; nobody without the newest link gets in, and of two with it one', async () => {
    const browser = openBrowser(app);
    expect(await browser.call(access.getSetup)).toEqual({ needed: true });
    const guess = await browser.attempt(access.createOwner, { token: 'x'.repeat(43), ...owner });
    expect(outcomeOf(guess)).toBe('setup.closed');

    const older = await offerSetup(db);
    const token = await offerSetup(db);
    if (!older || !token) throw new Error('the door is closed');
    const wrong = await browser.attempt(access.createOwner, { token: older, ...owner });
    expect(outcomeOf(wrong)).toBe('setup.token_wrong');
    const easy = { token, ...owner, password: '1234567890' };
    expect(outcomeOf(await browser.attempt(access.createOwner, easy))).toBe(
      'access.password_too_easy',
    );
    const nowhere = { token, ...owner, shop: { ...owner.shop, timezone: 'Mars/Olympus' } };
    expect(outcomeOf(await browser.attempt(access.createOwner, nowhere))).toBe(
      'shop.timezone_unknown',
    );
    expect(await browser.call(access.getSetup)).toEqual({ needed: true });

    const rivals = [browser, openBrowser(app)];
    const answers = await Promise.all(
      rivals.map((rival, n) =>
        rival.attempt(access.createOwner, { token, ...owner, email: `owner${n}@example.com` }),
      ),
    );
    expect(answers.map(outcomeOf).sort()).toEqual(['done', 'setup.closed']);

    const winner = rivals.find((rival) => rival.cookies.has('guitai_session'));
    const self = await winner?.call(access.getSelf);
    expect(self?.member).toMatchObject({ name: '何雅琴', role: 'owner', shopIds: null });
    expect(self?.shops).toMatchObject([{ name: '青竹家居店', kind: 'built-in', currency: 'CNY' }]);
    expect(await browser.call(access.getSetup)).toEqual({ needed: false });
    expect(await offerSetup(db)).toBeNull();
    const late = await browser.attempt(access.createOwner, { token, ...owner });
    expect(outcomeOf(late)).toBe('setup.closed');
  });
});
