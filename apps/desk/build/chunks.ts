import { fileURLToPath } from 'node:url';
import { broughtBy, readSources } from './sources.ts';

const src = fileURLToPath(new URL('../src/', import.meta.url)).replaceAll('\\', '/');
const words = /virtual:words\/(?<locale>[^/]+)\/.*?(?<part>[^/]+)\.tsx?$/;

/** What every page needs, with all it needs itself: one file instead of fifty, and better compressed. */
function startGroup() {
  const files = broughtBy(readSources(), 'app/App.tsx');
  return {
    name: 'start',
    test: (id: string) => id.startsWith(src) && files.has(id.slice(src.length)),
  };
}

/** What the build puts together, and how it names what stays apart; words are named after language and part. */
export const chunks = () => ({
  codeSplitting: { groups: [startGroup()] },
  chunkFileNames: ({ facadeModuleId }: { facadeModuleId: string | null }) => {
    const { locale, part } = words.exec(facadeModuleId ?? '')?.groups ?? {};
    return `assets/${locale ? `words.${locale}.${part}` : '[name]'}-[hash].js`;
  },
});
