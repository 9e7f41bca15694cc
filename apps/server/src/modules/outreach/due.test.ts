import { channels } from '@guitai/contract';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { digest, type Sending, sending } from '../../../test/outreach.ts';
import { newId } from '../../kernel/ids.ts';
import { run } from '../../kernel/tx.ts';
import { decideDue, markConverted, pauseCause, resumeCause, stopCause } from './index.ts';

const cause = { kind: 'test', id: 'rule-1' };

async function atNoon(): Promise<Sending> {
  const s = await sending();
  s.at('2026-03-18T12:00');
  return s;
}

const states = async (s: Sending) =>
  (await s.listed()).map(({ state, reason }) => (reason ? `${state} ${reason}` : state));

describe('CMP-01 a message is planned once and sent once', () => {
  it('the same key is the same message; it stands in the chat once, and its row says when', async () => {
    const s = await atNoon();
    const asking = await s.asks();
    const [of] = await s.rows<{ buyer_id: string }>(
      sql`select buyer_id from conversations where id = ${asking.id}`,
    );
    const buyer_id = of?.buyer_id ?? '';
    const key = newId();
    const first = await s.plan(buyer_id, { key });
    expect(await s.plan(buyer_id, { key })).toEqual({ id: first.id, state: 'exists' });
    expect(await s.due()).toBe(1);
    expect(await s.due()).toBe(0);
    const chat = await asking.buyer.call(channels.getChat);
    expect(chat.messages.filter((m) => m.text === '您的包裹已发出。')).toHaveLength(1);
    const [row] = await s.listed();
    expect(row).toMatchObject({
      ...{ id: first.id, state: 'sent', channel: 'chat', attempts: 1, buyerId: buyer_id },
      cause: { ...cause, step: 'shipped' },
      sentAt: '2026-03-18T04:00:00.000Z',
    });
    expect((await s.eventTypes()).filter((type) => type.startsWith('outreach.'))).toEqual([
      'outreach.planned',
      'outreach.sent',
    ]);
  });

  it('CMP-03 whoever dies while deciding leaves nothing: neither a message nor a state', async () => {
    const s = await atNoon();
    const { id } = await s.buyer();
    await s.plan(id, { recheck: 'dies' });
    const dies = { dies: () => Promise.reject(new Error('kill')) };
    await expect(s.due(dies)).rejects.toThrow('kill');
    expect(await states(s)).toEqual(['planned']);
    const lives = {
      dies: async (_a: unknown, _t: unknown, m: readonly { id: string }[]) =>
        new Map(m.map((one) => [one.id, 'send' as const])),
    };
    await s.due(lives);
    expect(await states(s)).toEqual(['sent']);
  });

  it('two that decide at once send once', async () => {
    const s = await atNoon();
    const { id } = await s.buyer();
    for (let n = 0; n < 5; n += 1) await s.plan(id);
    const rounds = await Promise.all(
      [1, 2, 3, 4].map(() => decideDue(s.built.db, s.team, {}, 200, digest())),
    );
    expect(rounds.reduce((sum, one) => sum + (one === 'taken' ? 0 : one.done), 0)).toBe(5);
    expect(await states(s)).toEqual(Array(5).fill('sent'));
  });
});

describe('CMP-06 asked again at the moment of sending', () => {
  it('paid meanwhile: skipped, and says so; later: moved; other words: those are sent', async () => {
    const s = await atNoon();
    const asking = await s.buyer();
    const paid = await s.plan(asking.id, { recheck: 'ask', text: 'paid' });
    const moved = await s.plan(asking.id, { recheck: 'ask', text: 'later' });
    const reworded = await s.plan(asking.id, { recheck: 'ask', text: 'words' });
    const silent = await s.plan(asking.id, { recheck: 'ask', text: 'silent' });
    await s.due({
      ask: async (_actor, _tx, messages) => {
        const verdicts = new Map();
        for (const { id, text } of messages) {
          if (text === 'paid') verdicts.set(id, { skip: 'paid' });
          if (text === 'later') verdicts.set(id, { later: new Date('2026-03-18T06:00:00Z') });
          if (text === 'words') verdicts.set(id, { text: '还剩 2 小时' });
        }
        return verdicts;
      },
    });
    const rows = new Map((await s.listed()).map((row) => [row.id, row]));
    expect(rows.get(paid.id)).toMatchObject({ state: 'skipped', reason: 'paid', sentAt: null });
    expect(rows.get(moved.id)).toMatchObject({
      state: 'planned',
      dueAt: '2026-03-18T06:00:00.000Z',
    });
    expect(rows.get(reworded.id)).toMatchObject({ state: 'sent', text: '还剩 2 小时' });
    expect(rows.get(silent.id)).toMatchObject({ state: 'skipped', reason: 'gone' });
  });

  it('after ten days without power what is stale is not sent', async () => {
    const s = await atNoon();
    const { id } = await s.buyer();
    await s.plan(id);
    await s.plan(id, { expiresAt: new Date('2026-04-30T00:00:00Z') });
    s.at('2026-03-28T12:00');
    await s.due();
    expect((await states(s)).sort()).toEqual(['sent', 'skipped expired']);
  });
});

describe('CMP-04 what is enforced for all causes together', () => {
  it('quiet hours move a message to the morning; the urgent one comes at once; marketing is never urgent', async () => {
    const s = await atNoon();
    const { id } = await s.buyer();
    s.at('2026-03-18T23:10');
    const calm = await s.plan(id);
    const urgent = await s.plan(id, { urgent: true });
    const marketing = await s.plan(id, { urgent: true, topic: 'marketing' });
    await s.due();
    const rows = new Map((await s.listed()).map((row) => [row.id, row]));
    expect(rows.get(calm.id)).toMatchObject({
      state: 'planned',
      dueAt: '2026-03-19T00:30:00.000Z',
    });
    expect(rows.get(urgent.id)).toMatchObject({ state: 'sent' });
    expect(rows.get(marketing.id)).toMatchObject({ state: 'planned' });
    s.at('2026-03-19T08:30');
    await s.due();
    expect((await states(s)).sort()).toEqual(['sent', 'sent', 'sent']);
  });

  it('the cap counts over all causes, within a batch too; a week later there is room again', async () => {
    const s = await atNoon();
    const { id } = await s.buyer();
    const marketing = (n: number) =>
      s.plan(id, { topic: 'marketing', cause: { ...cause, id: `rule-${n}`, step: '' } });
    await marketing(1);
    await marketing(2);
    await s.plan(id);
    await s.due();
    expect((await states(s)).sort()).toEqual(['sent', 'sent', 'skipped cap_day']);
    s.at('2026-03-19T12:01');
    await marketing(3);
    await s.due();
    s.at('2026-03-20T12:02');
    await marketing(4);
    await s.due();
    s.at('2026-03-21T12:03');
    await marketing(5);
    await s.due();
    expect((await states(s)).filter((one) => one === 'skipped cap_week')).toHaveLength(1);
    s.at('2026-03-26T12:04');
    await marketing(6);
    await s.due();
    expect((await states(s)).filter((one) => one === 'sent')).toHaveLength(5);
  });

  it('nobody without a conversation is written to in the chat', async () => {
    const s = await atNoon();
    const { id, conversation } = await s.buyer();
    await s.write((tx) =>
      run(tx, sql`update conversations set state = 'spam' where id = ${conversation}`),
    );
    await s.plan(id);
    await s.plan(id, { conversationId: conversation });
    await s.plan(id, { channels: ['sms', 'mail'] });
    await s.due();
    expect((await states(s)).sort()).toEqual([
      'skipped no_chat',
      'skipped no_chat',
      'skipped no_phone',
    ]);
  });
});

describe('CMP-05 a cause is paused, resumed and stopped', () => {
  it('paused nothing of it is sent, others go on; resumed it is; stopped all that waits says so', async () => {
    const s = await atNoon();
    const { id } = await s.buyer();
    await s.plan(id);
    const other = await s.plan(id, { cause: { kind: 'test', id: 'rule-2', step: '' } });
    await s.write((tx) => pauseCause(s.acting, tx, cause));
    await s.due();
    expect((await s.listed({ state: 'sent' })).map((m) => m.id)).toEqual([other.id]);
    await s.write((tx) => resumeCause(s.acting, tx, cause));
    await s.due();
    expect(await states(s)).toEqual(['sent', 'sent']);
    await s.plan(id, { notBefore: new Date('2026-03-25T00:00:00Z') });
    await s.write((tx) => stopCause(s.acting, tx, cause));
    await s.due();
    expect((await states(s)).sort()).toEqual(['sent', 'sent', 'skipped stopped']);
  });
});

describe('CMP-02 what came of a message', () => {
  it('converted is said once, and only of what left the house', async () => {
    const s = await atNoon();
    const { id } = await s.buyer();
    const sent = await s.plan(id);
    await s.due();
    const waiting = await s.plan(id);
    const order = newId();
    const mark = (message: string) => s.write((tx) => markConverted(s.acting, tx, message, order));
    expect([await mark(sent.id), await mark(sent.id), await mark(waiting.id)]).toEqual([
      true,
      false,
      false,
    ]);
    expect((await s.eventTypes()).filter((type) => type === 'outreach.converted')).toHaveLength(1);
  });
});
