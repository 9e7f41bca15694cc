import type { Plugin } from 'vite';
import { catalog } from './catalog.ts';

const prefix = 'virtual:words/';

/** Serves `virtual:words/<locale>`: the compiled catalog of one language, made from the words files. */
export const wordsPlugin = (): Plugin => ({
  name: 'guitai-words',
  resolveId: (id) => (id.startsWith(prefix) ? `\0${id}` : undefined),
  load(id) {
    if (!id.startsWith(`\0${prefix}`)) return undefined;
    const messages = JSON.stringify(catalog(id.slice(prefix.length + 1)));
    return `export const messages = JSON.parse(${JSON.stringify(messages)});`;
  },
});
