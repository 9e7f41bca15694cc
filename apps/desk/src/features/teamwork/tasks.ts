import { type InputOf, teamwork } from '@guitai/contract';
import { useState } from 'react';
import { useFresh } from '../../lib/fresh.ts';
import { refresh, useAct, useReply } from '../../lib/query.ts';
import { useMay } from '../../lib/session.tsx';

const all = [teamwork.listTasks, teamwork.countTasks, teamwork.getTask];

export const refreshTasks = (): void => refresh(...all);

/** How many pending tasks each view has; followed live. */
export function useTaskCounts() {
  const may = useMay('tasks.read');
  const { data } = useReply(teamwork.countTasks, {}, { when: may });
  useFresh(['task.', 'member.'], all, 300);
  return data;
}

type Move = InputOf<typeof teamwork.moveTasks>['moves'][number];

/** Moving tasks, with the way back. */
export function useMoves() {
  const [back, setBack] = useState<readonly Move[]>([]);
  const act = useAct(teamwork.moveTasks, refreshTasks);
  const move = async (moves: readonly Move[]) => {
    const done = await act.run({ moves: [...moves] });
    if (!done) return undefined;
    setBack(done.moved.map(({ taskId, before }) => ({ taskId, state: before })));
    return done;
  };
  const undo = async () => {
    const moves = [...back];
    setBack([]);
    await act.run({ moves });
  };
  return { move, undo, back, forget: () => setBack([]), busy: act.busy, refusal: act.refusal };
}
