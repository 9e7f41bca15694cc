import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { messageId } from './post.id.ts';
import { postedJson, summaryJson } from './post.json.ts';
import {
  aboutOf,
  afterMessage,
  answeredMeanwhile,
  type Card,
  lastTextOf,
  type Standing,
  type Words,
  waitingAfter,
} from './post.rules.ts';

const id = '01900000-0000-7000-8000-000000000001';
const t = (second: number) => new Date(1_800_000_000_000 + second * 1000).toISOString();

const standing: Standing = {
  id,
  version: 1,
  shopId: id,
  shopName: '青竹家居',
  channelId: id,
  channelKind: 'web',
  buyerId: id,
  buyerName: '王晓敏 "\\',
  state: 'open',
  assigneeId: null,
  waitingSince: null,
  snoozedUntil: null,
  snoozedForOrder: false,
  lastSeq: 0,
  lastText: '',
  lastKind: null,
  lastAuthorKind: null,
  lastAt: t(0),
  replySeq: 0,
  replyBy: null,
  inbound: 0,
  outbound: 0,
  buyerReadSeq: 0,
  buyerReadOutbound: 0,
  staffReadSeq: 0,
  blocked: false,
  previousId: null,
  openedAt: t(0),
  resolvedAt: null,
  page: null,
};

const words = (part: Partial<Words>): Words => ({
  id,
  kind: 'text',
  authorKind: 'buyer',
  authorId: id,
  authorName: '王晓敏',
  text: '在吗',
  card: null,
  file: null,
  line: null,
  clientKey: null,
  ...part,
});

const by = {
  buyer: words({}),
  person: words({ authorKind: 'member', authorId: 'm' }),
  picture: words({ authorKind: 'member', authorId: 'm', kind: 'image', text: '' }),
  card: words({ authorKind: 'member', authorId: 'm', kind: 'card', text: '' }),
  note: words({ authorKind: 'member', authorId: 'm', kind: 'note' }),
  line: words({ authorKind: 'system', authorId: null, kind: 'line', text: '' }),
  robot: words({ authorKind: 'system', authorId: null }),
};

describe('the waiting clock', () => {
  it('CONV-10 starts with the first unanswered word and is not moved by further ones', () => {
    const first = afterMessage(standing, by.buyer, t(1));
    expect(first.waitingSince).toBe(t(1));
    expect(afterMessage(first, by.buyer, t(9)).waitingSince).toBe(t(1));
  });

  it('CONV-10 is stopped by a person’s public answer alone: not by a note, a line or a robot', () => {
    const waiting = afterMessage(standing, by.buyer, t(1));
    for (const kind of ['note', 'line', 'robot'] as const)
      expect(afterMessage(waiting, by[kind], t(2)).waitingSince, kind).toBe(t(1));
    for (const kind of ['person', 'picture', 'card'] as const)
      expect(afterMessage(waiting, by[kind], t(2)).waitingSince, kind).toBeNull();
  });

  it('CONV-10 shows the first unanswered word whatever is said in whatever order', () => {
    const kinds = Object.keys(by) as (keyof typeof by)[];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...kinds), { maxLength: 60 }), (said) => {
        let now = standing;
        said.forEach((kind, n) => {
          now = afterMessage(now, by[kind], t(n + 1));
        });
        const answers = new Set(['person', 'picture', 'card']);
        const lastAnswer = said.findLastIndex((kind) => answers.has(kind));
        const waits = said.findIndex((kind, n) => n > lastAnswer && kind === 'buyer');
        expect(now.waitingSince).toBe(waits < 0 ? null : t(waits + 1));
        expect(now.lastSeq).toBe(said.length);
        expect(now.version).toBe(1 + said.length);
        expect(now.inbound).toBe(said.filter((kind) => kind === 'buyer').length);
      }),
    );
  });

  it('waitingAfter says the same of one message', () => {
    expect(waitingAfter(null, by.buyer, t(3))).toBe(t(3));
    expect(waitingAfter(t(1), by.person, t(3))).toBeNull();
  });
});

describe('a message in its conversation', () => {
  it('CONV-12 a blocked buyer’s word takes a number and changes nothing else', () => {
    const blocked = { ...standing, blocked: true };
    const after = afterMessage(blocked, by.buyer, t(5));
    expect(after).toEqual({ ...blocked, version: 2, lastSeq: 1 });
  });

  it('a line leaves the last words of people alone', () => {
    const talked = afterMessage(standing, by.buyer, t(1));
    expect(afterMessage(talked, by.line, t(2))).toEqual({ ...talked, version: 3, lastSeq: 2 });
  });

  it('CONV-02 the list tells what a card is about, and nothing of a picture', () => {
    const card = { type: 'tracking', orderNumber: '20260318-071' } as Card;
    const sent = { ...by.person, kind: 'card', text: '', card } as const;
    expect(afterMessage(standing, sent, t(1)).lastText).toBe('20260318-071');
    const act = { type: 'act', title: '退款', orderNumber: '20260318-071' } as Card;
    expect(aboutOf(act)).toBe('退款 20260318-071');
    const titled = { type: 'info', title: '满 200 减 20' } as Card;
    expect(aboutOf(titled)).toBe('满 200 减 20');
    expect(afterMessage(standing, { ...sent, kind: 'image', card: null }, t(1)).lastText).toBe('');
  });

  it('MSG-08 never goes back in time, whatever the machine’s clock does', () => {
    const late = afterMessage(standing, by.buyer, t(100));
    expect(afterMessage(late, by.person, t(40)).lastAt).toBe(t(100));
  });

  it('CONV-14 knows a colleague’s answer one has not seen, not one’s own', () => {
    const answered = afterMessage(standing, by.person, t(1));
    expect(answeredMeanwhile(answered, 'other', 0)).toBe(true);
    expect(answeredMeanwhile(answered, 'other', 1)).toBe(false);
    expect(answeredMeanwhile(answered, 'm', 0)).toBe(false);
  });

  it('cuts the last words at a character', () => {
    const text = `${'a'.repeat(119)}😀`;
    expect(lastTextOf(text)).toBe('a'.repeat(119));
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (any) => {
        expect(lastTextOf(any).length).toBeLessThanOrEqual(120);
        expect(any.startsWith(lastTextOf(any))).toBe(true);
        if (any.isWellFormed()) expect(lastTextOf(any).isWellFormed()).toBe(true);
      }),
    );
  });

  it('writes JSON that reads back, whatever the texts are', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 50 }), (name) => {
        const named = { ...standing, buyerName: name, shopName: name, lastText: name };
        const read = JSON.parse(postedJson('{}', named, named));
        expect(read.conversation).toEqual(JSON.parse(summaryJson(named)));
        expect(read.conversation.buyerName).toBe(name);
        expect(read.was).toEqual({ state: 'open', assigneeId: null });
      }),
    );
  });
});

describe('the id of a message', () => {
  const member = { kind: 'member', member: 'a', team: id } as never;
  const other = { kind: 'member', member: 'b', team: id } as never;

  it('MSG-01 is the same for the same author, place and key, and different for any other', () => {
    expect(messageId(member, id, 'key-1234')).toBe(messageId(member, id, 'key-1234'));
    expect(messageId(member, id, 'key-1234')).not.toBe(messageId(other, id, 'key-1234'));
    expect(messageId(member, id, 'key-1234')).not.toBe(messageId(member, id, 'key-1235'));
    expect(messageId(member, id, 'key-1234')).not.toBe(messageId(member, 'other', 'key-1234'));
    expect(messageId(member, id, null)).not.toBe(messageId(member, id, null));
    expect(messageId(member, id, 'key-1234')).toMatch(
      /^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
    );
  });
});
