import { type Octets, octetsOf } from '../../kernel/live/octets.ts';
import type { Placed, Standing } from './post.rules.ts';

/**
 * JSON of messages and conversations, written once as text for the log, the sockets and the reply.
 * The same shapes are read back in SQL by `reading.store.ts`; a test holds both against the contract.
 */

const buyerUnread = (s: Standing): number => Math.max(0, s.outbound - s.buyerReadOutbound);

/** How a value with words in it is written: as text, or as the bytes of a frame. */
type Write = (value: unknown) => string;

const asText: Write = (value) => JSON.stringify(value);

const json = (value: object | null, write: Write): string =>
  value === null ? 'null' : write(value);

const quoted = (value: string | null): string => (value === null ? 'null' : `"${value}"`);

/** What of a conversation never changes from one message to the next; kept beside the cached row. */
const factsJson = (s: Standing, write: Write = asText): string =>
  `{"id":"${s.id}","shopId":"${s.shopId}","shopName":${write(s.shopName)},"channelId":"${s.channelId}","channelKind":"${s.channelKind}","buyerId":"${s.buyerId}","buyerName":${write(s.buyerName)},"previousConversationId":${quoted(s.previousId)},"openedAt":"${s.openedAt}","page":${json(s.page, write)}`;

/** The conversation as every reader sees it alike (`ConversationSummary`). */
export const summaryJson = (
  s: Standing,
  write: Write = asText,
  facts: string = factsJson(s, write),
  lastText: string = write(s.lastText),
): string =>
  `${facts},"state":"${s.state}","assigneeId":${quoted(s.assigneeId)},"waitingSince":${quoted(s.waitingSince)},"snoozedUntil":${quoted(s.snoozedUntil)},"lastSeq":${s.lastSeq},"lastText":${lastText},"lastKind":${quoted(s.lastKind)},"lastAuthorKind":${quoted(s.lastAuthorKind)},"lastAt":"${s.lastAt}","buyerReadSeq":${s.buyerReadSeq},"buyerUnread":${buyerUnread(s)},"staffReadSeq":${s.staffReadSeq},"resolvedAt":${quoted(s.resolvedAt)}}`;

function message(
  conversationId: string,
  m: Placed,
  clientKey: string | null,
  write: Write,
  text: string,
): string {
  const author = `{"kind":"${m.authorKind}","id":${quoted(m.authorId)},"name":${write(m.authorName)}}`;
  return `{"id":"${m.id}","conversationId":"${conversationId}","seq":${m.seq},"kind":"${m.kind}","author":${author},"text":${text},"card":${json(m.card, write)},"file":${json(m.file, write)},"line":${json(m.line, write)},"clientKey":${quoted(clientKey)},"at":"${m.at}","recalledAt":null,"hidden":${m.hidden}}`;
}

/** A message as it was just posted (`Message`). */
export const messageJson = (conversationId: string, m: Placed): string =>
  message(conversationId, m, m.clientKey, asText, asText(m.text));

const was = (s: Standing): string => `{"state":"${s.state}","assigneeId":${quoted(s.assigneeId)}}`;

/** Data of `message.posted`. */
export const postedJson = (messageText: string, before: Standing, after: Standing): string =>
  `{"message":${messageText},"conversation":${summaryJson(after)},"was":${was(before)}}`;

/** What a buyer is told: spam looks resolved, snoozed and pending look open. */
export const buyerState = (state: Standing['state']): 'open' | 'resolved' =>
  state === 'resolved' || state === 'spam' ? 'resolved' : 'open';

/** The conversation as its buyer sees it (`ChatConversation`). */
export const chatJson = (s: Standing): string =>
  `{"id":"${s.id}","state":"${buyerState(s.state)}","lastSeq":${s.lastSeq},"unread":${buyerUnread(s)},"buyerReadSeq":${s.buyerReadSeq},"staffReadSeq":${s.staffReadSeq}}`;

/** Whether a buyer may see a message: notes and the team's lines stay inside. */
export const isForBuyer = (m: Placed): boolean => m.kind !== 'note' && m.kind !== 'line';

/**
 * Bytes of a posted message: itself, the data of `message.posted`, and that for the buyer, null for what stays inside; only their
 * own keys are theirs to see. The words are written once for all three.
 */
export function postedOctets(m: Placed, before: Standing, after: Standing, facts: Octets): Told {
  const text = octets(m.text);
  const itself = message(after.id, m, m.clientKey, octets, text);
  const lastText = after.lastText === m.text ? text : octets(after.lastText);
  const data = `{"message":${itself},"conversation":${summaryJson(after, octets, facts, lastText)},"was":${was(before)}}`;
  const own = m.authorKind === 'buyer' || m.clientKey === null;
  const seen = own ? itself : message(after.id, m, null, octets, text);
  const buyer = isForBuyer(m) ? `{"message":${seen},"conversation":${chatJson(after)}}` : null;
  return { json: itself, data, buyer } as Told;
}

/** What is told of a message, as bytes. */
export interface Told {
  readonly json: Octets;
  readonly data: Octets;
  readonly buyer: Octets | null;
}

const octets = (value: unknown): Octets => octetsOf(JSON.stringify(value));

/** What never changes of a conversation, as bytes. */
export const factsOctets = (s: Standing): Octets => factsJson(s, octets) as Octets;
