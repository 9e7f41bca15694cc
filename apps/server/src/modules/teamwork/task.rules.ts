import type { teamwork } from '@guitai/contract';

type State = teamwork.TaskStateWord;

/** Where a task may go from where. */
export const transitions: Readonly<Record<State, readonly State[]>> = {
  open: ['doing', 'done', 'cancelled'],
  doing: ['open', 'done', 'cancelled'],
  done: ['open', 'doing'],
  cancelled: ['open', 'doing'],
};

export const mayMove = (from: State, to: State): boolean => transitions[from].includes(to);

/** Somebody still has to do it. */
export const isPending = (state: State): boolean => state === 'open' || state === 'doing';
