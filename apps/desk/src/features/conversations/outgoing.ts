import { conversations, type InputOf, scripts } from '@guitai/contract';
import { isProblem, type ProblemError } from '@guitai/sdk';
import { useSyncExternalStore } from 'react';
import { api } from '../../lib/api.ts';
import { liveSend, liveWithdraw } from '../../lib/live.ts';
import { cache } from '../../lib/query.ts';
import { createStore } from '../../lib/store.ts';
import { uploadWithProgress } from '../../lib/upload.ts';
import { threadKey } from './keys.ts';
import { append, type Thread } from './thread.reducer.ts';
import { uploadInPieces, worthPieces } from './upload-pieces.ts';

/** A message of a script on its way. */
export type ScriptMessage = Omit<
  InputOf<typeof scripts.sendScriptPart>,
  'conversationId' | 'clientKey' | 'seen' | 'sure' | 'text'
>;

/** What was sent from this tab and is not in the thread yet. */
export interface Outgoing {
  /** Client key: the same message never arrives twice. */
  readonly key: string;
  readonly conversationId: string;
  readonly kind: 'text' | 'note' | 'file' | 'part';
  readonly text: string;
  readonly file?: File;
  /** Address of the picture while it is only here. */
  readonly preview?: string;
  /** Last `seq` the author saw; a colleague's later answer asks for confirmation. */
  readonly seen?: number;
  /** Sent although a word warns. */
  readonly sure?: boolean;
  /** Which message of which script it is; the server says it and counts it, once per key. */
  readonly script?: ScriptMessage;
  readonly at: string;
  readonly state: 'sending' | 'sent' | 'failed' | 'asks';
  /** Uploaded share, 0 to 1, files only. */
  readonly progress?: number;
  readonly problem?: ProblemError;
}

type All = readonly Outgoing[];
const store = createStore<All>(restore());
store.subscribe(keep);

const change = (key: string, fields: Partial<Outgoing>): void =>
  store.set(store.get().map((one) => (one.key === key ? { ...one, ...fields } : one)));

const remove = (key: string): void => {
  const gone = store.get().find((one) => one.key === key);
  if (gone?.preview) URL.revokeObjectURL(gone.preview);
  store.set(store.get().filter((one) => one.key !== key));
};

const nothing: All = [];
let cachedFor: { all: All; by: Map<string, All> } | undefined;

function of(conversationId: string): All {
  const all = store.get();
  if (cachedFor?.all !== all) {
    cachedFor = { all, by: Map.groupBy(all, (one) => one.conversationId) };
  }
  return cachedFor.by.get(conversationId) ?? nothing;
}

export const useOutgoing = (conversationId: string): All =>
  useSyncExternalStore(store.subscribe, () => of(conversationId));

/** Sends words: shown at once, repeated by the connection until the server answers. */
export function post(
  conversationId: string,
  kind: 'text' | 'note',
  text: string,
  seen?: number,
): void {
  const one: Outgoing = {
    key: crypto.randomUUID(),
    conversationId,
    kind,
    text,
    ...(seen === undefined ? {} : { seen }),
    at: new Date().toISOString(),
    state: 'sending',
  };
  store.set([...store.get(), one]);
  void sendWords(one);
}

async function sendWords(one: Outgoing): Promise<void> {
  const { key, conversationId, kind, text, seen, sure } = one;
  if (one.script) return void (await sendPart(one));
  if (kind === 'file' || kind === 'part') return;
  try {
    const ack = await liveSend({
      key,
      conversationId,
      kind,
      text,
      ...(seen === undefined ? {} : { seen }),
      ...(sure ? { sure } : {}),
    });
    change(key, { state: 'sent' });
    settle(conversationId, ack.seq);
  } catch (error) {
    fail(key, error);
  }
}

/** Sends the messages of a script in order, each under its own key; what failed stays with what would have followed it. */
export async function postScript(
  conversationId: string,
  parts: readonly (ScriptMessage & { kind: string; label: string; text?: string })[],
  seen: number,
): Promise<void> {
  const made = parts.map(
    ({ kind, label, text, ...script }): Outgoing => ({
      key: crypto.randomUUID(),
      conversationId,
      kind: kind === 'text' ? 'text' : 'part',
      text: text ?? label,
      seen,
      script,
      at: new Date().toISOString(),
      state: 'sending',
    }),
  );
  store.set([...store.get(), ...made]);
  for (const [n, one] of made.entries()) {
    if (await sendPart(n === 0 ? one : withoutSeen(one))) continue;
    for (const { key } of made.slice(n + 1)) change(key, { state: 'failed' });
    return;
  }
}

/** Only the first message asks whether a colleague has answered meanwhile: the others follow one's own. */
const withoutSeen = ({ seen: _seen, ...one }: Outgoing): Outgoing => one;

/** True when it is in the thread. */
async function sendPart(one: Outgoing): Promise<boolean> {
  const { key, conversationId, kind, text, seen, sure, script } = one;
  if (!script) return false;
  try {
    const message = await api.call(scripts.sendScriptPart, {
      ...script,
      conversationId,
      clientKey: key,
      ...(kind === 'text' ? { text } : {}),
      ...(seen === undefined ? {} : { seen }),
      ...(sure ? { sure } : {}),
    });
    cache.setQueryData<Thread>(
      threadKey(conversationId),
      (thread) => thread && append(thread, message),
    );
    remove(key);
    return true;
  } catch (error) {
    fail(key, error);
    return false;
  }
}

/** Pictures the browser can show before they are sent; an SVG is never drawn. */
const shown = new Set(['image/png', 'image/jpeg', 'image/webp', 'image/gif']);

/** Sends a picture or a file, with its progress. */
export function postFile(conversationId: string, file: File): void {
  const one: Outgoing = {
    key: crypto.randomUUID(),
    conversationId,
    kind: 'file',
    text: '',
    file,
    ...(shown.has(file.type) ? { preview: URL.createObjectURL(file) } : {}),
    at: new Date().toISOString(),
    state: 'sending',
    progress: 0,
  };
  store.set([...store.get(), one]);
  void sendFile(one);
}

async function sendFile({ key, conversationId, file }: Outgoing): Promise<void> {
  if (!file) return;
  try {
    const stored = await upload(key, conversationId, file);
    if (!stored) return;
    const message = await api.call(conversations.sendMessage, {
      conversationId,
      clientKey: key,
      fileId: stored.id,
    });
    cache.setQueryData<Thread>(
      threadKey(conversationId),
      (thread) => thread && append(thread, message),
    );
    remove(key);
  } catch (error) {
    fail(key, error);
  }
}

/** Null when it was taken back meanwhile. */
function upload(key: string, conversationId: string, file: File) {
  const onProgress = (progress: number) => change(key, { progress });
  if (file.size > worthPieces) {
    const wanted = () => store.get().some((one) => one.key === key);
    return uploadInPieces({ conversationId, file, key, wanted, onProgress });
  }
  return api.upload(conversations.uploadFile, { conversationId }, file, {
    name: file.name,
    idempotencyKey: key,
    fetch: uploadWithProgress(onProgress),
  });
}

function fail(key: string, error: unknown): void {
  if (!isProblem(error)) throw error;
  if (error.code === 'network.aborted' && !store.get().some((one) => one.key === key)) return;
  const asks = ['conversation.answered_meanwhile', 'message.words_warned'].includes(error.code);
  change(key, { state: asks ? 'asks' : 'failed', problem: error });
}

/** What the thread already shows is no longer on its way. */
export function settle(conversationId: string, seq: number): void {
  const thread = cache.getQueryData<Thread>(threadKey(conversationId));
  const last = thread?.messages.at(-1)?.seq ?? 0;
  if (last < seq) return;
  const keys = new Set(thread?.messages.slice(-50).map(({ clientKey }) => clientKey));
  for (const one of of(conversationId))
    if (keys.has(one.key) || one.state === 'sent') remove(one.key);
}

/** Tries again under the same key: had it arrived after all, it stays one message. */
export function retry(one: Outgoing): void {
  change(one.key, { state: 'sending' });
  void (one.kind === 'file' ? sendFile(one) : sendWords(one));
}

/** Sends although a colleague has just answered, or a word warns; the refused one is not there, so its key is free. */
export function sendAnyway(one: Outgoing): void {
  const { problem, ...rest } = one;
  const warned = problem?.code === 'message.words_warned';
  const next = { ...(warned ? rest : withoutSeen(rest)), ...(warned ? { sure: true } : {}) };
  const again: Outgoing = { ...next, state: 'sending' };
  store.set(store.get().map((other) => (other.key === one.key ? again : other)));
  void sendWords(again);
}

/** Gives up on it; the words are returned so that they can go back to the composer. */
export function takeBack(one: Outgoing): string {
  remove(one.key);
  liveWithdraw(one.key);
  return one.text;
}

const place = 'guitai.outgoing';

/** Words that were on their way when the page was left come back as failed ones, with their key. */
function restore(): All {
  const kept = JSON.parse(sessionStorage.getItem(place) ?? '[]') as Outgoing[];
  return kept.map((one) => ({ ...one, state: 'failed' }));
}

function keep(): void {
  const words = store.get().filter(({ kind, state }) => kind !== 'file' && state !== 'sent');
  sessionStorage.setItem(place, JSON.stringify(words.map(({ problem, ...one }) => one)));
}
