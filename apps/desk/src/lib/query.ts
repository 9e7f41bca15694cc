import type { Endpoint, InputOf, ReplyOf } from '@guitai/contract';
import { isProblem, mayRetry, type ProblemError } from '@guitai/sdk';
import {
  keepPreviousData,
  QueryClient,
  type QueryKey,
  type UseQueryResult,
  useMutation,
  useQuery,
} from '@tanstack/react-query';
import { useRef } from 'react';
import { api } from './api.ts';

/** The one cache of everything the server said. Live events change it; see `live.ts`. */
export const cache = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      gcTime: 30 * 60_000,
      refetchOnWindowFocus: false,
      retry: (tries, error) => tries < 4 && mayRetry(error),
      retryDelay: (tries) => Math.min(500 * 2 ** tries, 8_000) * (0.75 + Math.random() / 2),
    },
  },
});

/** Where an endpoint's reply lives in the cache. */
export const replyKey = <E extends Endpoint>(endpoint: E, input?: InputOf<E>): QueryKey =>
  input === undefined ? [endpoint.id] : [endpoint.id, input];

interface ReplyOptions {
  /** False: do not ask yet. */
  readonly when?: boolean;
  /** Milliseconds for which an earlier reply is shown without asking again. */
  readonly freshFor?: number;
  /** Keeps showing the reply to the earlier input until the new one is here (search as you type). */
  readonly keepPrevious?: boolean;
}

/** Reads an endpoint through the cache. */
export function useReply<E extends Endpoint>(
  endpoint: E,
  input: InputOf<E>,
  { when = true, freshFor, keepPrevious = false }: ReplyOptions = {},
): UseQueryResult<ReplyOf<E>, ProblemError> {
  return useQuery<ReplyOf<E>, ProblemError>({
    queryKey: replyKey(endpoint, input),
    queryFn: ({ signal }) => callAny(endpoint, input, { signal }),
    enabled: when,
    ...(freshFor === undefined ? {} : { staleTime: freshFor }),
    ...(keepPrevious ? { placeholderData: keepPreviousData } : {}),
  });
}

type CallAny = <E extends Endpoint>(
  endpoint: E,
  input: InputOf<E>,
  options?: { signal?: AbortSignal; idempotencyKey?: string },
) => Promise<ReplyOf<E>>;

/** `api.call` for code that is itself generic over the endpoint. */
export const callAny = api.call as unknown as CallAny;

/** An act on the server: a button's state, its refusal, and what it answered. */
export interface Act<E extends Endpoint> {
  /** Runs it; resolves to the reply, or to undefined when it was refused (see `refusal`). */
  readonly run: (input: InputOf<E>) => Promise<ReplyOf<E> | undefined>;
  readonly busy: boolean;
  /** The server's refusal of the last run, to be shown where the click was (`ui/Refusal.tsx`). */
  readonly refusal: ProblemError | null;
  readonly reset: () => void;
}

/** Prepares a mutation. Pressing again after a lost connection repeats the same idempotency key. */
export function useAct<E extends Endpoint>(
  endpoint: E,
  onDone?: (reply: ReplyOf<E>, input: InputOf<E>) => void,
): Act<E> {
  const lost = useRef<{ input: string; key: string }>(undefined);
  const mutation = useMutation<ReplyOf<E>, ProblemError, InputOf<E>>({
    networkMode: 'always',
    mutationFn: async (input) => {
      const text = JSON.stringify(input);
      const key = lost.current?.input === text ? lost.current.key : crypto.randomUUID();
      lost.current = { input: text, key };
      const reply = await callAny(endpoint, input, { idempotencyKey: key });
      lost.current = undefined;
      return reply;
    },
    onError: (error) => {
      if (!mayRetry(error)) lost.current = undefined;
    },
    ...(onDone ? { onSuccess: onDone } : {}),
  });
  return {
    run: (input) => mutation.mutateAsync(input).catch(swallowRefusal),
    busy: mutation.isPending,
    refusal: mutation.error,
    reset: mutation.reset,
  };
}

/** A refusal is already kept in `refusal`; anything else is a fault of ours and must be heard. */
function swallowRefusal(error: unknown): undefined {
  if (!isProblem(error)) throw error;
}

/** Forgets replies of these endpoints, so that what is on screen is fetched again. */
export const refresh = (...endpoints: Endpoint[]): void => {
  for (const endpoint of endpoints) void cache.invalidateQueries({ queryKey: [endpoint.id] });
};
