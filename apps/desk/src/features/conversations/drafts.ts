import { conversations } from '@guitai/contract';
import { useSyncExternalStore } from 'react';
import { api } from '../../lib/api.ts';

export type DraftKind = 'reply' | 'note';

interface Draft {
  readonly conversationId: string;
  readonly kind: DraftKind;
  readonly text: string;
  /** Not on the server yet. */
  readonly unsaved: boolean;
}

/** Unsent words by conversation and kind. Apart from the cache: a fresh load never touches them. */
const drafts = new Map<string, Draft>();
const listeners = new Set<() => void>();
const pause = 600;
let timer: ReturnType<typeof setTimeout> | undefined;

const name = (conversationId: string, kind: DraftKind): string => `${kind} ${conversationId}`;

function put(draft: Draft): void {
  drafts.set(name(draft.conversationId, draft.kind), draft);
  for (const listener of listeners) listener();
}

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};

export const draftOf = (conversationId: string, kind: DraftKind): string =>
  drafts.get(name(conversationId, kind))?.text ?? '';

export const useDraft = (conversationId: string, kind: DraftKind): string =>
  useSyncExternalStore(subscribe, () => draftOf(conversationId, kind));

/** What the server kept (another device, an earlier day); what was typed here meanwhile wins. */
export function seedDrafts(conversationId: string, kept: conversations.Drafts): void {
  for (const kind of ['reply', 'note'] as const) {
    if (drafts.get(name(conversationId, kind))?.unsaved) continue;
    put({ conversationId, kind, text: kept[kind], unsaved: false });
  }
}

/** Keeps words as they are typed; the server has them a moment later. */
export function writeDraft(conversationId: string, kind: DraftKind, text: string): void {
  put({ conversationId, kind, text, unsaved: true });
  clearTimeout(timer);
  timer = setTimeout(saveDrafts, pause);
}

/** Sends every unsaved draft now: on leaving a conversation, the field or the page. */
export function saveDrafts(): void {
  clearTimeout(timer);
  for (const draft of drafts.values()) if (draft.unsaved) void save(draft);
}

async function save(draft: Draft): Promise<void> {
  const { conversationId, kind, text } = draft;
  const outcome = await api.attempt(
    conversations.putDraft,
    { conversationId, kind, text },
    { fetch: lasting },
  );
  if (outcome.ok && drafts.get(name(conversationId, kind)) === draft)
    put({ ...draft, unsaved: false });
}

/** Survives the page being closed. */
const lasting = (url: string, init: RequestInit) =>
  fetch(url, { ...init, keepalive: String(init.body).length < 60_000 });

addEventListener('pagehide', saveDrafts);
