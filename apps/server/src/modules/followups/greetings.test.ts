import { buyers, channels, followups as contract, outreach } from '@guitai/contract';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { type Followed, followed } from '../../../test/followed.ts';
import { codeOf } from '../../../test/talk.ts';
import { system } from '../../kernel/actor.ts';
import { clock } from '../../kernel/clock.ts';
import { run } from '../../kernel/tx.ts';
import { findShop } from '../shops/index.ts';
import { greetOnce } from './greet.ts';
import { makeRound } from './rounds.ts';

const text = {
  'zh-CN': '节日快乐，{shop}',
  'zh-TW': '佳節愉快，{shop}',
  en: 'Greetings from {shop}',
};
const audience = { boughtWithinDays: null, tag: null };

/** An own day that is today, at the start of it. */
async function todays(w: Followed, on = true, key = 'own-day') {
  const [, month, day] = new Date(clock.now() + 8 * 3_600_000)
    .toISOString()
    .slice(0, 10)
    .split('-')
    .map(Number);
  return w.lead.call(contract.setGreeting, {
    ...{ shopId: w.shop, key, on, at: '00:00', text, audience, name: '店庆', month, day },
  });
}

const greeted = async (chat: Followed['chat']) =>
  (await chat.call(channels.getChat)).messages.filter(({ text: said }) =>
    said.startsWith('节日快乐'),
  ).length;

describe('A21 greetings', () => {
  it('who would get one is counted before it is switched on; blocked and opted out are counted out', async () => {
    const w = await followed();
    const [blocked, silent, open] = [await w.asks(), await w.asks(), await w.asks()];
    await w.lead.call(buyers.setBuyerBlock, { buyerId: blocked.buyer, reason: '骚扰' });
    await w.lead.call(outreach.createOptOut, {
      ...{ buyerId: silent.buyer, shopId: w.shop, channel: 'all', topic: 'marketing' },
    });
    const preview = await w.lead.call(contract.previewGreeting, {
      ...{ shopId: w.shop, key: 'mid_autumn', audience },
    });
    expect(preview).toMatchObject({
      chosen: 4,
      blocked: 1,
      optedOut: 1,
      unreachable: 0,
      had: 0,
      receive: 2,
    });
    expect(preview.some.map(({ buyerId }) => buyerId).sort()).toEqual([w.buyer, open.buyer].sort());
    await todays(w);
    await makeRound(w.db, w.team);
    await w.sent();
    expect(await Promise.all([blocked, silent, open].map(({ chat }) => greeted(chat)))).toEqual([
      0, 0, 1,
    ]);
  });

  it('each buyer gets one an occasion, killed in the middle, repeated and run twice at once', async () => {
    const w = await followed();
    const who = [await w.asks(), await w.asks(), await w.asks(), await w.asks()];
    await todays(w);
    const shop = await w.doing((tx) => findShop(tx, w.shop));
    if (!shop) throw new Error('no shop');
    const actor = system(w.team, 'test');
    expect(await w.db.write(actor, (tx) => greetOnce(actor, tx, shop, 2))).toBe(2);
    const dies = w.db.write(actor, async (tx) => {
      await greetOnce(actor, tx, shop, 2);
      throw new Error('killed');
    });
    await expect(dies).rejects.toThrow('killed');
    await Promise.all([makeRound(w.db, w.team), makeRound(w.db, w.team)]);
    await w.sent();
    await makeRound(w.db, w.team);
    await w.sent();
    expect(await Promise.all(who.map(({ chat }) => greeted(chat)))).toEqual([1, 1, 1, 1]);
    const [{ n } = { n: 0 }] = await w.rows<{ n: number }>(
      sql`select count(*)::int as n from followups where team_id = ${w.team} and reason = 'greeting'`,
    );
    expect(n).toBe(5);
    const listed = await w.lead.call(contract.listGreetings, { shopId: w.shop });
    expect(listed.items.find(({ key }) => key === 'own-day')).toMatchObject({ on: true, sent: 5 });
  });

  it('G17 the clock steps back over midnight and comes again: nobody is greeted a second time', async () => {
    const w = await followed();
    await w.asks();
    await w.heard();
    await todays(w);
    const kept = () =>
      w.rows(
        sql`select id, occasion, message_id from followups where reason = 'greeting' and team_id = ${w.team} order by id`,
      );
    await makeRound(w.db, w.team);
    await w.sent();
    const before = await kept();
    for (const hours of [-25, 24, 1, -1, 1]) {
      w.later(hours);
      await makeRound(w.db, w.team);
      await w.sent();
    }
    expect(before.length).toBeGreaterThan(0);
    expect(await kept()).toEqual(before);
  });

  it('switched off before it was sent, it is not sent; off from the start, nothing is planned', async () => {
    const w = await followed();
    await todays(w);
    await makeRound(w.db, w.team);
    await todays(w, false);
    await w.sent();
    expect(await greeted(w.chat)).toBe(0);
    await todays(w, false, 'own-other');
    await makeRound(w.db, w.team);
    expect(await w.list({ reason: 'greeting', state: undefined })).toMatchObject([
      { state: 'dropped', why: 'stopped' },
    ]);
  });

  it('a birthday the profile knows is kept, by month and day', async () => {
    const w = await followed();
    const day = new Date(clock.now() + 8 * 3_600_000).toISOString().slice(5, 10);
    await w.doing((tx) =>
      run(
        tx,
        sql`update buyers set attributes = ${JSON.stringify({ birthday: `1990-${day}` })} where team_id = ${w.team} and id = ${w.buyer}`,
      ),
    );
    const other = await w.asks();
    await w.lead.call(contract.setGreeting, {
      ...{ shopId: w.shop, key: 'birthday', on: true, at: '00:00', text, audience },
    });
    await makeRound(w.db, w.team);
    await makeRound(w.db, w.team);
    await w.sent();
    expect([await greeted(w.chat), await greeted(other.chat)]).toEqual([1, 0]);
  });

  it('only who sets up lists may, and only in their shops; a date must be one', async () => {
    const w = await followed();
    const set = { shopId: w.shop, key: 'own-x', on: true, at: '10:00', text, audience, name: 'x' };
    expect(await codeOf(w.agent.call(contract.setGreeting, { ...set, month: 1, day: 2 }))).toBe(
      'access.denied',
    );
    expect(await codeOf(w.lead.call(contract.setGreeting, { ...set, month: 2, day: 30 }))).toBe(
      'greeting.date_invalid',
    );
    expect(await codeOf(w.lead.call(contract.setGreeting, { ...set, key: 'nothing' }))).toBe(
      'greeting.not_found',
    );
    const shopId = crypto.randomUUID();
    expect(await codeOf(w.lead.call(contract.listGreetings, { shopId }))).toBe('shop.not_found');
  });

  it('a shop has so many own dates and no more; those it has can be changed', async () => {
    const w = await followed();
    await w.doing((tx) =>
      run(
        tx,
        sql`insert into followup_greetings (team_id, shop_id, key, name, month, day, is_on, at, text, audience)
            select ${tx.team}, ${w.shop}, 'own-' || n, 'x', 1, 1, false, '10:00', ${JSON.stringify(text)}::jsonb, ${JSON.stringify(audience)}::jsonb
            from generate_series(1, 49) n`,
      ),
    );
    const both = await Promise.all(['own-a', 'own-b'].map((key) => codeOf(todays(w, false, key))));
    expect(both.sort()).toEqual(['done', 'greeting.too_many']);
    expect(await codeOf(todays(w, false, 'own-7'))).toBe('done');
  });
});
