import type { teamwork } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import type { RefObject } from 'react';
import type { Filters } from '../../lib/filters.ts';
import { Button } from '../../ui/Button.tsx';
import { FilterSelect } from '../../ui/FilterSelect.tsx';
import { SearchBox } from '../../ui/SearchBox.tsx';
import { ShopFilter } from '../../ui/ShopFilter.tsx';
import { ViewTabs } from './ViewTabs.tsx';

export const taskFilters = ['view', 'shop', 'priority', 'q', 'as'] as const;
type TaskFilters = Filters<(typeof taskFilters)[number]>;

interface Props {
  readonly view: teamwork.TaskViewWord;
  readonly filters: TaskFilters;
  readonly change: (part: { readonly [N in keyof TaskFilters]: string | undefined }) => void;
  /** The field a key leads to. */
  readonly field: RefObject<HTMLInputElement | null>;
}

/** Which tasks are shown, and how. */
export function TaskFilter({ view, filters, change, field }: Props) {
  const { t } = useLingui();
  const board = filters.as === 'board';
  return (
    <>
      <ViewTabs
        view={view}
        onChange={(next) => change({ view: next === 'mine' ? undefined : next })}
      />
      <SearchBox
        field={field}
        value={filters.q ?? ''}
        onSearch={(q) => change({ q: q || undefined })}
        placeholder={t`Find a task`}
      />
      <FilterSelect
        name={t({ message: 'Priority', context: 'task' })}
        value={filters.priority}
        onChange={(priority) => change({ priority })}
        options={[{ value: 'high', label: t({ message: 'High', context: 'task' }) }]}
      />
      <ShopFilter value={filters.shop} onChange={(shop) => change({ shop })} />
      {view !== 'done' && (
        <Button small look="plain" onClick={() => change({ as: board ? undefined : 'board' })}>
          {board
            ? t({ message: 'As a list', context: 'tasks' })
            : t({ message: 'As a board', context: 'tasks' })}
        </Button>
      )}
    </>
  );
}
