/** Words by which somebody says no to text messages, alone in the message. */
const stopWords = new Set([
  ...['退订', '退訂', 'td', 't', 'n', 'stop', 'stopall', 'unsubscribe', 'cancel', 'end', 'quit'],
  ...['取消订阅', '取消訂閱', '拒收'],
]);

/** In a chat single letters are answers to questions, not a no. */
const chatWords = new Set([
  '退订',
  '退訂',
  'td',
  'stop',
  'unsubscribe',
  '取消订阅',
  '取消訂閱',
  '拒收',
]);

const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\s\p{P}\p{Cf}]+/gu, '')
    .toLowerCase();

/** Whether an answer by text message is a no. */
export const isStop = (text: string): boolean => stopWords.has(plain(text));

/** Whether a word in the chat is a no. */
export const isChatStop = (text: string): boolean => chatWords.has(plain(text));

const robots =
  /^(no-?reply|do-?not-?reply|mailer-daemon|postmaster|bounces?|abuse|listserv|majordomo)([-+._].*)?@|[-_.](bounces?|request|owner)@|@.*\blists?\./i;

/** AUT-09: addresses behind which nobody reads: bounces, no-reply, lists. */
export const isRobotAddress = (email: string): boolean => robots.test(email);
