import {
  hashKeys,
  latinRuns,
  otherRuns,
  pinyinKeys,
  plainText,
  type Speak,
  scriptKeys,
} from '../catalog/index.ts';

/** What of an entry is searched: `head` counts more than `body`. */
export interface Findable {
  readonly head: readonly string[];
  readonly body: readonly string[];
}

const longestWord = 6;

/** Pairs of Chinese characters and beginnings of Latin words; single characters only where nothing else stands. */
function keysIn(text: string): string[] {
  const plain = plainText(text);
  const scripts = otherRuns(plain).flatMap((run) => {
    const keys = scriptKeys(run);
    const pairs = keys.filter((key) => key.startsWith('b'));
    return pairs.length > 0 ? pairs : keys;
  });
  return [...latinRuns(plain).map((run) => `w${run.slice(0, longestWord)}`), ...scripts];
}

const beginnings = (text: string): string[] =>
  latinRuns(plainText(text)).flatMap((run) =>
    Array.from(
      { length: Math.max(0, Math.min(run.length, longestWord) - 1) },
      (_, n) => `w${run.slice(0, n + 2)}`,
    ),
  );

const hanRuns = (text: string): string[] => plainText(text).match(/\p{Script=Han}+/gu) ?? [];

/** Tokens of an entry: those of the head under a mark of their own. */
export function tokensOf(team: string, { head, body }: Findable, speak: Speak): number[] {
  const heads = head.flatMap((text) => [...keysIn(text), ...beginnings(text)]);
  const spoken = head.flatMap(hanRuns).map(speak).flatMap(pinyinKeys);
  const keys = [...heads, ...spoken].map((key) => `h${key}`);
  return hashKeys(team, [...keys, ...body.flatMap(keysIn).map((key) => `t${key}`)]);
}

const hash = (team: string, key: string): number => hashKeys(team, [key])[0] ?? 0;

/** A way to speak of one thing asked: the share of it that each token it finds is worth. */
interface Wording {
  readonly tokens: readonly { readonly head: number; readonly body: number | null }[];
}

/** One thing asked: a pair of characters or a word, and other ways to say it. */
export interface Wanted {
  readonly own: Wording;
  readonly others: readonly Wording[];
  /** Stands in every question and says nothing; only its neighbours count. */
  readonly idle: boolean;
  /** Follows the one before in the same run. */
  readonly joined: boolean;
}

/** Words nobody looks for: they stand in every question. */
const idle = new Set(
  '请问 一下 这个 那个 这款 你们 我们 您好 你好 可以 什么 怎么 有没 没有 是不 不是 能不 不能 多少 如何 是否 多久 几年 几天 多长 时间 想问 问下 一个 需要 麻烦 的吗'.split(
    ' ',
  ),
);
const idleWords = new Set(
  'the is it a of to can i you do does this what how my in for and are long much many have has'.split(
    ' ',
  ),
);

const wording = (team: string, keys: readonly string[], inBody: boolean): Wording => ({
  tokens: keys.map((key) => ({
    head: hash(team, `h${key}`),
    body: inBody ? hash(team, `t${key}`) : null,
  })),
});

const spokenAs = (team: string, word: string): Wording[] =>
  !/^[a-z]{2,}$/.test(word)
    ? []
    : [
        ...(word.length >= 4 ? [wording(team, [`q${word.slice(0, 4)}`], false)] : []),
        ...(word.length <= 8
          ? [
              wording(
                team,
                [...word].slice(0, -1).map((letter, n) => `i${letter}${word[n + 1]}`),
                false,
              ),
            ]
          : []),
      ];

/** Every part of a run that may be a word with synonyms, and where it stands. */
function synonymsIn(run: readonly string[], alike: (word: string) => string[]) {
  const found: { from: number; to: number; words: string[] }[] = [];
  for (let from = 0; from < run.length; from += 1)
    for (let to = from + 2; to <= Math.min(run.length, from + 6); to += 1) {
      const words = alike(run.slice(from, to).join(''));
      if (words.length > 0) found.push({ from, to, words });
    }
  return found;
}

function wantedInRun(team: string, run: string, alike: (word: string) => string[]): Wanted[] {
  const units = [...run];
  const synonyms = synonymsIn(units, alike);
  const pairs =
    units.length === 1 ? units : units.slice(0, -1).map((unit, n) => unit + units[n + 1]);
  return pairs.map((pair, n) => ({
    own: wording(team, [`${units.length === 1 ? 'u' : 'b'}${pair}`], true),
    others: synonyms
      .filter(({ from, to }) => n >= from && n + 2 <= to)
      .flatMap(({ words }) => words.map((word) => wording(team, keysIn(word), true))),
    idle: idle.has(pair),
    joined: n > 0,
  }));
}

const mostWanted = 60;

/** What somebody typed or asked, with words alike; Latin letters may be pinyin or initials. */
export function wantedOf(
  team: string,
  text: string,
  alike: (word: string) => string[] = () => [],
): Wanted[] {
  const plain = plainText(text).slice(0, 200);
  const latin = latinRuns(plain).map(
    (run): Wanted => ({
      own: wording(team, [`w${run.slice(0, longestWord)}`], true),
      others: [
        ...spokenAs(team, run),
        ...alike(run).map((word) => wording(team, keysIn(word), true)),
      ],
      idle: idleWords.has(run),
      joined: false,
    }),
  );
  const scripts = otherRuns(plain).flatMap((run) => wantedInRun(team, run, alike));
  return [...latin, ...scripts].slice(0, mostWanted);
}

/** Every token to ask the index for. */
export const tokensAsked = (wanted: readonly Wanted[]): number[] => [
  ...new Set(
    wanted
      .filter((one) => !one.idle)
      .flatMap(({ own, others }) => [own, ...others])
      .flatMap(({ tokens }) =>
        tokens.flatMap(({ head, body }) => (body === null ? [head] : [head, body])),
      ),
  ),
];

/** A token an entry holds, and how many entries hold it. */
export interface Hit {
  readonly entry_id: string;
  readonly token: number;
  readonly among: number;
}

export interface Scored {
  readonly entryId: string;
  readonly score: number;
  /** How much of what was asked the entry speaks of: 0 to 1. */
  readonly covered: number;
}

interface Share {
  readonly covered: number;
  readonly score: number;
}

const inHead = 3;

/** What of a wording each entry holds. */
function held(of: Wording, holders: ReadonlyMap<number, ReadonlySet<string>>): Map<string, Share> {
  const shares = new Map<string, Share>();
  const part = 1 / of.tokens.length;
  for (const { head, body } of of.tokens) {
    const heads = holders.get(head) ?? new Set<string>();
    const bodies = body === null ? new Set<string>() : (holders.get(body) ?? new Set<string>());
    for (const id of new Set([...heads, ...bodies])) {
      const before = shares.get(id) ?? { covered: 0, score: 0 };
      const worth = heads.has(id) ? inHead : 1;
      shares.set(id, {
        covered: before.covered + part * (heads.has(id) ? 1 : 0.7),
        score: before.score + part * worth,
      });
    }
  }
  return shares;
}

/** The best of several wordings; another way to say it counts a little less, and only when most of it is held. */
function bestOf({ own, others }: Wanted, holders: ReadonlyMap<number, ReadonlySet<string>>) {
  const best = held(own, holders);
  for (const other of others) {
    for (const [id, share] of held(other, holders)) {
      const before = best.get(id);
      const less = { covered: share.covered * 0.9, score: share.score * 0.9 };
      if (share.covered > 0.6 && (before?.score ?? 0) < less.score) best.set(id, less);
    }
  }
  return best;
}

/** A pair nobody wrote that stands beside one somebody wrote is the seam between two words. */
const seam = 0.15;

/**
 * Weighs what the index found: what few entries speak of counts more than what many do, the head three times the body.
 * What no entry speaks of counts as asked and not answered.
 */
export function score(wanted: readonly Wanted[], hits: readonly Hit[], entries: number): Scored[] {
  const holders = new Map<number, Set<string>>();
  for (const { token, entry_id } of hits)
    holders.set(token, (holders.get(token) ?? new Set()).add(entry_id));
  const shares = wanted.map((one) => (one.idle ? new Map<string, Share>() : bestOf(one, holders)));
  const known = wanted.map((one, n) => one.idle || (shares[n]?.size ?? 0) > 0);
  const found = new Map<string, { score: number; covered: number }>();
  let whole = 0;
  wanted.forEach((one, n) => {
    if (one.idle) return;
    const among = Math.max(shares[n]?.size ?? 0, entries / 50, 1);
    const beside = (one.joined && known[n - 1]) || (wanted[n + 1]?.joined && known[n + 1]);
    const weight = Math.log(1 + entries / among) * (known[n] || !beside ? 1 : seam);
    whole += weight;
    for (const [id, share] of shares[n] ?? []) {
      const before = found.get(id) ?? { score: 0, covered: 0 };
      found.set(id, {
        score: before.score + weight * share.score,
        covered: before.covered + weight * share.covered,
      });
    }
  });
  return [...found]
    .map(([entryId, one]) => ({
      entryId,
      score: one.score,
      covered: Math.min(1, one.covered / Math.max(whole, 1e-9)),
    }))
    .sort((a, b) => b.score - a.score || (a.entryId < b.entryId ? -1 : 1));
}
