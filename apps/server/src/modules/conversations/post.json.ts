import type { Placed, Standing } from './post.rules.ts';

/**
 * JSON of messages and conversations, written once as text for the log, the sockets and the reply.
 * The same shapes are read back in SQL by `reading.store.ts`; a test holds both against the contract.
 */

const buyerUnread = (s: Standing): number => Math.max(0, s.outbound - s.buyerReadOutbound);

const json = (value: object | null): string => (value === null ? 'null' : JSON.stringify(value));

const quoted = (value: string | null): string => (value === null ? 'null' : `"${value}"`);

/** What of a conversation never changes from one message to the next; kept beside the cached row. */
export const factsJson = (s: Standing): string =>
  `{"id":"${s.id}","shopId":"${s.shopId}","shopName":${JSON.stringify(s.shopName)},"channelId":"${s.channelId}","channelKind":"${s.channelKind}","buyerId":"${s.buyerId}","buyerName":${JSON.stringify(s.buyerName)},"previousConversationId":${quoted(s.previousId)},"openedAt":"${s.openedAt}","page":${json(s.page)}`;

/** The conversation as every reader sees it alike (`ConversationSummary`). */
export const summaryJson = (s: Standing, facts: string = factsJson(s)): string =>
  `${facts},"state":"${s.state}","assigneeId":${quoted(s.assigneeId)},"waitingSince":${quoted(s.waitingSince)},"snoozedUntil":${quoted(s.snoozedUntil)},"lastSeq":${s.lastSeq},"lastText":${JSON.stringify(s.lastText)},"lastKind":${quoted(s.lastKind)},"lastAuthorKind":${quoted(s.lastAuthorKind)},"lastAt":"${s.lastAt}","buyerReadSeq":${s.buyerReadSeq},"buyerUnread":${buyerUnread(s)},"staffReadSeq":${s.staffReadSeq},"resolvedAt":${quoted(s.resolvedAt)}}`;

function message(conversationId: string, m: Placed, clientKey: string | null): string {
  const author = `{"kind":"${m.authorKind}","id":${quoted(m.authorId)},"name":${JSON.stringify(m.authorName)}}`;
  return `{"id":"${m.id}","conversationId":"${conversationId}","seq":${m.seq},"kind":"${m.kind}","author":${author},"text":${JSON.stringify(m.text)},"card":${json(m.card)},"file":${json(m.file)},"line":${json(m.line)},"clientKey":${quoted(clientKey)},"at":"${m.at}","recalledAt":null,"hidden":${m.hidden}}`;
}

/** A message as it was just posted (`Message`). */
export const messageJson = (conversationId: string, m: Placed): string =>
  message(conversationId, m, m.clientKey);

const was = (s: Standing): string => `{"state":"${s.state}","assigneeId":${quoted(s.assigneeId)}}`;

/** Data of `message.posted`. */
export const postedJson = (
  messageText: string,
  before: Standing,
  after: Standing,
  facts?: string,
): string =>
  `{"message":${messageText},"conversation":${summaryJson(after, facts)},"was":${was(before)}}`;

/** What a buyer is told: spam looks resolved, snoozed and pending look open. */
export const buyerState = (state: Standing['state']): 'open' | 'resolved' =>
  state === 'resolved' || state === 'spam' ? 'resolved' : 'open';

/** The conversation as its buyer sees it (`ChatConversation`). */
export const chatJson = (s: Standing): string =>
  `{"id":"${s.id}","state":"${buyerState(s.state)}","lastSeq":${s.lastSeq},"unread":${buyerUnread(s)},"buyerReadSeq":${s.buyerReadSeq},"staffReadSeq":${s.staffReadSeq}}`;

/** Whether a buyer may see a message: notes and the team's lines stay inside. */
export const isForBuyer = (m: Placed): boolean => m.kind !== 'note' && m.kind !== 'line';

/** Data of `message.posted` for the buyer; null for what stays inside. Only their own keys are theirs to see. */
export function postedToBuyerJson(messageText: string, m: Placed, after: Standing): string | null {
  if (!isForBuyer(m)) return null;
  const own = m.authorKind === 'buyer' || m.clientKey === null;
  const seen = own ? messageText : message(after.id, m, null);
  return `{"message":${seen},"conversation":${chatJson(after)}}`;
}
