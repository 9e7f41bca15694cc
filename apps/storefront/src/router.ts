/** Addresses of the shop, below `/shop/`. */
import { kept } from './store.ts';

const base = '/shop';
const here = () => location.pathname.slice(base.length) || '/';
const path = kept(here());

/** The address of a page. */
export const to = (page: string): string => base + page;

let steps = 0;

/** Back to where one came from within the shop, or to its first page. */
export const goBack = (): void => {
  if (steps > 0) history.back();
  else go('/');
};

/** Goes to a page without loading the document anew. */
export const go = (page: string): void => {
  steps++;
  history.pushState(null, '', to(page));
  path.set(here());
  scrollTo(0, 0);
};

/** In a view: the present path, below `/shop`. */
export const usePath = (): string => path.use();

addEventListener('popstate', () => path.set(here()));

/** Plain clicks on links of the shop stay within the page; others are the browser's. */
addEventListener('click', (event) => {
  const link = (event.target as Element).closest?.('a');
  const modified = event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0;
  if (!link || modified || link.target || link.origin !== location.origin) return;
  if (!link.pathname.startsWith(`${base}/`)) return;
  event.preventDefault();
  go(link.pathname.slice(base.length));
});
