import { drive } from '../lib/drive.ts';
import type { Figure } from '../lib/figure.ts';
import type { Product } from '../lib/product.ts';
import { median, percentile, short } from '../lib/stats.ts';
import { commonTerm, fillTalks, numberIn, rareTerm } from '../lib/talks.ts';

const among = (most: number): number => Math.floor(Math.random() * most);

interface Kind {
  readonly what: string;
  readonly typed: () => string;
  readonly found: (snippets: readonly string[], typed: string) => boolean;
}

const each = (snippets: readonly string[], word: string): boolean =>
  snippets.every((snippet) => snippet.toLowerCase().includes(word));

const kinds = (count: number): Kind[] => [
  {
    what: `${commonTerm}, in every twentieth message`,
    typed: () => commonTerm,
    found: (snippets) => snippets.length === 20 && each(snippets, commonTerm),
  },
  {
    what: `a term of two characters in one of ${rareTerm.every.toLocaleString('en')}`,
    typed: () => rareTerm.word,
    found: (snippets) =>
      snippets.length === Math.min(20, Math.ceil((count - 11) / rareTerm.every)) &&
      each(snippets, rareTerm.word),
  },
  {
    what: 'an English word',
    typed: () => ['refund', 'parcel', 'arrived'][among(3)] as string,
    found: (snippets, typed) => snippets.length === 20 && each(snippets, typed),
  },
  {
    what: "an order's number",
    typed: () => numberIn(10 * among(Math.floor(count / 10))),
    found: (snippets, typed) => snippets.length === 1 && snippets[0]?.includes(typed) === true,
  },
  { what: 'what nobody said', typed: () => '缂丝', found: (snippets) => snippets.length === 0 },
];

async function figureOf(product: Product, kind: Kind, head: string, ms: number): Promise<Figure> {
  let missed = 0;
  const { latencies } = await drive(
    () => {
      const typed = kind.typed();
      return {
        url: `${product.address}/api/message-search?q=${encodeURIComponent(typed)}&limit=20`,
        heard(text: string) {
          const { items } = JSON.parse(text) as { items: { snippet: string }[] };
          if (
            !kind.found(
              items.map(({ snippet }) => snippet),
              typed,
            )
          )
            missed += 1;
        },
      };
    },
    { headers: { cookie: product.cookie }, connections: 2, ms },
  );
  const p95 = percentile(latencies, 0.95);
  return {
    what: `${head}${kind.what}`,
    wanted: 'p95 ≤ 100 ms, found',
    measured: `p50 ${short(median(latencies))} ms, p95 ${short(p95)} ms, ${missed} of ${latencies.length} not found`,
    values: { p95, missed },
    met: p95 <= 100 && missed === 0,
  };
}

/** SRCH-01: the search over messages as the desk asks it, on an index the product made itself. */
export async function searchMessages(
  product: Product,
  url: string,
  quick: boolean,
  say: (line: string) => void,
): Promise<Figure[]> {
  const count = quick ? 200_000 : 1_000_000;
  const perSecond = await fillTalks(url, product, count);
  say(`  ${count.toLocaleString('en')} messages indexed, ${short(perSecond)}/s`);
  const figures: Figure[] = [];
  for (const kind of kinds(count)) {
    const head =
      figures.length === 0 ? `message search, ${count.toLocaleString('en')} messages: ` : '… ';
    figures.push(await figureOf(product, kind, head, quick ? 700 : 2_500));
  }
  return figures;
}
