import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  emptyState,
  type State,
  withChat,
  withEvent,
  withMessages,
  withPending,
  withReading,
} from './state.ts';
import type { Chat, Conversation, Message } from './types.ts';

const conversation: Conversation = {
  id: 'c1',
  state: 'open',
  lastSeq: 9,
  unread: 0,
  buyerReadSeq: 0,
  staffReadSeq: 0,
};
const message = (seq: number, more: Partial<Message> = {}): Message => ({
  id: `m${seq}`,
  conversationId: 'c1',
  seq,
  kind: 'text',
  author: { kind: 'member', id: null, name: '小林' },
  text: `${seq}`,
  card: null,
  file: null,
  line: null,
  clientKey: null,
  at: new Date(1_700_000_000_000 + seq * 1000).toISOString(),
  recalledAt: null,
  ...more,
});
const chat = (messages: Message[]): Chat => ({
  conversation,
  messages,
  older: 'older',
  buyer: null,
  cursor: null,
});
const seqs = (state: State) => state.messages.map(({ seq }) => seq);

describe('the state of the chat', () => {
  test('MSG-08 any order and any repetition of messages shows each once, in order', () => {
    const all = Array.from({ length: 12 }, (_, at) => message(at + 1));
    fc.assert(
      fc.property(fc.array(fc.subarray(all)), (deliveries) => {
        const state = deliveries.reduce(
          (now, part) => withMessages(now, [...part].reverse()),
          emptyState,
        );
        const expected = [...new Set(deliveries.flat().map(({ seq }) => seq))].sort(
          (a, b) => a - b,
        );
        expect(seqs(state)).toEqual(expected);
      }),
    );
  });

  test('messages of an earlier conversation stand before those of the present one', () => {
    const old = message(40, { id: 'old', conversationId: 'c0', at: '2020-01-01T00:00:00.000Z' });
    expect(withMessages(withMessages(emptyState, [message(1)]), [old]).messages[0]?.id).toBe('old');
  });

  test('MSG-01 the stored message takes the place of the word on its way', () => {
    const word = { key: 'key-1', at: '', body: { clientKey: 'key-1', text: 'hi' } };
    const state = withMessages({ ...emptyState, pending: [word] }, [
      message(1, { clientKey: 'key-1' }),
    ]);
    expect(state.pending).toEqual([]);
    expect(seqs(state)).toEqual([1]);
  });

  test('RT-03 fetched afresh: joined where it touches, replaced where a hole would stay', () => {
    const before = withChat(emptyState, chat([message(1), message(2)]));
    expect(seqs(withChat(before, chat([message(2), message(3)])))).toEqual([1, 2, 3]);
    expect(seqs(withChat(before, chat([message(70), message(71)])))).toEqual([70, 71]);
  });

  test('an own word that was carried into another conversation stands once, whichever came first', () => {
    const word = message(1, { id: 'first', clientKey: 'k', conversationId: 'earlier' });
    const carried = message(9, { id: 'carried', clientKey: 'k' });
    for (const order of [
      [word, carried],
      [carried, word],
    ])
      expect(
        order.reduce((now, one) => withMessages(now, [one]), emptyState).messages,
      ).toHaveLength(1);
  });

  test('a fresh fetch equals the replay of events', () => {
    const posted = [1, 2, 3].map((seq) => ({
      message: message(seq),
      conversation: { ...conversation, lastSeq: seq, unread: seq },
    }));
    const replayed = posted.reduce(
      (now, data) => withEvent(now, 'message.posted', data),
      emptyState,
    );
    const fetched = withChat(emptyState, {
      ...chat(posted.map((data) => data.message)),
      conversation: posted[2]?.conversation ?? null,
    });
    expect(replayed.messages).toEqual(fetched.messages);
    expect(replayed.conversation).toEqual(fetched.conversation);
  });

  test('a recalled message shows nothing of what it said; a card moves on in place', () => {
    const start = withChat(emptyState, chat([message(1), message(2)]));
    const recalled = withEvent(start, 'message.recalled', { messageId: 'm1', recalledAt: 'now' });
    expect(recalled.messages[0]).toMatchObject({ text: '', card: null, file: null });
    const card = { type: 'product', id: 'p' };
    const changed = withEvent(start, 'message.card_changed', { messageId: 'm2', card });
    expect(changed.messages[1]?.card).toEqual(card);
  });

  test('RT-10 reading marks only move forward, and reading to the end leaves nothing unread', () => {
    const start = { ...emptyState, conversation: { ...conversation, unread: 3, staffReadSeq: 5 } };
    expect(withReading(start, { staffReadSeq: 2 }).conversation?.staffReadSeq).toBe(5);
    expect(withReading(start, { buyerReadSeq: 8 }).conversation?.unread).toBe(3);
    expect(withReading(start, { buyerReadSeq: 9 }).conversation?.unread).toBe(0);
  });

  test('an event of a newer server changes nothing', () => {
    expect(withEvent(emptyState, 'something.new', {})).toBe(emptyState);
  });

  test('a word on its way is changed and dropped by its key alone', () => {
    const words = ['a', 'b'].map((key) => ({ key, at: '', body: { clientKey: key } }));
    const state = withPending({ ...emptyState, pending: words }, 'a', { share: 0.5 });
    expect(state.pending[0]?.share).toBe(0.5);
    expect(withPending(state, 'a', null).pending.map(({ key }) => key)).toEqual(['b']);
  });
});
