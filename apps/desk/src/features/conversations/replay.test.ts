import type { conversations, live } from '@guitai/contract';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyToCounts, type Counts } from './counts.reducer.ts';
import { at, conversation, event, me, message } from './fixtures.test-help.ts';
import { addPage, applyToList, type ListState } from './list.reducer.ts';
import { applyToThread, mend, prepend, type Thread } from './thread.reducer.ts';
import { belongs, order, type View, views } from './views.rules.ts';

type Conversation = conversations.Conversation;
type Message = conversations.Message;

/** A small server: it changes conversations, tells what happened, and answers fresh fetches. */
class SmallServer {
  readonly all = new Map<string, Conversation>();
  readonly messages = new Map<string, Message[]>();
  clock = 0;

  list(view: View): ListState {
    const items = [...this.all.values()].filter((one) => belongs(view, one, me.memberId));
    return { items: items.sort(order(view)), next: null };
  }

  counts(): Counts {
    const count = (view: View) => this.list(view).items.length;
    return {
      mine: count('mine'),
      queue: count('queue'),
      all: count('all'),
      snoozed: count('snoozed'),
    };
  }

  thread(id: string): Thread {
    return { messages: this.messages.get(id) ?? [], before: null };
  }

  /** The buyer writes: a new conversation, a waiting one, or one that is reopened. */
  buyerWrites(id: string): live.EventFrame {
    const old = this.all.get(id);
    const state = 'open' as const;
    const waitingSince = old?.waitingSince ?? at(this.clock);
    return this.post(
      id,
      { author: { kind: 'buyer', id: null, name: '' } },
      { state, waitingSince },
    );
  }

  memberWrites(id: string, memberId: string): live.EventFrame {
    const author = { kind: 'member' as const, id: memberId, name: memberId };
    return this.post(id, { author }, { waitingSince: null });
  }

  private post(
    id: string,
    words: Partial<Message>,
    becomes: Partial<Conversation>,
  ): live.EventFrame {
    this.clock += 1;
    const old = this.all.get(id);
    const seq = (old?.lastSeq ?? 0) + 1;
    const posted = message(id, seq, { ...words, at: at(this.clock) });
    const buyer = posted.author.kind === 'buyer';
    const next = conversation(id, {
      ...old,
      ...becomes,
      lastSeq: seq,
      lastText: posted.text,
      lastAt: posted.at,
      lastAuthorKind: posted.author.kind,
      unread: (old?.unread ?? 0) + (buyer ? 1 : 0),
      readSeq: old?.readSeq ?? 0,
    });
    this.all.set(id, next);
    this.messages.set(id, [...(this.messages.get(id) ?? []), posted]);
    return event('message.posted', {
      message: posted,
      conversation: summary(next),
      was: standing(old),
    });
  }

  becomes(id: string, type: string, fields: Partial<Conversation>): live.EventFrame | undefined {
    const old = this.all.get(id);
    if (!old) return undefined;
    const next = { ...old, ...fields };
    this.all.set(id, next);
    return event(type, { conversation: summary(next), was: standing(old) });
  }

  reads(id: string): live.EventFrame | undefined {
    const old = this.all.get(id);
    if (!old) return undefined;
    this.all.set(id, { ...old, unread: 0, readSeq: old.lastSeq, staffReadSeq: old.lastSeq });
    return event('conversation.read', {
      conversationId: id,
      by: { kind: 'member', id: me.memberId },
      seq: old.lastSeq,
      staffReadSeq: old.lastSeq,
      buyerReadSeq: old.buyerReadSeq,
    });
  }
}

const summary = ({ unread, readSeq, can, ...shared }: Conversation) => shared;
const standing = (old: Conversation | undefined) =>
  old ? { state: old.state, assigneeId: old.assigneeId } : null;

type Deed = { readonly id: string; readonly what: number };

function happen(server: SmallServer, { id, what }: Deed): live.EventFrame | undefined {
  switch (what) {
    case 0:
    case 1:
      return server.buyerWrites(id);
    case 2:
      return server.all.has(id) ? server.memberWrites(id, 'me') : undefined;
    case 3:
      return server.all.has(id) ? server.memberWrites(id, 'colleague') : undefined;
    case 4:
      return server.becomes(id, 'conversation.assigned', { assigneeId: 'me' });
    case 5:
      return server.becomes(id, 'conversation.assigned', { assigneeId: 'colleague' });
    case 6:
      return server.becomes(id, 'conversation.closed', { state: 'resolved', waitingSince: null });
    case 7:
      return server.becomes(id, 'conversation.snoozed', { state: 'snoozed' });
    default:
      return server.reads(id);
  }
}

const deeds = fc.array(
  fc.record({ id: fc.constantFrom('a', 'b', 'c', 'd', 'e'), what: fc.integer({ min: 0, max: 8 }) }),
  { maxLength: 60 },
);

describe('a fresh fetch equals the replay of events', () => {
  test.each(views)('in the view %s', (view) => {
    fc.assert(
      fc.property(deeds, deeds, (before, after) => {
        const server = new SmallServer();
        for (const deed of before) happen(server, deed);
        let list = server.list(view);
        for (const deed of after) {
          const told = happen(server, deed);
          if (told) list = applyToList(list, told, { view }, me);
        }
        const fresh = server.list(view);
        expect(list.items.map(({ id }) => id)).toEqual(fresh.items.map(({ id }) => id));
        expect(list.items.map(facts)).toEqual(fresh.items.map(facts));
      }),
    );
  });

  test('RT-07 in the counters, moved by one at a time', () => {
    fc.assert(
      fc.property(deeds, deeds, (before, after) => {
        const server = new SmallServer();
        for (const deed of before) happen(server, deed);
        let counts = server.counts();
        for (const deed of after) {
          const told = happen(server, deed);
          if (told && told.type !== 'conversation.read') counts = applyToCounts(counts, told, me);
        }
        expect(counts).toEqual(server.counts());
      }),
    );
  });

  test('in a thread, also when events come twice', () => {
    fc.assert(
      fc.property(deeds, (all) => {
        const server = new SmallServer();
        let thread = server.thread('a');
        for (const deed of all) {
          const told = happen(server, deed);
          if (!told?.type.startsWith('message.')) continue;
          thread = applyToThread(applyToThread(thread, told, 'a'), told, 'a');
        }
        expect(thread).toEqual(server.thread('a'));
      }),
    );
  });
});

/** `unread` is the reader's own count and is compared where the event can tell it exactly. */
const facts = ({ id, state, assigneeId, waitingSince, lastSeq, lastText }: Conversation) => ({
  id,
  state,
  assigneeId,
  waitingSince,
  lastSeq,
  lastText,
});

describe('a list that is not loaded to its end', () => {
  const rows = (from: number, to: number) =>
    Array.from({ length: to - from }, (_, step) =>
      conversation(`c${from + step}`, { waitingSince: at(from + step), lastSeq: 1 }),
    );

  test('a conversation that belongs further down is left to the next page', () => {
    const list: ListState = { items: rows(0, 3), next: 'more' };
    const late = conversation('late', { waitingSince: at(99), lastSeq: 1 });
    const told = event('conversation.opened', { conversation: late, was: null });
    expect(applyToList(list, told, { view: 'queue' }, me).items).toHaveLength(3);
  });

  test('a page adds only what is not here yet', () => {
    const list = addPage({ items: rows(0, 3), next: 'x' }, { items: rows(2, 5), next: null });
    expect(list.items.map(({ id }) => id)).toEqual(['c0', 'c1', 'c2', 'c3', 'c4']);
  });

  test('an event older than the reply changes nothing', () => {
    const list: ListState = {
      items: [conversation('a', { lastSeq: 9, lastText: 'new' })],
      next: null,
    };
    const old = conversation('a', { lastSeq: 7, lastText: 'old' });
    const told = event('message.posted', {
      message: message('a', 7),
      conversation: old,
      was: null,
    });
    expect(applyToList(list, told, { view: 'queue' }, me)).toBe(list);
  });

  test('one shop only shows that shop', () => {
    const other = conversation('x', { shopId: 'other', lastSeq: 1 });
    const told = event('conversation.opened', { conversation: other, was: null });
    const list = applyToList(
      { items: [], next: null },
      told,
      { view: 'queue', shopId: 'shop' },
      me,
    );
    expect(list.items).toHaveLength(0);
  });
});

describe('a thread', () => {
  const thread = (from: number, to: number): Thread => ({
    messages: Array.from({ length: to - from }, (_, step) => message('a', from + step)),
    before: from,
  });

  test('a message that comes too early marks the tear, fetching mends it', () => {
    const posted = { message: message('a', 8), conversation: conversation('a'), was: null };
    const torn = applyToThread(thread(1, 5), event('message.posted', posted), 'a');
    expect(torn.torn).toBe(true);
    expect(torn.messages).toHaveLength(4);
    const whole = mend(
      torn,
      [5, 6, 7, 8].map((seq) => message('a', seq)),
    );
    expect(whole.torn).toBeUndefined();
    expect(whole.messages.map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  });

  test('older messages go before the first one, once', () => {
    const longer = prepend(thread(5, 8), { messages: thread(3, 6).messages, before: 3 });
    expect(longer.messages.map(({ seq }) => seq)).toEqual([3, 4, 5, 6, 7]);
    expect(longer.before).toBe(3);
  });

  test('a recalled message and a changed card replace what stands there', () => {
    const changed = message('a', 2, { recalledAt: at(9), text: '' });
    const next = applyToThread(thread(1, 4), event('message.recalled', { message: changed }), 'a');
    expect(next.messages[1]).toBe(changed);
    const elsewhere = event('message.recalled', { message: message('b', 2) });
    expect(applyToThread(next, elsewhere, 'a')).toBe(next);
  });
});

describe('who has read what', () => {
  test('RT-10 opening clears only my own unread; the buyer moves the ticks', () => {
    const list: ListState = { items: [conversation('a', { unread: 2, lastSeq: 5 })], next: null };
    const read = (by: object, seq: number) =>
      event('conversation.read', {
        conversationId: 'a',
        by,
        seq,
        staffReadSeq: 5,
        buyerReadSeq: 4,
      });
    const byColleague = applyToList(
      list,
      read({ kind: 'member', id: 'x' }, 5),
      { view: 'queue' },
      me,
    );
    expect(byColleague.items[0]).toMatchObject({ unread: 2, buyerReadSeq: 4 });
    const byMe = applyToList(list, read({ kind: 'member', id: 'me' }, 5), { view: 'queue' }, me);
    expect(byMe.items[0]).toMatchObject({ unread: 0, readSeq: 5 });
  });
});
