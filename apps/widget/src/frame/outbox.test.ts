import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Call } from './api.ts';
import { keptWords, outbox } from './outbox.ts';
import { emptyState, withMessages, withPending } from './state.ts';
import { keep } from './storage.ts';
import type { Message, SendBody } from './types.ts';

/** A server that keeps one message a client key, as the real one does, and can lose its answers. */
const server = () => {
  const stored = new Map<string, SendBody>();
  let losing = 0;
  let down = false;
  const call = async (_method: string, path: string, ask: { key?: string; body?: unknown }) => {
    if (down) return { status: 0, code: '', detail: '' };
    if (path === '/files') return { file: { id: 'file-1' } };
    const body = ask.body as SendBody;
    if (body.text === 'refuse') return { status: 422, code: 'no', detail: 'no' };
    if (!stored.has(body.clientKey)) stored.set(body.clientKey, body);
    if (losing-- > 0) return { status: 0, code: '', detail: '' };
    const seq = [...stored.keys()].indexOf(body.clientKey) + 1;
    const message = { id: `m${seq}`, seq, conversationId: 'c', clientKey: body.clientKey, at: '' };
    return { message: message as Message, conversation: { id: 'c' } };
  };
  return {
    call: call as unknown as Call,
    stored,
    lose: (answers: number) => {
      losing = answers;
    },
    goDown: (yes: boolean) => {
      down = yes;
    },
  };
};

const shelf = (): Storage => {
  const held: Record<string, string> = {};
  return held as unknown as Storage;
};

const page = (call: Call) => {
  let state = emptyState;
  const kept = keep('site');
  state = { ...state, pending: keptWords(kept) };
  const box = outbox({
    kept,
    call,
    ensureSecret: () => {},
    pending: () => state.pending,
    onAdd: (word) => {
      state = { ...state, pending: [...state.pending, word] };
    },
    onPatch: (key, patch) => {
      state = withPending(state, key, patch);
    },
    onSent: (message) => {
      state = withMessages(state, [message]);
    },
  });
  return { box, state: () => state };
};

const texts = (stored: Map<string, SendBody>) => [...stored.values()].map(({ text }) => text);

describe('words on their way', () => {
  beforeEach(() => {
    vi.useFakeTimers();
    vi.stubGlobal('localStorage', shelf());
    vi.stubGlobal('addEventListener', () => {});
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  test('WID-03 what was written without a line is sent once on return, in order', async () => {
    const { call, stored, goDown } = server();
    goDown(true);
    const { box, state } = page(call);
    for (const text of ['one', 'two', 'three']) box.add({ text });
    await vi.advanceTimersByTimeAsync(10_000);
    expect(stored.size).toBe(0);
    goDown(false);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(texts(stored)).toEqual(['one', 'two', 'three']);
    expect(state().pending).toEqual([]);
    expect(keptWords(keep('site'))).toEqual([]);
  });

  test('WID-03 a lost answer and a reload in between still make one message', async () => {
    const { call, stored, lose, goDown } = server();
    lose(1);
    page(call).box.add({ text: 'once' });
    await vi.advanceTimersByTimeAsync(0);
    goDown(true);
    await vi.advanceTimersByTimeAsync(5_000);
    goDown(false);
    const reloaded = page(call);
    expect(reloaded.state().pending.length).toBe(1);
    reloaded.box.flush();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(texts(stored)).toEqual(['once']);
    expect(reloaded.state().messages.length).toBe(1);
  });

  test('WID-03 two tabs that send the same kept word make one message', async () => {
    const { call, stored, goDown } = server();
    goDown(true);
    page(call).box.add({ text: 'both' });
    await vi.advanceTimersByTimeAsync(0);
    const tabs = [page(call), page(call)];
    goDown(false);
    for (const tab of tabs) tab.box.flush();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(texts(stored)).toEqual(['both']);
  });

  test('a refused word stays with its reason, the next ones go on; it can be tried again or dropped', async () => {
    const { call, stored } = server();
    const { box, state } = page(call);
    box.add({ text: 'refuse' });
    box.add({ text: 'fine' });
    await vi.advanceTimersByTimeAsync(1_000);
    expect(texts(stored)).toEqual(['fine']);
    expect(state().pending[0]?.refused).toBe('no');
    box.drop(state().pending[0]?.key ?? '');
    expect(state().pending).toEqual([]);
    expect(keptWords(keep('site'))).toEqual([]);
  });

  test('a file goes up first, its message follows under the same word', async () => {
    const { call, stored } = server();
    page(call).box.add({}, new File(['x'], 'a.png', { type: 'image/png' }));
    await vi.advanceTimersByTimeAsync(1_000);
    expect([...stored.values()][0]?.fileId).toBe('file-1');
  });

  test('a site reads nothing of another site', () => {
    keep('other').set('out:k', '{"key":"k"}');
    expect(keptWords(keep('site'))).toEqual([]);
  });
});
