import type { ReactNode } from 'react';
import type { Pages } from '../lib/pages.ts';
import { Lines } from './Lines.tsx';
import { More } from './More.tsx';
import { Refusal } from './Refusal.tsx';
import { MainRows } from './Rows.tsx';

interface Props<Item> {
  readonly pages: Pages<Item>;
  /** Name of the list. */
  readonly label: string;
  /** What stands there when there is nothing. */
  readonly empty: ReactNode;
  /** Places held while the first page is under way. */
  readonly lines?: number;
  readonly children: (item: Item) => ReactNode;
}

/** A list read page by page: what is on its way, what went wrong, nothing yet, the rows, more. */
export function PagedRows<Item>({ pages, label, empty, lines = 6, children }: Props<Item>) {
  const { items, error } = pages;
  return (
    <>
      <Refusal refusal={error} />
      {!items && !error && <Lines count={lines} />}
      {items?.length === 0 && empty}
      <MainRows label={label}>{items?.map(children)}</MainRows>
      <More pages={pages} />
    </>
  );
}
