import { teamwork } from '@guitai/contract';
import { useReply } from '../../lib/query.ts';
import { useMay } from '../../lib/session.tsx';

const most = 100;

/** Titles of tasks, by id, as far as the reader may see them. */
export function useTaskTitles(
  about: readonly { readonly kind: string; readonly id: string }[],
): ReadonlyMap<string, string> {
  const may = useMay('tasks.read');
  const ids = [...new Set(about.filter(({ kind }) => kind === 'task').map(({ id }) => id))]
    .sort()
    .slice(0, most);
  const input = { ids: ids.join(','), limit: most };
  const { data } = useReply(teamwork.listTasks, input, {
    when: may && ids.length > 0,
    keepPrevious: true,
  });
  return new Map(data?.items.map(({ id, title }) => [id, title]));
}
