import type { scripts } from '@guitai/contract';
import { isSituation, situationFit } from './situations.ts';

type Entry = scripts.ScriptEntryShape;

/** An entry ready to be searched: everything in small letters, once. */
interface Prepared {
  readonly entry: Entry;
  readonly title: string;
  readonly text: string;
  readonly code: string;
  /** All in which a question may find itself again. */
  readonly hay: string;
}

const prepared = new WeakMap<Entry, Prepared>();

function prepare(entry: Entry): Prepared {
  const known = prepared.get(entry);
  if (known) return known;
  const made = {
    entry,
    title: entry.title.toLowerCase(),
    text: entry.text.toLowerCase(),
    code: entry.code.toLowerCase(),
    hay: `${entry.learned}\n${entry.title}\n${entry.text}`.toLowerCase(),
  };
  prepared.set(entry, made);
  return made;
}

/** How well an entry answers what was typed; 0: not at all. Code, then title, then its pinyin, then the text. */
function fit({ entry, title, text, code }: Prepared, words: readonly string[]): number {
  let worst = 100;
  for (const word of words) {
    const fits =
      code === word
        ? 100
        : title.startsWith(word)
          ? 80
          : entry.initials.startsWith(word) || code.startsWith(word)
            ? 70
            : entry.pinyin.startsWith(word)
              ? 65
              : title.includes(word)
                ? 60
                : entry.initials.includes(word)
                  ? 40
                  : entry.pinyin.includes(word)
                    ? 35
                    : text.includes(word)
                      ? 30
                      : 0;
    if (fits === 0) return 0;
    worst = Math.min(worst, fits);
  }
  return worst;
}

/** Favourites and what one used lately come first among equals. */
const habit = ({ favourite, uses, usedAt }: Entry): number =>
  (favourite ? 6 : 0) + Math.min(5, uses) + (usedAt ? 1 : 0);

/** Among equals they stay as they came: by title. */
const byWorth = (a: { worth: number }, b: { worth: number }): number => b.worth - a.worth;

/** SCR-01: entries for what was typed, the best first: title, text, code, pinyin (`tuikuan`) or initials (`tk`). */
export function search(entries: readonly Entry[], query: string, most: number): Entry[] {
  const words = query.toLowerCase().normalize('NFKC').split(/\s+/).filter(Boolean);
  const found: { worth: number; entry: Entry }[] = [];
  for (const entry of entries) {
    const fits = words.length === 0 ? 1 : fit(prepare(entry), words);
    if (fits > 0) found.push({ entry, worth: fits + habit(entry) });
  }
  return found
    .sort(byWorth)
    .slice(0, most)
    .map(({ entry }) => entry);
}

const han = /\p{Script=Han}/u;

/** Pairs of Chinese characters and Latin words of a question, as the server learns them. */
export function gramsOf(question: string): string[] {
  const plain = question.normalize('NFKC').toLowerCase();
  const pairs = Array.from({ length: Math.max(0, plain.length - 1) }, (_, n) =>
    plain.slice(n, n + 2),
  );
  const chinese = pairs.filter((pair) => [...pair].every((one) => han.test(one)));
  return [...new Set([...chinese, ...(plain.match(/(?<!\d)[a-z]{3,20}(?!\d)/g) ?? [])])].slice(
    0,
    24,
  );
}

/** A match must carry so much of what the question says to be worth showing. */
const leastShare = 0.22;

/** What the situation of a step is worth beside what its words have in common with the question. */
const situationShare = 0.5;

/**
 * SCR-05: entries that answer the buyer's words: pairs of characters in common with the title, the text, and above all with
 * questions the entry has answered before; rare pairs weigh more than those half the library has. A step of a playbook answers
 * only in its situation, or what it has answered before: its words are courtesies, and those are everywhere.
 */
export function suggest(entries: readonly Entry[], question: string, most: number): Entry[] {
  if (last?.entries !== entries || last.question !== question || last.most !== most)
    last = { entries, question, most, found: answersTo(entries, question, most) };
  return last.found;
}

/** The same question is asked at every key pressed. */
let last: { entries: readonly Entry[]; question: string; most: number; found: Entry[] } | undefined;

function answersTo(entries: readonly Entry[], question: string, most: number): Entry[] {
  const grams = gramsOf(question);
  if (grams.length === 0) return [];
  const all = entries.map(prepare);
  const fits = all.map(({ entry: { playbook, step } }) =>
    isSituation(playbook) ? situationFit(playbook, step, question) : 1,
  );
  const seen = all.map((one, k) => grams.map((gram) => hitOf(one, gram, fits[k] ?? 0)));
  const weights = grams.map((_, n) => {
    const count = seen.reduce((total, one) => total + (one[n] ? 1 : 0), 0);
    return count === 0 ? 0 : Math.log(1 + all.length / count);
  });
  const whole = weights.reduce((total, weight) => total + weight, 0) || 1;
  return all
    .map(({ entry }, k) => {
      const common =
        (seen[k] ?? []).reduce((total, hit, n) => total + hit * (weights[n] ?? 0), 0) / whole;
      const suits = isSituation(entry.playbook) ? (fits[k] ?? 0) * situationShare : 0;
      return { entry, share: common + suits };
    })
    .filter(({ share }) => share >= leastShare)
    .map(({ entry, share }) => ({ entry, worth: share * 20 + habit(entry) * 0.3 }))
    .sort(byWorth)
    .slice(0, most)
    .map(({ entry }) => entry);
}

/**
 * What a pair of characters in common says: most where the entry has answered it before. In a playbook the situation leads, the
 * words only tell its steps apart.
 */
function hitOf({ entry, title, hay }: Prepared, gram: string, fits: number): number {
  if (entry.learned.includes(gram)) return 2;
  if (fits === 0 || !hay.includes(gram)) return 0;
  const words = isSituation(entry.playbook) ? 0.3 : 1;
  return words * (title.includes(gram) ? 1.6 : 0.7);
}

/** What `/` shows: first what answers the question, then what fits what was typed. */
export function offers(
  entries: readonly Entry[],
  query: string,
  question: string,
  most = 30,
): Entry[] {
  const fitting = search(entries, query, most);
  if (query.trim() !== '') return fitting;
  const answers = suggest(entries, question, 3);
  return [...answers, ...fitting.filter((entry) => !answers.includes(entry))].slice(0, most);
}
