/** The one script of a host page: a round button and, once opened, the chat in a frame of Guitai's own origin. */
import { inkOn, type Page, type ToFrame, type ToHost } from '../shared/bridge.ts';
import { sheet } from './sheet.ts';

type Identity = string | null | (() => Promise<string | null>);
type Command = [name: string, value?: unknown];

const labels = {
  'zh-CN': '联系客服',
  'zh-TW': '聯絡客服',
  en: 'Chat with us',
};

const localeOf = (tag: string): keyof typeof labels =>
  !/^zh/i.test(tag) ? 'en' : /hant|tw|hk|mo/i.test(tag) ? 'zh-TW' : 'zh-CN';

const svg = (tag: string, attribute: string, value: string) => {
  const node = document.createElementNS('http://www.w3.org/2000/svg', tag);
  node.setAttribute(attribute, value);
  return node;
};

const begin = (script: HTMLScriptElement, early: ArrayLike<unknown>[]) => {
  const { site, colour, side, lang } = script.dataset;
  const { origin } = new URL(script.src);
  const mark = `guitai:${site}`;
  let locale = localeOf(lang || document.documentElement.lang || navigator.language);
  let frame: HTMLIFrameElement | undefined;
  let open = false;
  let loaded = false;
  let unread = 0;
  let page: Page | undefined;
  let identity: Identity | undefined;

  const host = document.createElement('guitai-chat');
  const root = host.attachShadow({ mode: 'open' });
  const style = new CSSStyleSheet();
  const button = document.createElement('button');
  const badge = document.createElement('span');

  const paint = (value: string) => {
    host.style.setProperty('--c', value);
    host.style.setProperty('--i', inkOn(value));
  };
  const say = (message: ToFrame) => {
    if (loaded) frame?.contentWindow?.postMessage(message, origin);
  };
  const sayPage = () =>
    say({ t: 'page', page: { url: location.href, title: document.title, ...page } });
  const sayIdentity = async () => {
    if (identity === undefined) return;
    const token = typeof identity === 'function' ? await identity().catch(() => null) : identity;
    say({ t: 'identity', token });
  };
  const load = () => {
    if (frame) return;
    frame = document.createElement('iframe');
    frame.src = `${origin}/widget/frame.html?site=${site}&lang=${locale}`;
    loaded = false;
    frame.onload = () => {
      loaded = true;
      sayIdentity();
      show();
    };
    root.append(frame);
  };
  const show = () => {
    if (open) load();
    host.toggleAttribute('data-open', open);
    badge.hidden = !unread;
    badge.textContent = `${unread}`;
    button.ariaLabel = labels[locale] + (unread ? ` (${unread})` : '');
    button.ariaExpanded = `${open}`;
    if (frame) {
      frame.hidden = !open;
      frame.title = labels[locale];
    }
    sayPage();
    say({ t: 'shown', open });
  };
  const turn = (wanted: boolean) => {
    open = wanted;
    show();
    (open ? frame : button)?.focus();
  };
  /** Remembers, once the buyer has written, that the next page may load the frame for the badge. */
  const remember = (known: boolean) => {
    try {
      if (known) localStorage.setItem(mark, '1');
      else localStorage.removeItem(mark);
    } catch {
      // A page may forbid storage; then the badge waits for the first opening.
    }
  };

  addEventListener('message', ({ origin: from, source, data }: MessageEvent<ToHost>) => {
    if (from !== origin || !frame || source !== frame.contentWindow) return;
    if (data.t === 'colour') paint(data.colour);
    if (data.t === 'close') turn(false);
    if (data.t === 'identity') sayIdentity();
    if (data.t === 'known') remember(data.known);
    if (data.t === 'unread') {
      unread = data.count;
      show();
    }
  });

  const api = (...[name, value]: Command) => {
    if (name === 'open' || name === 'close') turn(name === 'open');
    if (name === 'identify') {
      identity = value as Identity;
      sayIdentity();
    }
    if (name === 'page') {
      page = value as Page;
      sayPage();
    }
    if (name === 'language') {
      locale = localeOf(`${value}`);
      frame?.remove();
      frame = undefined;
      show();
    }
  };
  Object.assign(window, { Guitai: api });

  style.replaceSync(sheet);
  root.adoptedStyleSheets = [style];
  host.dataset.side = side;
  paint(colour ?? '#0f766e');
  const icon = svg('svg', 'viewBox', '0 0 24 24');
  icon.append(
    svg('path', 'd', 'M21 12a8 8 0 0 1-8 8H4l2-3a8 8 0 1 1 15-5zM9 12h.01M13 12h.01M17 12h.01'),
  );
  button.append(icon, badge);
  button.onclick = () => turn(!open);
  root.append(button);
  // A script in the head may run before there is a body.
  (document.body ?? document.documentElement).append(host);
  show();
  for (const call of early) api(...(Array.from(call) as Command));
  try {
    if (localStorage.getItem(mark)) load();
  } catch {
    // As above.
  }
};

const { Guitai } = window as { Guitai?: { q?: ArrayLike<unknown>[] } };
begin(document.currentScript as HTMLScriptElement, Guitai?.q ?? []);
