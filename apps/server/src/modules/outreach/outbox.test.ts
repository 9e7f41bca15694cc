import { outreach } from '@guitai/contract';
import { sql } from 'kysely';
import { afterEach, describe, expect, it } from 'vitest';
import {
  type AtGateway,
  atGateway,
  digest,
  setContact,
  testNeeds,
} from '../../../test/outreach.ts';
import { newId } from '../../kernel/ids.ts';
import { quiet } from '../../kernel/log.ts';
import { run } from '../../kernel/tx.ts';
import { hear } from './hear.ts';
import { pauseCause, recheckEach, resumeCause, stopCause, workOutbox } from './index.ts';

const opened: AtGateway[] = [];
afterEach(async () => {
  await Promise.all(opened.splice(0).map((one) => one.close()));
});

async function place(options: Record<string, string> = {}): Promise<AtGateway> {
  const s = await atGateway(options);
  opened.push(s);
  s.at('2026-03-18T12:00');
  return s;
}

const phone = '+8613812345678';

async function withPhone(s: AtGateway) {
  const buyer = await s.buyer();
  await setContact(s, buyer.id, { phone, email: 'li@example.com' });
  return buyer;
}

const only = async (s: AtGateway) => (await s.listed())[0];

describe('SMS-01 a text message leaves once', () => {
  it('through the sandbox: its outbox shows it masked, with its parts; the receipt makes it delivered', async () => {
    const s = await place();
    const { id } = await withPhone(s);
    const text = '您的包裹已由顺丰发出，'.repeat(8);
    const plan = await s.plan(id, { channels: ['sms'], text });
    await s.due();
    expect(await only(s)).toMatchObject({ state: 'sending', recipient: '138****5678' });
    await s.work();
    await s.receipts(plan.id, 'delivered');
    expect(await only(s)).toMatchObject({ state: 'delivered', channel: 'sms', parts: 2 });
    const { items } = await (await s.as('何雅琴')).call(outreach.listSandboxMessages, {
      gatewayId: s.gateway,
    });
    expect(items).toMatchObject([{ key: plan.id, recipient: '138****5678', text, parts: 2 }]);
    const price = await s.rows<{ price: number }>(
      sql`select price_micros::int as price from outreach_messages where id = ${plan.id}`,
    );
    expect(price).toEqual([{ price: 90_000 }]);
  });

  it('silent after success: unknown, asked after by its key and never sent twice', async () => {
    const s = await place({ fault: 'silent' });
    const { id } = await withPhone(s);
    await s.plan(id, { channels: ['sms'] });
    await s.due();
    await s.work();
    expect(await only(s)).toMatchObject({ state: 'unknown', reason: 'no_answer' });
    s.at('2026-03-18T12:01');
    await s.work();
    expect(await only(s)).toMatchObject({ state: 'sent', attempts: 1 });
    expect(await s.outbox()).toHaveLength(1);
  });

  it('CMP-03 killed between the gateway and our own book: asked after, not sent again', async () => {
    const s = await place();
    const { id } = await withPhone(s);
    const plan = await s.plan(id, { channels: ['sms'] });
    await s.due();
    await s.diesAfterHandover(plan.id);
    expect(await only(s)).toMatchObject({ state: 'sending' });
    s.at('2026-03-18T12:02');
    await s.work();
    expect(await only(s)).toMatchObject({ state: 'sent' });
    expect(await s.outbox()).toHaveLength(1);
  });

  it('CMP-03 killed before the gateway heard of it: what it never got is handed over under the same key', async () => {
    const s = await place();
    const { id } = await withPhone(s);
    const plan = await s.plan(id, { channels: ['sms'] });
    await s.due();
    await s.diesBeforeHandover(plan.id);
    s.at('2026-03-18T12:02');
    await s.work();
    await s.work();
    expect(await only(s)).toMatchObject({ attempts: 2, reason: null });
    expect((await only(s))?.sentAt).not.toBeNull();
    expect((await s.outbox()).map(({ key }) => key)).toEqual([plan.id]);
  });

  it('a receipt that comes before the answer is kept; told twice it counts once; what is delivered stays so', async () => {
    const s = await place({ fault: 'silent' });
    const { id } = await withPhone(s);
    const plan = await s.plan(id, { channels: ['sms'] });
    await s.due();
    await s.work();
    const [stands] = await s.outbox();
    await s.receipts(plan.id, 'delivered', stands?.id);
    await s.receipts(plan.id, 'delivered', stands?.id);
    expect(await only(s)).toMatchObject({ state: 'unknown' });
    s.at('2026-03-18T12:01');
    await s.work();
    expect(await only(s)).toMatchObject({ state: 'delivered' });
    await s.receipts(plan.id, 'failed', stands?.id);
    expect(await only(s)).toMatchObject({ state: 'delivered', reason: null });
    const told = (await s.eventTypes()).filter((type) => type === 'outreach.delivered');
    expect(told).toHaveLength(1);
  });

  it('refused by text message it goes by the next way of the plan', async () => {
    const s = await place({ fault: 'reject' });
    const { id, conversation } = await withPhone(s);
    await s.plan(id, { channels: ['sms', 'chat'] });
    await s.due();
    await s.work();
    await s.due();
    expect(await only(s)).toMatchObject({
      state: 'sent',
      channel: 'chat',
      conversationId: conversation,
    });
    s.forward(1_000);
    await s.plan(id, { channels: ['sms'] });
    await s.due();
    await s.work();
    expect(await only(s)).toMatchObject({ state: 'failed', reason: 'SANDBOX_REJECT' });
  });

  it('CMP-05 a gateway keeps its pace: so many a second, whoever asks', async () => {
    const s = await place();
    const { id } = await withPhone(s);
    for (let n = 0; n < 7; n += 1) await s.plan(id, { channels: ['sms'] });
    await s.due();
    await Promise.all([s.work(), s.work(), s.work()]);
    const sent = async () => (await s.outbox()).length;
    expect(await sent()).toBe(3);
    await s.work();
    expect(await sent()).toBe(3);
    s.forward(300);
    await s.work();
    expect(await sent()).toBe(6);
  });

  it('CMP-05 stopped after it was decided but before it left: it does not leave', async () => {
    const s = await place();
    const { id } = await withPhone(s);
    await s.plan(id, { channels: ['sms'] });
    await s.due();
    await s.stop();
    await s.work();
    expect(await only(s)).toMatchObject({ state: 'skipped', reason: 'stopped' });
    expect(await s.outbox()).toEqual([]);
  });
});

describe('CMP-05 paused between the claim and the hand-over', () => {
  /** The team's messages are held at the very moment a gateway has claimed some and has not been handed any. */
  async function heldAtHandover(how: 'pause' | 'stop') {
    const s = await place();
    const { id } = await withPhone(s);
    for (let n = 0; n < 6; n += 1)
      await s.plan(id, { channels: ['sms'], text: `第 ${n}`, recheck: 'asks' });
    const asks = { asks: recheckEach(async () => 'send' as const) };
    await s.due(asks);
    const { db } = s.built;
    const hold = how === 'pause' ? pauseCause : stopCause;
    const write: typeof db.write = async (actor, work) => {
      const done = await db.write(actor, work);
      if (Array.isArray(done) && done.length > 0)
        await s.write((tx) => hold(s.acting, tx, { kind: 'test', id: 'rule-1' }));
      return done;
    };
    const needs = { needs: testNeeds(), gateways: s.gateways, log: quiet };
    expect(await workOutbox(needs, { ...db, write }, s.team)).toBe(true);
    expect(await s.outbox()).toEqual([]);
    await s.work();
    return s;
  }
  const resume = (s: AtGateway) =>
    s.write((tx) => resumeCause(s.acting, tx, { kind: 'test', id: 'rule-1' }));

  it('nothing leaves; when it goes on it is asked again, and what is over by then never leaves', async () => {
    const s = await heldAtHandover('pause');
    const waiting = (await s.listed()).map(({ state, attempts }) => [state, attempts]);
    expect(waiting).toEqual(Array(6).fill(['planned', 0]));
    await s.due();
    expect(await s.outbox()).toEqual([]);
    await resume(s);
    const paid = recheckEach(async (_actor, _tx, { text }) =>
      text === '第 0' ? { skip: 'paid' } : 'send',
    );
    await s.due({ asks: paid });
    for (let n = 0; n < 3; n += 1) {
      s.forward(1_000);
      await s.work();
    }
    expect(await s.outbox()).toHaveLength(5);
    const after = (await s.listed()).map(({ state, reason, attempts }) => [
      state,
      reason,
      attempts,
    ]);
    expect(after).toContainEqual(['skipped', 'paid', 0]);
    expect(
      after.filter(([state, , attempts]) => state !== 'skipped' && attempts === 1),
    ).toHaveLength(5);
  });

  it('stopped, it is skipped and says so', async () => {
    const s = await heldAtHandover('stop');
    expect((await s.listed()).map(({ state, reason }) => [state, reason])).toEqual(
      Array(6).fill(['skipped', 'stopped']),
    );
  });

  it('a gateway that cannot be opened keeps none of the others waiting and holds no message fast', async () => {
    const s = await place();
    const { id } = await withPhone(s);
    const owner = await s.as('何雅琴');
    const broken = await owner.call(outreach.createMessageGateway, {
      ...{
        name: '坏的',
        kind: 'sandbox',
        channel: 'mail',
        shopIds: null,
        options: {},
        secrets: {},
      },
      perSecond: 10,
    } as never);
    await s.plan(id, { channels: ['sms'], text: 'a' });
    await s.plan(id, { channels: ['mail'], text: 'b' });
    await s.due();
    const gateways = {
      ...s.gateways,
      of: (...[team, row]: Parameters<AtGateway['gateways']['of']>) => {
        if (row.id === broken.id) throw new Error('planted');
        return s.gateways.of(team, row);
      },
    };
    const sender = { needs: testNeeds(), gateways, log: quiet };
    await expect(workOutbox(sender, s.built.db, s.team)).rejects.toThrow('planted');
    expect(await s.outbox()).toHaveLength(1);
    const byText = new Map((await s.listed()).map((one) => [one.text, one]));
    expect(byText.get('a')?.sentAt).not.toBeNull();
    expect(byText.get('b')).toMatchObject({ state: 'sending', attempts: 0 });
  });
});

describe('CMP-05 a no said between the decision and the hand-over', () => {
  it('holds: nothing that sells leaves any more, what it does not speak of does', async () => {
    const s = await place();
    const { id } = await withPhone(s);
    await s.plan(id, { channels: ['sms'], topic: 'marketing', text: '上新' });
    await s.plan(id, { channels: ['sms'], text: '您的包裹' });
    await s.due();
    const other = await withPhone(s);
    const no = { buyerId: other.id, shopId: s.shop, channel: 'all', topic: 'marketing' } as const;
    await (await s.as('何雅琴')).call(outreach.createOptOut, no);
    await s.work();
    await s.due();
    const rows = await s.listed();
    const of = (topic: string) => rows.find((one) => one.topic === topic);
    expect(of('marketing')).toMatchObject({ state: 'skipped', reason: 'opted_out', attempts: 0 });
    expect((await s.outbox()).map(({ key }) => key)).toEqual([of('service')?.id]);
  });
});

describe('what a person does about a message nobody knows about', () => {
  it('found out: arrived or lost; sent again: under another key, counted, on record', async () => {
    const s = await place({ fault: 'silent' });
    const { id } = await withPhone(s);
    const [first, second] = [
      await s.plan(id, { channels: ['sms'] }),
      await s.plan(id, { channels: ['sms'] }),
    ];
    await s.due();
    await s.work();
    const owner = await s.as('何雅琴');
    const settled = await owner.call(outreach.settleOutreachMessage, {
      messageId: first.id,
      outcome: 'lost',
    });
    expect(settled).toMatchObject({ state: 'failed', reason: 'settled_lost' });
    const again = await owner.call(outreach.sendOutreachAgain, { messageId: second.id });
    expect(again).toMatchObject({ state: 'sending', round: 2 });
    s.forward(1_000);
    await s.work();
    expect((await s.outbox()).map(({ key }) => key).sort()).toEqual(
      [first.id, second.id, `${second.id}-2`].sort(),
    );
    const agent = await s.as('林小满');
    await expect(
      agent.call(outreach.sendOutreachAgain, { messageId: first.id }),
    ).rejects.toMatchObject({ code: 'access.denied' });
    await expect(
      owner.call(outreach.settleOutreachMessage, { messageId: first.id, outcome: 'arrived' }),
    ).rejects.toMatchObject({ code: 'outreach.not_open' });
  });
});

describe('CMP-04 a no of the buyer', () => {
  it('退订 by text message: nothing more by text message, other ways stay open; undone it goes on', async () => {
    const s = await place();
    const { id } = await withPhone(s);
    const plan = await s.plan(id, { channels: ['sms'] });
    await s.due();
    await s.work();
    await s.replies(phone, ' 退订。');
    await s.replies(phone, ' 退订。');
    const [row] = await s.listed();
    expect(row).toMatchObject({ id: plan.id, reply: ' 退订。' });
    expect(row?.repliedAt).not.toBeNull();
    expect(row?.optedOutAt).not.toBeNull();
    await s.plan(id, { channels: ['sms'], text: 'a' });
    await s.plan(id, { channels: ['sms', 'chat'], text: 'b' });
    await s.due();
    const byText = new Map((await s.listed()).map((one) => [one.text, one]));
    expect(byText.get('a')).toMatchObject({ state: 'skipped', reason: 'opted_out' });
    expect(byText.get('b')).toMatchObject({ state: 'sent', channel: 'chat' });
    const agent = await s.as('林小满');
    const { items } = await agent.call(outreach.listOptOuts, { buyerId: id, standing: true });
    expect(items).toMatchObject([{ channel: 'sms', topic: 'all', source: 'sms' }]);
    await agent.call(outreach.undoOptOut, { optOutId: items[0]?.id ?? '' });
    await s.plan(id, { channels: ['sms'], text: 'c' });
    await s.due();
    expect((await s.listed())[0]).toMatchObject({ text: 'c', state: 'sending' });
  });

  it('in the chat: only the words that can mean nothing else, and only as an answer to a message of ours', async () => {
    const s = await place();
    const asking = await s.asks();
    const [of] = await s.rows<{ id: string }>(
      sql`select buyer_id as id from conversations where id = ${asking.id}`,
    );
    const id = of?.id ?? '';
    await asking.say('退订');
    await s.settle();
    await s.plan(id, { topic: 'marketing' });
    await s.due();
    expect(await only(s)).toMatchObject({ state: 'sent', repliedAt: null });
    await asking.say('N');
    await s.settle();
    const { items: none } = await (await s.as('何雅琴')).call(outreach.listOptOuts, {});
    expect(none).toEqual([]);
    expect((await only(s))?.repliedAt).not.toBeNull();
    await asking.say('TD');
    await s.settle();
    const { items } = await (await s.as('何雅琴')).call(outreach.listOptOuts, {});
    expect(items).toMatchObject([{ channel: 'chat', topic: 'marketing', source: 'chat' }]);
    s.at('2026-03-20T12:00');
    await s.plan(id, { topic: 'marketing', text: 'again' });
    await s.plan(id, { text: 'service' });
    await s.due();
    const byText = new Map((await s.listed()).map((one) => [one.text, one.state]));
    expect([byText.get('again'), byText.get('service')]).toEqual(['skipped', 'sent']);
  });

  it('noted by a colleague, on record; a blocked buyer is never written to', async () => {
    const s = await place();
    const { id } = await withPhone(s);
    const agent = await s.as('林小满');
    const no = { buyerId: id, shopId: s.shop, channel: 'all', topic: 'marketing' } as const;
    const first = await agent.call(outreach.createOptOut, no);
    expect(await agent.call(outreach.createOptOut, no)).toMatchObject({ id: first.id });
    expect(first).toMatchObject({ source: 'person', byName: '林小满', can: ['undoOptOut'] });
    await s.plan(id, { topic: 'marketing', channels: ['chat', 'sms', 'mail'] });
    await s.due();
    expect(await only(s)).toMatchObject({ state: 'skipped', reason: 'opted_out' });
    await s.write((tx) =>
      run(
        tx,
        sql`insert into blocklistings (team_id, buyer_id, reason) values (${tx.team}, ${id}, 'x')`,
      ),
    );
    await s.plan(id);
    await s.due();
    expect(await only(s)).toMatchObject({ state: 'skipped', reason: 'blocked' });
    await expect(
      agent.call(outreach.createOptOut, { ...no, buyerId: newId() }),
    ).rejects.toMatchObject({ code: 'outreach.buyer_not_found' });
  });
});

describe('CMP-04 the way out of advertising', () => {
  it('stands at its end, in what is kept and what is counted; a word about an order goes as it is', async () => {
    const s = await place();
    const { id } = await withPhone(s);
    await s.plan(id, { channels: ['sms'], topic: 'marketing', text: '上新啦' });
    await s.plan(id, { channels: ['sms'], text: '已发货' });
    await s.due();
    expect((await s.listed()).map(({ text }) => text).sort()).toEqual(['上新啦 退订回T', '已发货']);
    const agent = await s.as('林小满');
    expect(await agent.call(outreach.getSmsTerms, { shopId: s.shop })).toEqual({
      ...{ gateway: 'sandbox', priceMicros: 45_000, currency: 'CNY' },
    });
    await expect(agent.call(outreach.getSmsTerms, { shopId: newId() })).rejects.toMatchObject({
      code: 'shop.not_found',
    });
  });
});

describe('an answer nobody sent for', () => {
  it('from an unknown number is kept and changes nothing', async () => {
    const s = await place();
    await s.write((tx) =>
      hear(
        s.acting,
        tx,
        s.gateway,
        [
          {
            ...{ kind: 'reply', eventId: 'x', from: '+8613900000000', text: '退订' },
            at: new Date('2026-03-18T04:00:00Z'),
          } as const,
        ],
        digest(),
      ),
    );
    const { items } = await (await s.as('何雅琴')).call(outreach.listOptOuts, {});
    expect(items).toEqual([]);
  });
});
