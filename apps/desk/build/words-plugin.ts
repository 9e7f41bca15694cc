import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';
import { type Catalog, catalog, locales } from './catalog.ts';
import { fileNamed, lazyImport, readSources } from './sources.ts';
import { wordParts } from './word-parts.ts';

const prefix = '\0virtual:words/';
const src = fileURLToPath(new URL('../src/', import.meta.url)).replaceAll('\\', '/');

/** How the macros leave a message in the code. */
const messageId = /\bid:\s*"([\w+/]{6})"/g;

/**
 * Serves `virtual:words/<locale>/<part>`, the compiled catalog of one part of the desk in one language, and makes every
 * `import('./Part.tsx')` bring the words of that part along (see `lib/i18n.ts`). What a part says is known when all
 * of it was read, so its words are put in when the chunks are written.
 */
export function wordsPlugin(): Plugin {
  const said = new Map<string, ReadonlySet<string>>();
  const catalogs = new Map<string, Catalog>(locales.map((locale) => [locale, catalog(locale)]));
  let parts: ReturnType<typeof wordParts> | undefined;
  return {
    name: 'guitai-words',
    enforce: 'pre',
    resolveId: (id) => (`\0${id}`.startsWith(prefix) ? `\0${id}` : undefined),
    load: (id) =>
      id.startsWith(prefix)
        ? `export const messages = JSON.parse(${JSON.stringify(id.slice(1))});`
        : undefined,
    transform: {
      filter: { code: /\bimport\('\./ },
      handler: (code, id) => (id.startsWith(src) ? bringWords(code, id.slice(src.length)) : null),
    },
    moduleParsed({ id, code }) {
      if (id.startsWith(src) && code) said.set(id.slice(src.length), idsIn(code));
    },
    renderChunk(code, { facadeModuleId }) {
      if (!facadeModuleId?.startsWith(prefix)) return null;
      parts ??= wordParts(readSources(), said);
      const [, locale = '', part = ''] =
        /([^/]+)\/(.*)/.exec(facadeModuleId.slice(prefix.length)) ?? [];
      const words = pick(catalogs.get(locale) ?? {}, parts.get(part) ?? []);
      return code.replace(JSON.stringify(facadeModuleId.slice(1)), () => JSON.stringify(words));
    },
    generateBundle() {
      const known = new Set([...(parts?.values() ?? [])].flatMap((ids) => [...ids]));
      const lost = Object.keys(catalogs.get('en') ?? {}).filter((id) => !known.has(id));
      if (lost.length > 0)
        this.error(`No part of the desk brings the words of ${lost.join(', ')}.`);
    },
  };
}

const idsIn = (code: string): ReadonlySet<string> =>
  new Set([...code.matchAll(messageId)].map(([, id = '']) => id));

const pick = (all: Catalog, ids: Iterable<string>): string =>
  JSON.stringify(Object.fromEntries([...ids].flatMap((id) => (id in all ? [[id, all[id]]] : []))));

/** The code of a file, with words around what it imports when it is wanted. */
function bringWords(code: string, file: string) {
  const worded = code.replace(lazyImport, (load, path: string) => {
    const part = fileNamed(file, path);
    const words = locales.map((one) => `'${one}': () => import('virtual:words/${one}/${part}')`);
    return part.endsWith('.tsx') ? `withWords('${part}', ${load}, { ${words.join(', ')} })` : load;
  });
  return worded === code
    ? null
    : { code: `import { withWords } from '${src}lib/i18n.ts';\n${worded}`, map: null };
}
