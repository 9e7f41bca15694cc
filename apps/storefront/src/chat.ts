/** The shop's chat, by the same script tag any shop would use. */
import { freshToken } from './session.ts';
import type { ProductPage, Shop } from './types.ts';
import { locale } from './words.ts';

type Guitai = ((...command: unknown[]) => void) & { q?: unknown[][] };
type Host = { Guitai?: Guitai };

/** Commands given before the script is there wait in a queue it will read. */
const guitai = (...command: unknown[]): void => {
  const host = window as Host;
  if (!host.Guitai) {
    const early: unknown[][] = [];
    host.Guitai = Object.assign((...waiting: unknown[]) => void early.push(waiting), { q: early });
  }
  host.Guitai(...command);
};

/** Loads the chat of the shop once. */
export const embedChat = ({ site, colour }: Shop): void => {
  if (!site || document.querySelector('script[data-site]')) return;
  const script = document.createElement('script');
  script.src = '/widget/loader.js';
  script.async = true;
  Object.assign(script.dataset, { site, colour, lang: locale() });
  document.head.append(script);
};

/** Tells the chat who is signed in: a function, so that it can ask again when the token has run out. */
export const tellShopper = (signedIn: boolean): void =>
  guitai('identify', signedIn ? freshToken : null);

/** Tells the chat which product is on the page. */
export const tellProduct = (product?: ProductPage): void =>
  guitai(
    'page',
    product && {
      product: { id: product.id, title: product.title, imageUrl: product.imageUrl ?? undefined },
    },
  );

export const tellLanguage = (tag: string): void => guitai('language', tag);

export const openChat = (): void => guitai('open');
