import type { conversations, insight, live, ReplyOf } from '@guitai/contract';
import { follow } from '../../lib/feed.ts';

export type Board = ReplyOf<typeof insight.getBoard>;
type Summary = conversations.ConversationSummary;

const liveStates = new Set(['open', 'pending', 'snoozed']);

/** The board after an event: one conversation comes, changes or goes. Nothing is asked of the server. */
export function applyToBoard(board: Board, event: live.EventFrame): Board {
  const { conversation: c } = event.data as { conversation?: Summary };
  if (!c || !board.shops.some(({ id }) => id === c.shopId)) return board;
  const others = board.conversations.filter(({ id }) => id !== c.id);
  if (!liveStates.has(c.state))
    return others.length === board.conversations.length
      ? board
      : { ...board, conversations: others };
  const now = {
    id: c.id,
    shopId: c.shopId,
    assigneeId: c.assigneeId,
    state: c.state as Board['conversations'][number]['state'],
    waitingSince: c.waitingSince,
  };
  return { ...board, conversations: [...others, now] };
}

follow<Board>({
  name: 'getBoard',
  types: ['conversation.', 'message.posted'],
  apply: applyToBoard,
});

/** How a shop's floor stands at an instant. */
export interface Floor {
  readonly queue: number;
  readonly waiting: number;
  /** Ms; null: nobody waits. */
  readonly longest: number | null;
  /** Waiting and beyond three quarters of the promised time, but not yet late. */
  readonly soon: number;
  readonly late: number;
  readonly loads: ReadonlyMap<string, number>;
}

const soonShare = 0.75;

/** Sums up the board; `shop` limits it to one. */
export function floorOf(board: Board, now: number, shop: string | undefined): Floor {
  const promises = new Map(board.shops.map((one) => [one.id, one.answerPromiseSeconds * 1000]));
  const here = board.conversations.filter(({ shopId }) => shop === undefined || shop === shopId);
  const loads = new Map<string, number>();
  let [queue, waiting, soon, late] = [0, 0, 0, 0];
  let longest: number | null = null;
  for (const { assigneeId, state, waitingSince, shopId } of here) {
    if (assigneeId !== null && state !== 'snoozed')
      loads.set(assigneeId, (loads.get(assigneeId) ?? 0) + 1);
    if (assigneeId === null && state === 'open') queue += 1;
    if (waitingSince === null || state === 'snoozed') continue;
    const since = now - Date.parse(waitingSince);
    const promised = promises.get(shopId) ?? 60_000;
    waiting += 1;
    longest = Math.max(longest ?? 0, since);
    if (since >= promised) late += 1;
    else if (since >= promised * soonShare) soon += 1;
  }
  return { queue, waiting, longest, soon, late, loads };
}
