import { conversations, notices } from '@guitai/contract';
import { beforeAll, describe, expect, it } from 'vitest';
import { system } from '../src/kernel/actor.ts';
import { emit, eventType } from '../src/kernel/events.ts';
import { newId } from '../src/kernel/ids.ts';
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
});
