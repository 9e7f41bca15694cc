import { msg } from '@lingui/core/macro';
import type { RefObject } from 'react';
import { type Command, useCommands } from './keys.ts';

const reached = 'a[href], button:not(:disabled), input:not(:disabled)';

/**
 * j and k go from thing to thing of a list that is no row of links: to what can be done first with each. Not `when` it
 * stands beside the list of the page.
 */
export function useRowKeys(list: RefObject<HTMLElement | null>, when = true): void {
  const step = (by: 1 | -1) => {
    const rows = [...(list.current?.children ?? [])].filter((row) => row.querySelector(reached));
    const at = rows.findIndex((row) => row.contains(document.activeElement));
    const next = rows[at < 0 ? 0 : at + by];
    if (!next) return;
    next.querySelector<HTMLElement>(reached)?.focus({ preventScroll: true });
    next.scrollIntoView({ block: 'nearest' });
  };
  const common = { group: msg`List`, keyOnly: true } as const;
  const commands: Command[] = [
    { ...common, id: 'rows.next', name: msg`Next in the list`, key: 'j', run: () => step(1) },
    {
      ...common,
      id: 'rows.before',
      name: msg`Previous in the list`,
      key: 'k',
      run: () => step(-1),
    },
  ];
  useCommands(when ? commands : []);
}
