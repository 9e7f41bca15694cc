import type { reviews } from '@guitai/contract';
import { type Entry, folded, lexicon } from './sentiment.words.ts';

type Hit = reviews.ReviewHitShape;
type Tone = reviews.ReviewToneWord;

/** What the words of a review sound like, and which of them say so. */
export interface Sentiment {
  readonly tone: Tone;
  /** -100 (nothing but displeasure) to 100. */
  readonly score: number;
  readonly strong: boolean;
  readonly hits: readonly Hit[];
}

interface Modifier {
  readonly entry: Entry;
  readonly end: number;
}

const stops = /[\n。！？；，、!?;,…~～（）()]/u;
const latin = /[a-z0-9']/;
/** So far in front of a word something may stand that turns it round: "not a very good …", "不是一般的好". */
const reach = { han: 6, latin: 16 } as const;

const isWhole = (text: string, start: number, end: number): boolean =>
  !(latin.test(text.charAt(start)) && latin.test(text.charAt(start - 1))) &&
  !(latin.test(text.charAt(end - 1)) && latin.test(text.charAt(end)));

const isStop = (text: string, at: number): boolean =>
  stops.test(text.charAt(at)) || (text.charAt(at) === '.' && !/\d/.test(text.charAt(at + 1)));

/** The longest entry that stands here. */
function entryAt(text: string, at: number): Entry | undefined {
  return lexicon
    .get(text.charAt(at))
    ?.find((entry) => text.startsWith(entry.text, at) && isWhole(text, at, at + entry.text.length));
}

/** 好 before another word of the lexicon says how much: 好难看, 好喜欢. */
function seen(text: string, at: number): Entry | undefined {
  const found = entryAt(text, at);
  if (found?.text !== '好') return found;
  const next = entryAt(text, at + 1);
  return next?.kind === 'word' ? { kind: 'degree', text: '好', value: 1.3 } : found;
}

/** What a word counts behind what stands before it. A degree behind a "not" softens it: 不是很好 is milder than 很不好. */
function weigh(value: number, modifiers: readonly Modifier[]): number {
  let turned = false;
  let factor = 1;
  for (const { entry } of modifiers) {
    if (entry.kind === 'turn') {
      turned = !turned;
      factor *= entry.value;
    } else if (turned) factor *= entry.value > 1 ? 0.7 : 1.2;
    else factor *= entry.value;
  }
  const negations = modifiers.filter(({ entry }) => entry.kind === 'turn').length;
  const kept = negations > 1 ? 0.8 : 1;
  const opposite = value > 0 ? -0.9 : -0.6;
  return Math.round((turned ? value * opposite : value * kept) * factor * 100) / 100;
}

const near = (text: string, modifier: Modifier, at: number): boolean =>
  at - modifier.end <= (latin.test(text.charAt(at)) ? reach.latin : reach.han);

function hitsOf(said: string): Hit[] {
  const text = folded(said);
  const hits: Hit[] = [];
  let modifiers: Modifier[] = [];
  let clause = 0;
  for (let at = 0; at < text.length; ) {
    const entry = seen(text, at);
    const end = at + (entry?.text.length ?? 1);
    if (isStop(text, at)) {
      // A question says nothing: 质量好吗？
      if (/[吗么]\s*$/.test(text.slice(0, at)) && /[？?]/.test(said.charAt(at)))
        hits.length = clause;
      clause = hits.length;
      modifiers = [];
    } else if (entry?.kind === 'break') modifiers = [];
    else if (entry?.kind === 'turn' || entry?.kind === 'degree') modifiers.push({ entry, end });
    else if (entry?.kind === 'after') {
      const last = hits.at(-1);
      if (last && hits.length > clause && at - last.end <= 2) {
        const by = [...last.by, said.slice(at, end)];
        hits[hits.length - 1] = { ...last, weight: last.weight * entry.value, by };
      }
    } else if (entry?.kind === 'word') {
      const own = modifiers.filter((one) => near(text, one, at));
      hits.push({
        word: said.slice(at, end),
        start: at,
        end,
        weight: weigh(entry.value, own),
        by: own.map((one) => said.slice(one.end - one.entry.text.length, one.end)),
      });
      modifiers = [];
    }
    at = end;
  }
  return hits;
}

function toneOf(good: number, bad: number): Tone {
  if (good === 0 && bad === 0) return 'neutral';
  if (good > bad * 2) return 'positive';
  return bad > good * 2 ? 'negative' : 'mixed';
}

/** Reads what a review sounds like: a sum over a lexicon with negations and degrees, the same for the same words. */
export function readSentiment(words: string): Sentiment {
  const hits = hitsOf(words);
  const sum = (sign: 1 | -1) =>
    hits.reduce((total, { weight }) => total + Math.max(weight * sign, 0), 0);
  const [good, bad] = [sum(1), sum(-1)];
  const tone = toneOf(good, bad);
  const score = Math.round((100 * (good - bad)) / (good + bad + 1));
  return { tone, score, strong: tone === 'negative' && bad >= 2.7, hits };
}

/** Stars and words say the opposite of each other. */
export const conflicts = (rating: number, tone: Tone): boolean =>
  (rating >= 4 && tone === 'negative') || (rating <= 2 && tone === 'positive');
