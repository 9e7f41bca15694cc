import { conversations, live } from '@guitai/contract';
import { type Ack, connectLive, type Live, type LiveStatus, type Outgoing } from '@guitai/sdk';
import { useSyncExternalStore } from 'react';
import { api } from './api.ts';
import { applyEvent, readAs, resync } from './feed.ts';
import { leave } from './session.tsx';
import { createStore } from './store.ts';

export interface Typist {
  readonly kind: 'buyer' | 'member' | 'system';
  readonly id: string | null;
  readonly note: boolean;
  /** When it stops being shown, in ms. */
  readonly until: number;
}

const status = createStore<LiveStatus>('connecting');
const typists = createStore<ReadonlyMap<string, readonly Typist[]>>(new Map());
const viewers = createStore<ReadonlyMap<string, readonly string[]>>(new Map());
const presence = createStore<ReadonlyMap<string, 'online' | 'away' | 'offline'>>(new Map());
const listeners = new Set<(event: live.EventFrame) => void>();

const typingLasts = 6_000;
let connection: Live | undefined;

/** Opens the one connection of this tab; a second call changes nothing. */
export function goLive(memberId: string): void {
  if (connection) return;
  readAs({ memberId });
  const url = new URL('/api/live', location.href);
  url.protocol = url.protocol.replace('http', 'ws');
  connection = connectLive({
    url: url.href,
    hello: () => ({ as: 'desk' }),
    fallback: { poll: (input) => api.call(live.pollEvents, input), post: postByHttp },
    onEvent: (event) => {
      applyEvent(event);
      for (const listener of listeners) listener(event);
    },
    onResync: resync,
    onStatus: status.set,
    onTyping: ({ conversationId, by, note }) => addTypist(conversationId, { ...by, note }),
    onViewing: ({ conversationId, members }) =>
      viewers.set(new Map(viewers.get()).set(conversationId, members)),
    onPresence: ({ member, status: now }) => presence.set(new Map(presence.get()).set(member, now)),
    onBye: (why) => why === 'signed_out' && leave(),
    onRefused: ({ code }) => code === 'access.signed_out' && leave(),
  });
  addEventListener('online', () => connection?.retryNow());
  document.addEventListener('visibilitychange', () => !document.hidden && connection?.retryNow());
}

/** What the socket would have carried, by the ordinary endpoints; the key keeps it one message either way. */
async function postByHttp({
  key,
  conversationId = '',
  kind,
  text,
  seen,
  sure,
}: Outgoing): Promise<Ack> {
  const body = { conversationId, clientKey: key, text };
  const message =
    kind === 'note'
      ? await api.call(conversations.addNote, body)
      : await api.call(conversations.sendMessage, {
          ...body,
          ...(seen === undefined ? {} : { seen }),
          ...(sure ? { sure } : {}),
        });
  return { key, messageId: message.id, conversationId, seq: message.seq, at: message.at };
}

function addTypist(conversationId: string, by: Omit<Typist, 'until'>): void {
  const until = Date.now() + typingLasts;
  const others = (typists.get().get(conversationId) ?? []).filter(
    (one) => one.id !== by.id || one.kind !== by.kind,
  );
  typists.set(new Map(typists.get()).set(conversationId, [...others, { ...by, until }]));
  setTimeout(() => dropTypists(conversationId), typingLasts + 50);
}

function dropTypists(conversationId: string, gone: (one: Typist) => boolean = isOver): void {
  const now = typists.get().get(conversationId) ?? [];
  const left = now.filter((one) => !gone(one));
  if (left.length < now.length) typists.set(new Map(typists.get()).set(conversationId, left));
}

const isOver = (one: Typist): boolean => one.until <= Date.now();

/** Whoever has just spoken has stopped writing. */
export const stopTypist = (conversationId: string, kind: string, id: string | null): void =>
  dropTypists(conversationId, (one) => one.kind === kind && (kind === 'buyer' || one.id === id));

/** Tells of each event after the cache has changed; for what is not cache (announcing, forgetting). */
export function onLiveEvent(listener: (event: live.EventFrame) => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

export const liveSend = (message: Outgoing): Promise<Ack> => {
  if (!connection) throw new Error('goLive comes first.');
  return connection.send(message);
};
export const liveWithdraw = (key: string): void => connection?.withdraw(key);
export const liveTyping = (conversationId: string, note: boolean): void =>
  connection?.typing(conversationId, note);
export const liveViewing = (conversationId: string | null): void =>
  connection?.viewing(conversationId);
export const liveRead = (conversationId: string, seq: number): void =>
  connection?.read(conversationId, seq);

export const useLiveStatus = (): LiveStatus => useSyncExternalStore(status.subscribe, status.get);

const nobody: readonly never[] = [];

/** Who is writing in a conversation now. */
export const useTypists = (conversationId: string): readonly Typist[] =>
  useSyncExternalStore(typists.subscribe, () => typists.get().get(conversationId) ?? nobody);

/** Ids of the members who have a conversation open. */
export const useViewers = (conversationId: string): readonly string[] =>
  useSyncExternalStore(viewers.subscribe, () => viewers.get().get(conversationId) ?? nobody);

/** Availability by member, as far as it changed while this tab is open. */
export const usePresenceChanges = (): ReadonlyMap<string, 'online' | 'away' | 'offline'> =>
  useSyncExternalStore(presence.subscribe, presence.get);
