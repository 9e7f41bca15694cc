import { useSearchParams } from 'wouter';

/** Filters of a page kept in its address, so that a colleague who gets the link sees the same. */
export type Filters<Name extends string> = Readonly<Partial<Record<Name, string>>>;

/** Reads the named filters out of the address, and changes some of them in place (no new step of history). */
export function useFilters<const Name extends string>(
  names: readonly Name[],
): [Filters<Name>, (change: { readonly [N in Name]?: string | undefined }) => void] {
  const [search, setSearch] = useSearchParams();
  const filters = Object.fromEntries(
    names.flatMap((name) => {
      const value = search.get(name);
      return value ? [[name, value]] : [];
    }),
  ) as Filters<Name>;
  const change = (changed: { readonly [N in Name]?: string | undefined }) =>
    setSearch((before) => mergeFilters(before, changed), { replace: true });
  return [filters, change];
}

/** The query string with some filters set and the empty ones gone. */
export function mergeFilters(
  before: URLSearchParams,
  changed: Readonly<Record<string, string | undefined>>,
): URLSearchParams {
  const after = new URLSearchParams(before);
  for (const [name, value] of Object.entries(changed)) {
    if (value) after.set(name, value);
    else after.delete(name);
  }
  return after;
}
