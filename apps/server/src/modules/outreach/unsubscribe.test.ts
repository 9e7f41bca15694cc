import { outreach } from '@guitai/contract';
import { describe, expect, it } from 'vitest';
import { sending, testNeeds } from '../../../test/outreach.ts';
import { unsubscribeUrlOf } from './unsubscribe.rules.ts';

describe('CMP-04 the link in a mail', () => {
  it('opened it changes nothing; clicked it is a no for mails of this shop; undone it is none', async () => {
    const s = await sending();
    s.at('2026-03-18T12:00');
    const { id } = await s.buyer();
    const plan = await s.plan(id, { topic: 'marketing' });
    const path = new URL(unsubscribeUrlOf(testNeeds(), s.team, plan.id)).pathname;
    const browser = s.browser();
    const nos = async () =>
      (await (await s.as('何雅琴')).call(outreach.listOptOuts, { standing: true })).items;
    const opened = await browser.raw({ method: 'GET', path });
    expect([opened.status, opened.headers['content-type']]).toEqual([
      200,
      'text/html; charset=utf-8',
    ]);
    expect(opened.body).toContain('<button>');
    expect(await nos()).toEqual([]);
    const click = (address: string) =>
      s.built.app.inject({
        method: 'POST',
        url: address,
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        payload: 'List-Unsubscribe=One-Click',
      });
    const clicked = await click(path);
    expect(clicked.statusCode).toBe(200);
    expect(clicked.body).toContain(`${path}?undo=true`);
    expect(await nos()).toMatchObject([{ channel: 'mail', topic: 'marketing', source: 'mail' }]);
    expect((await s.listed())[0]?.optedOutAt).not.toBeNull();
    expect((await click(path)).statusCode).toBe(200);
    expect(await nos()).toHaveLength(1);
    expect((await click(`${path}?undo=true`)).statusCode).toBe(200);
    expect(await nos()).toEqual([]);
  });

  it('a link somebody made up is none', async () => {
    const s = await sending();
    const { id } = await s.buyer();
    const one = await s.plan(id);
    const two = await s.plan(id);
    const path = new URL(unsubscribeUrlOf(testNeeds(), s.team, one.id)).pathname.replace(
      one.id,
      two.id,
    );
    const answer = await s.built.app.inject({ method: 'POST', url: path, payload: '' });
    expect([answer.statusCode, answer.json().code]).toEqual([404, 'outreach.link_invalid']);
  });
});
