import { outreach } from '@guitai/contract';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { sending, setContact } from '../../../test/outreach.ts';

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
});
