import { conversations, notices, outreach } from '@guitai/contract';
import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { system } from '../src/kernel/actor.ts';
import { emit, eventType } from '../src/kernel/events.ts';
import { newId } from '../src/kernel/ids.ts';
import { notify } from '../src/modules/notices/index.ts';
import { type Talk, talk } from './talk.ts';

let t: Talk;
beforeAll(async () => {
  t = await talk();
});

/** Says in the log what a module would have said. */
async function said(type: string, data: object): Promise<string> {
  const event = eventType(type);
  if (!event) throw new Error(`${type} is not declared`);
  const actor = system(t.team, 'test');
  const subject = newId();
  await t.db.write(actor, async (tx) =>
    emit(tx, event, { subject, actor, reach: { shop: t.shop }, data: data as never }),
  );
  await t.settle();
  return subject;
}

const bell = async (person: Parameters<Talk['as']>[0]) =>
  (await (await t.as(person)).call(notices.listNotices, { limit: 200 })).items;

describe('NOT-02 what happens elsewhere reaches the bell, once', () => {
  it('CONV-15 a chat handed over; not one that was taken', async () => {
    const { id } = await t.asks('尺码偏大吗');
    const agent = await t.as('林小满');
    await agent.call(conversations.takeConversation, { conversationId: id });
    await agent.call(conversations.assignConversation, {
      conversationId: id,
      memberId: t.member('周启明'),
      note: '问尺码',
    });
    await t.settle();
    const mine = (await bell('周启明')).filter(({ subject }) => subject.id === id);
    expect(mine).toMatchObject([{ kind: 'chat_handed', path: `/inbox/mine/${id}`, params: {} }]);
    expect((await bell('林小满')).filter(({ subject }) => subject.id === id)).toEqual([]);
  });

  it('a webhook that was paused, a connection that fails, a case that is due: to who can do something', async () => {
    const ids = { webhookId: newId(), connectionId: newId(), caseId: newId() };
    await said('webhook.changed', { webhookId: ids.webhookId, name: '仓库', paused: 'failing' });
    await said('webhook.changed', { webhookId: newId(), name: '仓库', paused: null });
    const connection = { connectionId: ids.connectionId, shopId: t.shop, enabled: true };
    await said('connection.changed', { ...connection, state: 'down' });
    await said('connection.changed', { ...connection, state: 'ok' });
    const case_ = { caseId: ids.caseId, shopId: t.shop, dueAt: '2026-12-01T00:00:00.000Z' };
    await said('case.deadline_near', case_);
    await said('case.deadline_near', case_);
    await said('case.deadline_passed', case_);
    const about = (items: Awaited<ReturnType<typeof bell>>) =>
      items
        .filter(({ subject }) => Object.values(ids).includes(subject.id))
        .map(({ kind, params }) => `${kind} ${params.stage ?? params.state ?? params.name}`)
        .sort();
    expect(about(await bell('何雅琴'))).toEqual([
      'case_due near',
      'case_due passed',
      'connection_down down',
      'webhook_paused 仓库',
    ]);
    expect(about(await bell('林小满'))).toEqual(['case_due near', 'case_due passed']);
    expect(about(await bell('方予安'))).toEqual([]);
  });

  it('NOT-03 a mail leaves through the team’s own gateway; without one nothing leaves', async () => {
    const owner = await t.as('何雅琴');
    const agent = t.member('林小满');
    await (await t.as('林小满')).call(notices.setNoticeSettings, {
      kinds: [{ kind: 'task_due', ways: ['list', 'mail'] }],
      manners: { mailMinutes: 1 },
    });
    const robot = system(t.team, 'test');
    const jobs = t.modules.flatMap((module) => module.jobs);
    const perform = async (name: string, payload: object) => {
      const job = jobs.find((one) => one.name === name);
      if (job?.performBare) return job.performBare(robot, t.db, payload as never);
      return t.db.write(robot, async (tx) => job?.perform(robot, tx, payload as never));
    };
    const mailed = async (key: string) => {
      await t.db.write(robot, (tx) =>
        notify(tx, {
          to: [agent],
          kind: 'task_due',
          shopId: t.shop,
          subject: { kind: 'task', id: newId() },
          path: '/tasks',
          params: {},
          key,
        }),
      );
      const [notice] = await bell('林小满');
      await perform('notices.mailDue', { noticeId: notice?.id, minutes: 1 });
      const [mail] = await t.rows<{ id: string }>(
        sql`select id from notice_mails where notice_ids @> array[${notice?.id}::uuid]`,
      );
      await perform('notices.sendMail', { mailId: mail?.id });
      const [row] = await t.rows<{ state: string }>(
        sql`select state from notice_mails where id = ${mail?.id}`,
      );
      return row?.state;
    };
    expect((await owner.call(notices.getNoticeSettings, {})).mail).toBe(false);
    expect(await mailed('one')).toBe('unsent');
    const { id: gatewayId } = await owner.call(outreach.createMessageGateway, {
      ...{
        name: '沙箱',
        kind: 'sandbox',
        channel: 'mail',
        shopIds: null,
        options: {},
        secrets: {},
      },
    });
    expect((await owner.call(notices.getNoticeSettings, {})).mail).toBe(true);
    expect(await mailed('two')).toBe('sent');
    const { items } = await owner.call(outreach.listSandboxMessages, { gatewayId });
    expect(items).toHaveLength(1);
    expect(items[0]?.text).toContain('任务到期');
  });
});
