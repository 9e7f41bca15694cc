import type { automation } from '@guitai/contract';
import type { Chain } from './chain.rules.ts';

/** Something happened to an order or a conversation that rules may answer. */
export interface Happening {
  readonly trigger: automation.RuleTrigger;
  readonly shopId: string;
  /** The order, or the conversation. */
  readonly subjectId: string;
  /** The same happening of the same subject, told twice, has the same episode. */
  readonly episode: string;
  /** What a match uses up: an order once, a conversation once from its opening or reopening. */
  readonly round: string;
  readonly orderId: string | null;
  readonly conversationId: string | null;
  readonly buyerId: string | null;
  readonly messageId: string | null;
  readonly messageText: string | null;
  readonly mark: string | null;
  readonly at: Date;
  /** Names the event; rules of one happening run in their order. */
  readonly key: string;
  readonly chain: Chain;
  /** Said to this rule alone: its clock. */
  readonly only?: string;
}

/** What happened longer ago than this is told for the record: no rule answers it. */
export const freshForMs = 48 * 3_600_000;

type Word = automation.RuleTrigger;

/** Which way an order went on; a word for each status that rules know. */
const reached: Readonly<Record<string, Word | undefined>> = {
  placed: 'order.placed',
  paid: 'order.paid',
  shipped: 'order.shipped',
  delivered: 'order.delivered',
  received: 'order.received',
  cancelled: 'order.cancelled',
  returned: 'order.refunded',
};

const way: readonly string[] = ['placed', 'paid', 'shipped', 'delivered', 'received'];
/** Statuses between those rules know, each counted as the one before it. */
const between: Readonly<Record<string, number>> = { preparing: 1, partly_shipped: 2, completed: 4 };

/**
 * What an order went through between two statuses of its source: shipped right after placed was paid, too. Nothing when
 * it went back. A first sight (`was` null) is what its own times say, asked elsewhere.
 */
export function passed(was: string, now: string): Word[] {
  if (was === now) return [];
  const rank = (status: string) => between[status] ?? way.indexOf(status);
  const [from, to] = [rank(was), rank(now)];
  if (to < 0 || from < 0) return reached[now] && from >= 0 ? [reached[now] as Word] : [];
  return way.slice(from + 1, to + 1).map((status) => reached[status] as Word);
}

/** What an act on an order means to rules. */
export function actedWord(kind: string): Word | null {
  const words: Readonly<Record<string, Word>> = {
    paid: 'order.paid',
    shipped: 'order.shipped',
    delivered: 'order.delivered',
    received: 'order.received',
    refunded: 'order.refunded',
    cancelled: 'order.cancelled',
    cashback_paid: 'order.reviewed',
  };
  return words[kind] ?? null;
}
