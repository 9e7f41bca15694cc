import type { conversations, live } from '@guitai/contract';

type Conversation = conversations.Conversation;
type Message = conversations.Message;

/** Small builders for this feature's tests. */
export const me = { memberId: 'me' };
const start = Date.parse('2026-03-18T06:00:00.000Z');
export const at = (seconds: number): string => new Date(start + seconds * 1000).toISOString();

export const conversation = (id: string, fields: Partial<Conversation> = {}): Conversation => ({
  id,
  shopId: 'shop',
  shopName: '青竹家居店',
  channelId: 'web',
  channelKind: 'web',
  buyerId: `buyer ${id}`,
  buyerName: '王晓敏',
  state: 'open',
  assigneeId: null,
  waitingSince: null,
  snoozedUntil: null,
  lastSeq: 0,
  lastText: '',
  lastKind: null,
  lastAuthorKind: null,
  lastAt: at(0),
  buyerReadSeq: 0,
  buyerUnread: 0,
  staffReadSeq: 0,
  previousConversationId: null,
  openedAt: at(0),
  resolvedAt: null,
  unread: 0,
  readSeq: 0,
  page: null,
  can: [],
  ...fields,
});

export const message = (
  conversationId: string,
  seq: number,
  fields: Partial<Message> = {},
): Message => ({
  id: `${conversationId}/${seq}`,
  conversationId,
  seq,
  kind: 'text',
  author: { kind: 'buyer', id: null, name: '' },
  text: `第 ${seq} 条`,
  card: null,
  file: null,
  line: null,
  clientKey: null,
  at: at(seq),
  recalledAt: null,
  hidden: false,
  ...fields,
});

let eventSeq = 0;
export const event = (type: string, data: object): live.EventFrame => {
  eventSeq += 1;
  return {
    t: 'event',
    seq: eventSeq,
    type,
    subject: null,
    at: at(0),
    actor: { kind: 'system', id: null },
    data,
  };
};
