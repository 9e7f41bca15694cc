import { useMemo } from 'react';
import { useLibrary } from '../../features/scripts/library.ts';
import { type Figure, useFigures } from '../../features/scripts/Outcome.tsx';
import { search } from '../../features/scripts/search.rules.ts';
import { duplicates, entriesAt, spotsOf } from '../../features/scripts/tree.rules.ts';
import type { Filters } from '../../lib/filters.ts';
import { useSelf } from '../../lib/session.tsx';

export const scriptFilters = ['q', 'in', 'sort', 'twice'] as const;
export type ScriptFilters = Filters<(typeof scriptFilters)[number]>;

export const sorts = ['title', 'used', 'replied', 'ordered', 'paid'] as const;
type Sort = (typeof sorts)[number];

export const sortOf = ({ sort }: ScriptFilters): Sort =>
  sorts.find((one) => one === sort) ?? 'title';

const worth = (figure: Figure | undefined, sort: Sort): number => {
  if (!figure || sort === 'title') return -1;
  return sort === 'used' ? figure.used : figure[sort].low;
};

/** What the list of scripts shows under its filters, with the places of the library and how many lie at each. */
export function useScriptList(filters: ScriptFilters) {
  const { shops } = useSelf();
  const { data, error } = useLibrary();
  const figures = useFigures();
  const shopIds = shops.map(({ id }) => id).join();
  const sort = sortOf(filters);
  const spots = useMemo(
    () => spotsOf(data?.folders ?? [], shopIds.split(',').filter(Boolean)),
    [data, shopIds],
  );
  const shown = useMemo(() => {
    const here = entriesAt(data?.items ?? [], spots, filters.in);
    const asked = filters.twice ? duplicates(here) : search(here, filters.q ?? '', 20_000);
    if (filters.q) return asked;
    return [...asked].sort(
      (a, b) =>
        worth(figures.get(b.id), sort) - worth(figures.get(a.id), sort) ||
        (a.title < b.title ? -1 : 1),
    );
  }, [data, spots, filters.in, filters.q, filters.twice, sort, figures]);
  const counts = useMemo(
    () => new Map(spots.map(({ key }) => [key, entriesAt(data?.items ?? [], spots, key).length])),
    [data, spots],
  );
  return { shown: data ? shown : undefined, spots, counts, figures, error };
}
