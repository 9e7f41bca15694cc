import { access, conversations, shops } from '@guitai/contract';
import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Browser, Person } from '../../../test/office.ts';
import { clientKey, codeOf, type Talk, talk } from '../../../test/talk.ts';
import { system } from '../../kernel/actor.ts';
import { clock } from '../../kernel/clock.ts';
import { assignToFree } from './assignment.ts';
import { touchPresence } from './presence.store.ts';

let t: Talk;
let lead: Browser;
let agent: Browser;
beforeAll(async () => {
  t = await talk();
  lead = await t.as('周启明');
  agent = await t.as('林小满');
});

const acting = () => system(t.team, 'test');
const comesOnline = (...who: Person[]) =>
  t.built.db.write(acting(), (tx) =>
    touchPresence(
      tx,
      who.map((one) => t.member(one)),
    ),
  );
const everyoneLeaves = () =>
  t.built.db.write(acting(), async (tx) => {
    const { run } = await import('../../kernel/tx.ts');
    await run(tx, sql`update presence set live_until = '-infinity'`);
  });
const holder = async (id: string) =>
  (await lead.call(conversations.getConversation, { conversationId: id })).assigneeId;

describe('who serves the buyer', () => {
  it('takes from the queue: the first to ask has it', async () => {
    const { id } = await t.asks();
    const tries = await Promise.all(
      [lead, agent].map((who) =>
        codeOf(who.call(conversations.takeConversation, { conversationId: id })),
      ),
    );
    expect(tries.filter((code) => code === 'done')).toHaveLength(1);
    // The agent may see only what is theirs or nobody's: what a colleague took is not there any more.
    const lost = tries.find((code) => code !== 'done');
    expect(['conversation.taken_meanwhile', 'conversation.not_found']).toContain(lost);
  });

  it('an observer takes nothing', async () => {
    const { id } = await t.asks();
    const observer = await t.as('方予安');
    const code = await codeOf(
      observer.call(conversations.takeConversation, { conversationId: id }),
    );
    expect(code).toBe('access.denied');
    expect(await holder(id)).toBeNull();
  });

  it('CONV-15 hands over with a note, and back to the queue', async () => {
    const { id } = await t.asks();
    await lead.call(conversations.takeConversation, { conversationId: id });
    await lead.call(conversations.assignConversation, {
      conversationId: id,
      memberId: t.member('林小满'),
      note: '要改地址，客人急',
    });
    expect(await holder(id)).toBe(t.member('林小满'));
    const { items } = await agent.call(conversations.listMessages, { conversationId: id });
    expect(items.find(({ kind }) => kind === 'note')?.text).toBe('要改地址，客人急');
    expect(items.at(-1)?.line).toMatchObject({
      code: 'conversation.transferred',
      params: { fromName: '周启明', toName: '林小满', note: '要改地址，客人急' },
    });
    await agent.call(conversations.assignConversation, { conversationId: id, memberId: null });
    expect(await holder(id)).toBeNull();
  });

  it('CONV-15 gives nothing to who cannot answer, and nothing over a colleague’s head', async () => {
    const { id } = await t.asks();
    const give = (memberId: string, holderId?: string | null) =>
      codeOf(
        lead.call(conversations.assignConversation, {
          conversationId: id,
          memberId,
          ...(holderId === undefined ? {} : { holderId }),
        }),
      );
    expect(await give(t.member('方予安'))).toBe('conversation.assignee_unfit');
    expect(await give(crypto.randomUUID())).toBe('conversation.assignee_unfit');
    expect(await give(t.member('林小满'), t.member('何雅琴'))).toBe('conversation.taken_meanwhile');
    expect(await give(t.member('林小满'), null)).toBe('done');
  });

  it('CONV-15 what was just handed over may be given back once, within a minute, by its receiver', async () => {
    const { id } = await t.asks();
    const handOver = () =>
      lead.call(conversations.assignConversation, {
        conversationId: id,
        memberId: t.member('林小满'),
      });
    const giveBack = (who: Browser) =>
      codeOf(who.call(conversations.refuseAssignment, { conversationId: id }));
    await handOver();
    expect(await giveBack(lead)).toBe('conversation.refusal_late');
    expect(await giveBack(agent)).toBe('done');
    expect(await holder(id)).toBeNull();
    expect(await giveBack(agent)).toBe('conversation.refusal_late');
    const { items } = await agent.call(conversations.listMessages, { conversationId: id });
    expect(items.at(-1)?.line).toMatchObject({
      code: 'conversation.handover_refused',
      params: { byName: '林小满' },
    });
    await handOver();
    const real = clock.now;
    clock.now = () => real() + 61_000;
    const late = await giveBack(agent).finally(() => {
      clock.now = real;
    });
    expect(late).toBe('conversation.refusal_late');
    expect(await holder(id)).toBe(t.member('林小满'));
    await lead.call(conversations.assignConversation, { conversationId: id, memberId: null });
  });

  it('CONV-15 a shop may want a note with every handover', async () => {
    const { id } = await t.asks();
    const owner = await t.as('何雅琴');
    const setTo = (handoverNoteRequired: boolean) =>
      owner.call(shops.updateShopSettings, { shopId: t.shop, handoverNoteRequired });
    const give = (note: string) =>
      codeOf(
        lead.call(conversations.assignConversation, {
          conversationId: id,
          memberId: t.member('林小满'),
          note,
        }),
      );
    await setTo(true);
    expect(await give(' ')).toBe('conversation.handover_note_missing');
    expect(await give('客人只会说粤语')).toBe('done');
    // Who takes a chat over from a colleague who is not here has nobody to tell.
    const mine = { conversationId: id, memberId: t.member('周启明') };
    const holderId = t.member('林小满');
    await lead.call(conversations.assignConversation, { ...mine, holderId });
    expect(await holder(id)).toBe(t.member('周启明'));
    await setTo(false);
    await lead.call(conversations.assignConversation, { conversationId: id, memberId: null });
  });

  it('a new conversation goes to the one online who holds the fewest; to nobody when nobody is there', async () => {
    await everyoneLeaves();
    const alone = await t.asks();
    await t.settle();
    expect(await holder(alone.id)).toBeNull();
    await comesOnline('周启明', '林小满', '方予安');
    const asked = [];
    for (let n = 0; n < 4; n += 1) {
      asked.push((await t.asks()).id);
      await t.settle();
    }
    const held = await Promise.all(asked.map(holder));
    const count = (who: Person) => held.filter((id) => id === t.member(who)).length;
    expect(count('方予安')).toBe(0);
    expect(count('周启明') + count('林小满')).toBe(4);
    expect(Math.abs(count('周启明') - count('林小满'))).toBeLessThanOrEqual(2);
    await everyoneLeaves();
  });

  it('ASG-10 a hand wins over the system, whoever comes first', async () => {
    await comesOnline('周启明');
    for (let n = 0; n < 10; n += 1) {
      const { id } = await t.asks();
      await Promise.all([
        t.built.db.write(acting(), (tx) => assignToFree(acting(), tx, id)),
        codeOf(
          lead.call(conversations.assignConversation, {
            conversationId: id,
            memberId: t.member('林小满'),
          }),
        ),
      ]);
      expect(await holder(id)).toBe(t.member('林小满'));
    }
    await everyoneLeaves();
  });

  it('RT-09 what one set by hand survives, and an away colleague is given nothing', async () => {
    await comesOnline('林小满');
    await agent.call(conversations.setPresence, { status: 'away' });
    const { id } = await t.asks();
    await t.settle();
    expect(await holder(id)).toBeNull();
    const again = await t.as('林小满');
    const { items } = await again.call(conversations.listPresence, {});
    expect(items.find(({ memberId }) => memberId === t.member('林小满'))).toMatchObject({
      status: 'away',
      chosen: 'away',
    });
    await agent.call(conversations.setPresence, { status: 'online' });
    await everyoneLeaves();
    const left = (await again.call(conversations.listPresence, {})).items;
    expect(left.every(({ status }) => status === 'offline')).toBe(true);
  });

  it('ACL-02 an agent sees own and queued conversations in lists, counts, messages and alone', async () => {
    const mine = await t.asks('给小满');
    const theirs = await t.asks('给启明');
    await agent.call(conversations.takeConversation, { conversationId: mine.id });
    await lead.call(conversations.takeConversation, { conversationId: theirs.id });
    const list = await agent.call(conversations.listConversations, { view: 'all', limit: 200 });
    const ids = list.items.map(({ id }) => id);
    expect(ids).toContain(mine.id);
    expect(ids).not.toContain(theirs.id);
    expect(list.counts?.all).toBe(ids.length);
    const foreign = { conversationId: theirs.id };
    const asked = [
      agent.call(conversations.getConversation, foreign),
      agent.call(conversations.listMessages, foreign),
      agent.call(conversations.sendMessage, { ...foreign, clientKey: clientKey(), text: '?' }),
      agent.call(conversations.addNote, { ...foreign, clientKey: clientKey(), text: '?' }),
      agent.call(conversations.closeConversation, foreign),
      agent.call(conversations.markConversationRead, { ...foreign, seq: 1 }),
      agent.call(conversations.putDraft, { ...foreign, kind: 'reply', text: '?' }),
      agent.call(conversations.getDrafts, foreign),
    ];
    const codes = await Promise.all(asked.map(codeOf));
    expect(new Set(codes)).toEqual(new Set(['conversation.not_found']));
    const nowhere = agent.call(conversations.getConversation, {
      conversationId: crypto.randomUUID(),
    });
    expect(await codeOf(nowhere)).toBe('conversation.not_found');
  });

  it('ACL-04 what a deactivated member held goes back to the queue', async () => {
    const own = await talk();
    const [owner, leaving] = [await own.as('何雅琴'), await own.as('林小满')];
    const { id } = await own.asks();
    await leaving.call(conversations.takeConversation, { conversationId: id });
    await owner.call(access.deactivateMember, { memberId: own.member('林小满') });
    await own.settle();
    const { assigneeId, state } = await owner.call(conversations.getConversation, {
      conversationId: id,
    });
    expect([assigneeId, state]).toEqual([null, 'open']);
  });

  it('ACL-04 a leaver’s chats are handed over in one go to who may answer them', async () => {
    const own = await talk();
    const [owner, leaving] = [await own.as('何雅琴'), await own.as('林小满')];
    const held = [await own.asks(), await own.asks()].map(({ id }) => id);
    for (const conversationId of held)
      await leaving.call(conversations.takeConversation, { conversationId });
    const memberId = own.member('林小满');
    const toNobody = owner.call(access.deactivateMember, { memberId, handOverTo: memberId });
    expect(await codeOf(toNobody)).toBe('member.heir_unfit');
    await owner.call(access.deactivateMember, { memberId, handOverTo: own.member('周启明') });
    await own.settle();
    for (const conversationId of held) {
      const { assigneeId } = await owner.call(conversations.getConversation, { conversationId });
      expect(assigneeId).toBe(own.member('周启明'));
    }
  });

  it('ACL-04 an heir who may not answer there does not get the chats', async () => {
    const own = await talk();
    const [owner, leaving] = [await own.as('何雅琴'), await own.as('林小满')];
    const { id: conversationId } = await own.asks();
    await leaving.call(conversations.takeConversation, { conversationId });
    await owner.call(access.deactivateMember, {
      memberId: own.member('林小满'),
      handOverTo: own.member('方予安'),
    });
    await own.settle();
    const { assigneeId } = await owner.call(conversations.getConversation, { conversationId });
    expect(assigneeId).toBeNull();
  });

  it('the reply says what this reader may do next', async () => {
    const { id } = await t.asks();
    const observer = await t.as('方予安');
    const can = async (who: Browser) =>
      (await who.call(conversations.getConversation, { conversationId: id })).can;
    expect(await can(observer)).toEqual([]);
    expect(await can(agent)).toEqual([
      'sendMessage',
      'uploadFile',
      'sendProductCard',
      'addNote',
      'takeConversation',
      'assignConversation',
      'closeConversation',
      'snoozeConversation',
      'markSpam',
    ]);
    await agent.call(conversations.takeConversation, { conversationId: id });
    expect(await can(agent)).not.toContain('takeConversation');
    await agent.call(conversations.closeConversation, { conversationId: id });
    expect(await can(agent)).toEqual([
      'sendMessage',
      'uploadFile',
      'sendProductCard',
      'addNote',
      'reopenConversation',
      'markSpam',
    ]);
  });
});
