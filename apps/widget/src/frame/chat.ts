/** The chat of one visitor: its state, what keeps it true, and what may be done. */
import type { channels } from '@guitai/contract';
import type { ToFrame } from '../shared/bridge.ts';
import { browseActs } from './acts/browse.ts';
import { cardActs } from './acts/cards.ts';
import { writeActs } from './acts/write.ts';
import { api, isRefusal, mayRetry } from './api.ts';
import { backoffMs } from './backoff.ts';
import { beep } from './beep.ts';
import type { HostLine } from './host.ts';
import { type Frame, live } from './live.ts';
import { keptWords, outbox } from './outbox.ts';
import {
  emptyState,
  type State,
  withChat,
  withEvent,
  withMessages,
  withPending,
  withReading,
} from './state.ts';
import { keep } from './storage.ts';
import { createStore } from './store.ts';
import type { Conversation, Message } from './types.ts';
import { focusComposer } from './view/composer.tsx';
import { visitor } from './visitor.ts';
import { locale, w } from './words.ts';

const TYPING_EVERY_MS = 3_000;
const TYPING_EXPIRES_MS = 6_000;

/** What the views may do. */
export type Act = ReturnType<typeof startChat>;

/** Starts the chat of a site on the line to its page; `draw` is given every new state. */
export const startChat = (site: string, host: HostLine, draw: (state: State) => void) => {
  const kept = keep(site);
  let atBottom = true;
  /** Grows when the chat is dropped: answers to questions of before are then nobody's. */
  let era = 0;
  let typedAt = 0;
  let typingTimer: ReturnType<typeof setTimeout> | undefined;
  let unreadSaid: number | undefined;

  const store = createStore(emptyState, (state) => {
    const unread = state.conversation?.unread ?? 0;
    if (unread !== unreadSaid) host.say({ t: 'unread', count: unread });
    unreadSaid = unread;
    draw(state);
    sayRead();
  });
  const { get, set, turn } = store;

  const who = visitor(kept, () => host.say({ t: 'identity' }));
  const sayKnown = () => host.say({ t: 'known', known: !!who.secret() });
  /** The secret opens nothing any more: nothing of the chat stays here. */
  const drop = () => {
    era++;
    who.forget();
    line.stop();
    sayKnown();
    const { frame, open, seen, online, page } = get();
    turn({ ...emptyState, frame, open, seen, online, page });
  };
  const call = api(site, locale, who);

  /** What is in sight is read, and only that. */
  const sayRead = () => {
    const { conversation, seen } = get();
    if (!conversation || !seen || !atBottom) return;
    const { id, lastSeq, buyerReadSeq } = conversation;
    if (buyerReadSeq < lastSeq && line.send({ t: 'read', conversationId: id, seq: lastSeq }))
      turn(withReading(get(), { buyerReadSeq: lastSeq }));
  };

  const fetchChat = async (): Promise<void> => {
    if (!who.secret() && !who.identity()) return;
    const mine = era;
    const chat = await call<typeof channels.getChat>('GET', '');
    if (mine !== era) return;
    if (isRefusal(chat)) {
      if (chat.code === 'visitor.unknown') drop();
      return;
    }
    turn(withChat(get(), chat));
    if (who.secret()) line.start(chat.cursor);
    sayKnown();
  };

  const onFrame = (frame: Frame) => {
    if (frame.t === 'event') {
      const data = frame.data as { message?: Message; conversation?: Conversation };
      const known = get().conversation?.id;
      turn(withEvent(get(), frame.type as string, data));
      // Another conversation: a new one, or one adopted at sign-in. The server knows which is the present one.
      if (known && data.conversation && data.conversation.id !== known) fetchChat();
      set({ heard: true });
      if (get().sound && data.message?.author.kind === 'member') beep();
    } else if (frame.t === 'typing') {
      const by = frame.by as { kind: string; id: string };
      if (by.kind !== 'member') return;
      set({ typing: get().frame?.team.find(({ id }) => id === by.id)?.name ?? w.shop });
      clearTimeout(typingTimer);
      typingTimer = setTimeout(() => set({ typing: null }), TYPING_EXPIRES_MS);
    } else if (frame.t === 'resync') {
      fetchChat();
    } else if (frame.t === 'ready') {
      const self = frame.self as { visitorSecret?: string } | undefined;
      who.replaceSecret(self?.visitorSecret);
      set({ heard: true });
      mail.flush();
      sayRead();
    } else if (frame.t === 'bye' && frame.why === 'signed_out') {
      drop();
    }
  };
  const line = live({
    hello: () => {
      const token = who.secret();
      return token && { site, token, identity: who.identity() ?? undefined };
    },
    onFrame,
    onLine: (up) => set({ online: up || navigator.onLine }),
  });

  const mail = outbox({
    kept,
    call,
    ensureSecret: who.ensureSecret,
    pending: () => get().pending,
    onAdd: (word) => set({ pending: [...get().pending, word] }),
    onPatch: (key, patch) => turn(withPending(get(), key, patch)),
    onSent: (message, conversation) => {
      if (!who.secret()) return;
      turn({ ...withMessages(get(), [message]), conversation });
      line.start();
      sayKnown();
    },
  });

  /** Ends the chat here and on the server: afterwards the secret opens nothing. */
  const forget = async () => {
    if (who.secret()) await call<typeof channels.signOutVisitor>('DELETE', '/session');
    drop();
  };
  const hear = async (message: ToFrame) => {
    if (message.t === 'page') set({ page: message.page });
    if (message.t === 'shown') shown(message.open);
    if (message.t === 'identity') {
      if (who.isAnother(message.token)) await forget();
      who.identify(message.token);
      if (message.token && !get().verified) fetchChat();
    }
  };
  const look = () => set({ seen: get().open && !document.hidden });
  /** Opened, the cursor stands in the line to write as soon as it is drawn. */
  const shown = (open: boolean) => {
    set({ open });
    look();
    if (open) queueMicrotask(focusComposer);
  };

  const fetchFrame = async (tries = 0): Promise<void> => {
    const frame = await call<typeof channels.getChatFrame>('GET', `/frame?locale=${locale}`);
    if (isRefusal(frame)) {
      set({ notice: frame.detail || w.unreachable });
      if (mayRetry(frame)) setTimeout(() => fetchFrame(tries + 1), backoffMs(tries));
      return;
    }
    set({ frame, notice: '' });
    host.allow(frame.origins, hear);
    host.say({ t: 'colour', colour: frame.colour });
  };

  for (const change of ['online', 'offline'])
    addEventListener(change, () => set({ online: navigator.onLine }));
  addEventListener('visibilitychange', look);
  addEventListener('storage', ({ key, newValue }) => {
    if (key !== `${kept.prefix}secret`) return;
    if (newValue) fetchChat();
    else drop();
  });

  set({ pending: keptWords(kept), sound: kept.get('sound') === '1', online: navigator.onLine });
  if (parent === window) shown(true);
  fetchFrame();
  fetchChat().then(mail.flush);

  const cards = cardActs(store, call);
  const write = writeActs(store, mail);
  return {
    ...write,
    ...browseActs(store, call, cards.picture, (orderId) => write.put({ orderId })),
    ...cards,
    retry: mail.retry,
    drop: mail.drop,
    set,
    /** Closes the sheet on the host page. */
    close: () => host.say({ t: 'close' }),
    typing: () => {
      const { conversation } = get();
      if (!conversation || Date.now() - typedAt < TYPING_EVERY_MS) return;
      typedAt = Date.now();
      line.send({ t: 'typing', conversationId: conversation.id });
    },
    scrolled: (bottom: boolean) => {
      atBottom = bottom;
      sayRead();
    },
    sound: () => {
      const on = !get().sound;
      if (who.secret()) kept.set('sound', on ? '1' : null);
      set({ sound: on });
    },
    forget,
  };
};
