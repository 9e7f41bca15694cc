import { msg } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { type ReactNode, useRef } from 'react';
import { VList, type VListHandle } from 'virtua';
import { Link, useLocation } from 'wouter';
import { useCommands } from '../lib/keys.ts';
import type { Pages } from '../lib/pages.ts';
import styles from './EndlessList.module.css';
import { Lines } from './Lines.tsx';
import { Refusal } from './Refusal.tsx';

interface Props<Item> {
  readonly pages: Pages<Item>;
  readonly idOf: (item: Item) => string;
  /** Address of the thing, with the filters it was found by. */
  readonly hrefOf: (item: Item) => string;
  /** Id of what is open beside the list. */
  readonly open: string | undefined;
  readonly row: (item: Item) => ReactNode;
  /** Height of every row in pixels, so that the bar does not jump. */
  readonly height: number;
  readonly label: string;
  readonly empty: ReactNode;
}

/** A list of any length in which each row leads to an address; j and k go down and up. */
export function EndlessList<Item>(props: Props<Item>) {
  const { pages, idOf, hrefOf, open, row, height, label, empty } = props;
  const { t } = useLingui();
  const list = useRef<VListHandle>(null);
  useNeighbours(props, list);
  if (pages.error && !pages.items) return <Refusal refusal={pages.error} />;
  if (!pages.items) return <Lines count={9} height={height} />;
  if (pages.items.length === 0) return empty;
  const loadNearEnd = () => {
    const bar = list.current;
    if (bar && bar.scrollSize - bar.scrollOffset - bar.viewportSize < height * 12) pages.more();
  };
  return (
    <div className={styles.list}>
      <VList
        ref={list}
        role="list"
        aria-label={label}
        aria-busy={pages.busy}
        data={pages.items}
        itemSize={height}
        onScroll={loadNearEnd}
      >
        {(item) => (
          // biome-ignore lint/a11y/useSemanticElements: the virtual list puts boxes between the list and its rows
          <div role="listitem" key={idOf(item)} style={{ height }}>
            <Link
              href={hrefOf(item)}
              className={styles.row}
              aria-current={idOf(item) === open ? 'true' : undefined}
            >
              {row(item)}
            </Link>
          </div>
        )}
      </VList>
      {pages.busy && <i className={styles.busy} aria-hidden="true" />}
      <Refusal refusal={pages.error} />
      <p className="unseen" aria-live="polite">
        {pages.atEnd && t`${pages.items.length} in the list`}
      </p>
    </div>
  );
}

function useNeighbours<Item>(
  { pages, idOf, hrefOf, open }: Props<Item>,
  list: React.RefObject<VListHandle | null>,
): void {
  const [, go] = useLocation();
  const step = (by: 1 | -1) => {
    const items = pages.items ?? [];
    const at = items.findIndex((item) => idOf(item) === open);
    const next = at < 0 ? 0 : at + by;
    const item = items[next];
    if (!item) return;
    list.current?.scrollToIndex(next, { align: 'nearest' });
    go(hrefOf(item), { replace: at >= 0 });
    if (next > items.length - 4) pages.more();
  };
  const common = { group: msg`List`, keyOnly: true } as const;
  useCommands([
    { ...common, id: 'list.next', name: msg`Next in the list`, key: 'j', run: () => step(1) },
    {
      ...common,
      id: 'list.before',
      name: msg`Previous in the list`,
      key: 'k',
      run: () => step(-1),
    },
  ]);
}
