import { outreach } from '@guitai/contract';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { sending, setContact, testNeeds } from '../../../test/outreach.ts';
import { trustedPlaces } from '../../../test/world.ts';
import { twilioSignature } from '../../adapters/sms-twilio/index.ts';
import { newId } from '../../kernel/ids.ts';
import { quiet } from '../../kernel/log.ts';
import { run } from '../../kernel/tx.ts';
import { forgetBuyersOf } from '../buyers/index.ts';
import { createGateways, workOutbox } from './index.ts';

const twilio = {
  name: 'Twilio',
  kind: 'twilio',
  channel: 'sms',
  shopIds: null,
  options: { accountSid: 'AC1', from: '+15005550006' },
  secrets: { authToken: 'very-secret-token' },
} as const;

describe('SMS-01 gateways', () => {
  it('secrets go in sealed and never come out; another place needs them anew; what is missing is named', async () => {
    const s = await sending();
    const owner = await s.as('何雅琴');
    const made = await owner.call(outreach.createMessageGateway, twilio);
    expect(made).toMatchObject({ state: 'new', enabled: true, perSecond: 10 });
    const [kept] = await s.rows<{ row: string }>(
      sql`select row_to_json(g)::text as row from outreach_gateways g`,
    );
    const log = await s.rows<{ text: string }>(sql`select data::text as text from events`);
    for (const text of [JSON.stringify(made), kept?.row ?? '', JSON.stringify(log)])
      expect(text).not.toContain('very-secret-token');
    const moved = owner.call(outreach.updateMessageGateway, {
      gatewayId: made.id,
      options: { ...twilio.options, endpoint: 'https://evil.example' },
    });
    await expect(moved).rejects.toMatchObject({ code: 'gateway.setting_missing' });
    const renamed = await owner.call(outreach.updateMessageGateway, {
      gatewayId: made.id,
      name: 'Twilio 2',
      enabled: false,
    });
    expect(renamed).toMatchObject({ name: 'Twilio 2', enabled: false });
    await expect(
      owner.call(outreach.createMessageGateway, { ...twilio, secrets: {} }),
    ).rejects.toMatchObject({ problem: { params: { names: 'authToken' } } });
    const agent = await s.as('林小满');
    await expect(agent.call(outreach.listMessageGateways, {})).rejects.toMatchObject({
      code: 'access.denied',
    });
    await owner.call(outreach.removeMessageGateway, { gatewayId: made.id });
    expect((await owner.call(outreach.listMessageGateways, {})).items).toEqual([]);
  });

  it('a test message goes to an own number; its state and the audit say so; numbers that are none are refused', async () => {
    const s = await sending();
    const owner = await s.as('何雅琴');
    const { id: gatewayId } = await owner.call(outreach.createMessageGateway, {
      ...{ name: '沙箱', kind: 'sandbox', channel: 'sms', shopIds: null, options: {}, secrets: {} },
    });
    const tested = await owner.call(outreach.testMessageGateway, {
      gatewayId,
      to: '138 1234 5678',
    });
    expect(tested).toMatchObject({ outcome: 'accepted', gateway: { state: 'ok' } });
    const { items } = await owner.call(outreach.listSandboxMessages, { gatewayId });
    expect(items).toMatchObject([{ recipient: '138****5678', parts: 1 }]);
    await expect(
      owner.call(outreach.testMessageGateway, { gatewayId, to: '12' + '3' }),
    ).rejects.toMatchObject({ code: 'gateway.recipient_invalid' });
    const [entry] = await s.rows<{ after: string }>(
      sql`select after::text as after from audit_entries where action = 'gateway.tested'`,
    );
    expect(entry?.after).toContain('138****5678');
  });

  it('AUT-09 no automatic mail to robots, and only so many to one address within an hour', async () => {
    const s = await sending();
    s.at('2026-03-18T12:00');
    const owner = await s.as('何雅琴');
    await owner.call(outreach.createMessageGateway, {
      ...{
        name: '邮件沙箱',
        kind: 'sandbox',
        channel: 'mail',
        shopIds: [s.shop],
        options: {},
        secrets: {},
      },
    });
    await owner.call(outreach.updateOutreachSettings, { shopId: s.shop, mailPerHour: 2 });
    const { id } = await s.buyer();
    for (const email of [
      'no-reply@shop.example',
      'MAILER-DAEMON@x.example',
      'dev-bounces@lists.x.org',
    ]) {
      await setContact(s, id, { email });
      await s.plan(id, { channels: ['mail'] });
    }
    await s.due();
    expect((await s.listed()).map(({ reason }) => reason)).toEqual(Array(3).fill('robot_address'));
    await setContact(s, id, { email: 'Li@Example.com' });
    for (let n = 0; n < 3; n += 1) await s.plan(id, { channels: ['mail'] });
    await s.due();
    const states = async () =>
      (await s.listed()).map(({ state, reason }) => reason ?? state).sort();
    expect((await states()).filter((one) => one === 'mail_hour')).toHaveLength(1);
    s.at('2026-03-18T13:01');
    await s.plan(id, { channels: ['mail'] });
    await s.due();
    expect((await states()).filter((one) => one === 'sending')).toHaveLength(3);
  });

  it('CMP-05 a shop’s own pace in the chat: what is too much waits a minute', async () => {
    const s = await sending();
    s.at('2026-03-18T12:00');
    const owner = await s.as('何雅琴');
    const set = await owner.call(outreach.updateOutreachSettings, {
      shopId: s.shop,
      chatPerMinute: 2,
    });
    expect(set).toMatchObject({ chatPerMinute: 2, quietHours: { from: '21:30' } });
    const { id } = await s.buyer();
    for (let n = 0; n < 5; n += 1) await s.plan(id);
    const sent = async () => (await s.listed({ state: 'sent' })).length;
    await s.due();
    expect(await sent()).toBe(2);
    s.at('2026-03-18T12:01');
    await s.due();
    expect(await sent()).toBe(4);
  });

  it('a host of our own network is none; one that is not reached: the message waits and those in charge hear of it', async () => {
    const s = await sending();
    const owner = await s.as('何雅琴');
    const smtp = (host: string, port: string) =>
      owner.call(outreach.createMessageGateway, {
        ...{ name: '邮局', kind: 'smtp', channel: 'mail', shopIds: null, secrets: {} },
        options: { host, port, from: 'shop@tea.example' },
      });
    await expect(smtp('169.254.169.254', '25')).rejects.toMatchObject({
      code: 'gateway.host_refused',
    });
    trustedPlaces.push('127.0.0.1:1');
    await smtp('127.0.0.1', '1');
    s.at('2026-03-18T12:00');
    const { id } = await s.buyer();
    await setContact(s, id, { email: 'li@example.com' });
    await s.plan(id, { channels: ['mail'] });
    await s.due();
    const gateways = createGateways(testNeeds(), s.built.db);
    await workOutbox({ needs: testNeeds(), gateways, log: quiet }, s.built.db, s.team);
    await gateways.close();
    expect((await s.listed())[0]).toMatchObject({ state: 'sending', reason: 'not_reached' });
    const { items } = await owner.call(outreach.listMessageGateways, {});
    expect(items).toMatchObject([{ state: 'down', waiting: 1 }]);
    const notices = await s.rows<{ kind: string }>(sql`select kind from notices`);
    expect(notices).toEqual([{ kind: 'gateway_trouble' }]);
  });

  it('a callback is believed by its address and its signature, kept once, committed before it is answered', async () => {
    const s = await sending();
    const owner = await s.as('何雅琴');
    const { callbackUrl } = await owner.call(outreach.createMessageGateway, twilio);
    const url = callbackUrl ?? '';
    const fields = { MessageSid: 'SM1', MessageStatus: 'delivered' };
    const tell = (path: string, signature: string) =>
      s.built.app.inject({
        method: 'POST',
        url: path,
        headers: {
          'content-type': 'application/x-www-form-urlencoded',
          'x-twilio-signature': signature,
        },
        payload: String(new URLSearchParams(fields)),
      });
    const { pathname } = new URL(url);
    const good = twilioSignature('very-secret-token', url, fields);
    expect((await tell(pathname, 'x')).statusCode).toBe(403);
    expect((await tell(`${pathname.slice(0, -4)}aaaa`, good)).statusCode).toBe(403);
    expect((await tell(pathname, good)).statusCode).toBe(200);
    expect((await tell(pathname, good)).statusCode).toBe(200);
    const kept = await s.rows(sql`select provider_id, state, applied_at from outreach_receipts`);
    expect(kept).toEqual([{ provider_id: 'SM1', state: 'delivered', applied_at: null }]);
  });

  it('who is forgotten is forgotten here too: messages and answers go with the buyer, a no names nobody any more', async () => {
    const s = await sending();
    s.at('2026-03-18T12:00');
    const id = newId();
    await s.write((tx) =>
      run(
        tx,
        sql`insert into buyers (team_id, id, shop_ids, name)
            values (${tx.team}, ${id}, array[${s.shop}]::uuid[], '李')`,
      ),
    );
    await s.plan(id);
    const agent = await s.as('林小满');
    await agent.call(outreach.createOptOut, {
      ...{ buyerId: id, shopId: s.shop, channel: 'sms', topic: 'all' },
    });
    expect(await s.listed()).toHaveLength(1);
    await s.write((tx) => forgetBuyersOf(tx, s.shop));
    const left = await s.rows(
      sql`select buyer_id from outreach_messages union all select buyer_id from outreach_opt_outs`,
    );
    expect(left).toEqual([{ buyer_id: null }]);
  });
});
