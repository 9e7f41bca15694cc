/** Words on their way: kept across reloads, sent one after the other, each exactly once thanks to its client key. */
import type { channels } from '@guitai/contract';
import { type Call, isRefusal, mayRetry, type Refusal } from './api.ts';
import { backoffMs } from './backoff.ts';
import type { Pending } from './state.ts';
import { type Keep, randomText } from './storage.ts';
import type { Conversation, Message, SendBody } from './types.ts';

interface Needs {
  kept: Keep;
  call: Call;
  /** Makes sure that there is a secret to send under. */
  ensureSecret: () => void;
  pending: () => readonly Pending[];
  onAdd: (pending: Pending) => void;
  onPatch: (key: string, patch: Partial<Pending> | null) => void;
  onSent: (message: Message, conversation: Conversation) => void;
}

const prefix = 'out:';

/** Words an earlier page could not send, oldest first. */
export const keptWords = (kept: Keep): Pending[] =>
  kept
    .names(prefix)
    .flatMap((name) => {
      try {
        return [JSON.parse(kept.get(name) ?? '') as Pending];
      } catch {
        return [];
      }
    })
    .sort((a, b) => (a.at < b.at ? -1 : 1));

/** The outbox of one site. Two tabs may send the same word: the server answers both with the one message. */
export const outbox = (needs: Needs) => {
  const { kept, call, pending, onPatch } = needs;
  let running = false;
  let tries = 0;
  let again: ReturnType<typeof setTimeout> | undefined;

  const drop = (key: string) => {
    kept.set(prefix + key, null);
    onPatch(key, null);
  };

  const upload = async (word: Pending): Promise<SendBody | Refusal> => {
    if (!word.file) return word.body;
    const body = new FormData();
    body.append('file', word.file);
    const reply = await call<typeof channels.uploadChatFile>('POST', '/files', {
      key: `f${word.key}`,
      body,
      onProgress: (share) => onPatch(word.key, { share }),
    });
    if (isRefusal(reply)) return reply;
    const sent = { ...word.body, fileId: reply.file.id };
    onPatch(word.key, { body: sent, file: undefined });
    return sent;
  };

  const send = async (word: Pending): Promise<Refusal | undefined> => {
    needs.ensureSecret();
    const body = await upload(word);
    if (isRefusal(body)) return body;
    const { key } = word;
    const reply = await call<typeof channels.sendChatMessage>('POST', '/messages', { key, body });
    if (isRefusal(reply)) return reply;
    needs.onSent(reply.message, reply.conversation);
    drop(key);
  };

  /** Sends what waits; after trouble on the line tries again later, also when the browser comes back online. */
  const flush = async () => {
    clearTimeout(again);
    if (running) return;
    running = true;
    for (;;) {
      const word = pending().find(({ refused }) => refused === undefined);
      if (!word) break;
      const trouble = await send(word);
      if (!trouble) {
        tries = 0;
      } else if (mayRetry(trouble)) {
        again = setTimeout(flush, backoffMs(tries++));
        break;
      } else {
        onPatch(word.key, { refused: trouble.detail || trouble.code });
      }
    }
    running = false;
  };
  addEventListener('online', flush);

  return {
    flush,
    drop,
    add: (body: Omit<SendBody, 'clientKey'>, file?: File) => {
      const key = randomText(16);
      const word: Pending = {
        key,
        at: new Date().toISOString(),
        body: { ...body, clientKey: key },
      };
      if (file) word.file = file;
      else kept.set(prefix + key, JSON.stringify(word));
      needs.onAdd(word);
      flush();
    },
    retry: (key: string) => {
      onPatch(key, { refused: undefined });
      flush();
    },
  };
};

export type Outbox = ReturnType<typeof outbox>;
