import type { Endpoint, InputOf, ReplyOf } from '@guitai/contract';
import type { ProblemError } from '@guitai/sdk';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { callAny } from './query.ts';

type ItemOf<E extends Endpoint> =
  ReplyOf<E> extends { items: readonly (infer Item)[] } ? Item : never;

/** A list that grows at its end. */
export interface Pages<Item> {
  /** What is here so far; undefined until the first page has come. */
  readonly items: readonly Item[] | undefined;
  readonly error: ProblemError | null;
  /** Fetches the next page; nothing happens at the end or while one is under way. */
  readonly more: () => void;
  readonly atEnd: boolean;
  /** An answer to another input is still shown, or a page is under way. */
  readonly busy: boolean;
}

/** Reads a list page by page through the cache, following the cursor. */
export function usePages<E extends Endpoint>(
  endpoint: E,
  input: InputOf<E>,
  { when = true }: { readonly when?: boolean } = {},
): Pages<ItemOf<E>> {
  const { data, error, fetchNextPage, hasNextPage, isFetchingNextPage, isPlaceholderData } =
    useInfiniteQuery<PageReply<ItemOf<E>>, ProblemError>({
      queryKey: [endpoint.id, 'pages', input],
      queryFn: ({ pageParam, signal }) =>
        callAny(
          endpoint,
          (pageParam ? { ...(input as object), cursor: pageParam } : input) as InputOf<E>,
          { signal },
        ) as Promise<PageReply<ItemOf<E>>>,
      initialPageParam: undefined,
      getNextPageParam: (page) => page.next ?? undefined,
      placeholderData: keepPreviousData,
      enabled: when,
    });
  const items = useMemo(() => data?.pages.flatMap((page) => page.items), [data]);
  return {
    items,
    error,
    more: () => void (hasNextPage && !isFetchingNextPage && fetchNextPage()),
    atEnd: !hasNextPage,
    busy: isFetchingNextPage || isPlaceholderData,
  };
}

interface PageReply<Item> {
  readonly items: readonly Item[];
  readonly next: string | null;
}
