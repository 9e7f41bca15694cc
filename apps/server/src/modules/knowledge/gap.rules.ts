import { hashKeys, otherRuns, plainText, scriptKeys } from '../catalog/index.ts';

const marks =
  /[?？]|吗|呢|么|嘛|怎么|怎样|如何|为什么|为何|多少|多久|多大|多长|几天|几个|哪|什么|啥|能不能|可不可以|是不是|有没有|会不会|要不要|是否|可以.{0,8}不/u;
const english =
  /(?:^|[.!?,;]\s*)(?:how|what|when|where|which|why|who|can|could|does|do|is|are|will|would|should)\b/i;
/** Too short to say what is asked, or so long that it tells a story. */
const shortest = 4;
const longest = 120;
/** A greeting or a number of one's own order is nobody else's question. */
const greeting =
  /^(在吗|在么|在不在|你好吗?|您好吗?|有人吗|hello|hi|亲在吗|客服在吗|人呢|还在吗)[?？!！。~～\s]*$/iu;

/** Whether what a buyer said asks for something an entry could answer. */
export function isQuestion(text: string): boolean {
  const said = text.trim();
  const length = [...said].length;
  if (length < shortest || length > longest || greeting.test(said)) return false;
  return marks.test(said) || (english.test(said) && said.includes(' '));
}

/** Long numbers, links and addresses of mail are somebody's own: they are not kept. */
export const withoutOwn = (text: string): string =>
  text
    .replace(/https?:\/\/\S+/gi, '…')
    .replace(/[\w.+-]+@[\w-]+\.[\w.]+/g, '…')
    .replace(/[0-9][0-9\s-]{5,}[0-9]/g, '…')
    .trim();

/** Of several sentences those that ask; all of them where none does by itself. */
export function questionIn(text: string): string {
  const sentences = text.match(/[^。！!？?；;\n]+[。！!？?；;\n]*/gu) ?? [text];
  const asking = sentences.map((one) => one.trim()).filter(isQuestion);
  return asking.length > 0 ? asking.join(' ') : text.trim();
}

/** Words that ask without saying for what. */
const asking =
  /你们家?|我们|请问|可不可以|能不能|会不会|可以|是不是|有没有|一下|这个|那个|这款|麻烦|想问|的|了|呢|吗|呀|啊|吧|能|会|请|亲/gu;

/** What two questions are compared by. */
export function likeness(team: string, text: string): number[] {
  const plain = plainText(text.replace(asking, ''));
  const latin = plain.match(/[a-z]{2,}/g) ?? [];
  return hashKeys(team, [
    ...otherRuns(plain).flatMap(scriptKeys),
    ...latin.map((word) => `w${word}`),
  ]);
}

/** Shared part of what both hold: 1 where they hold the same. */
export function similarity(a: readonly number[], b: readonly number[]): number {
  if (a.length === 0 || b.length === 0) return 0;
  const held = new Set(a);
  const shared = b.filter((token) => held.has(token)).length;
  return (2 * shared) / (a.length + b.length);
}

/** Two questions are one from here on. */
export const alikeFrom = 0.6;

/** The question of the list that is most alike; null where none is. */
export function mostAlike<G extends { readonly tokens: readonly number[] }>(
  tokens: readonly number[],
  gaps: readonly G[],
): G | null {
  let best: G | null = null;
  let at = alikeFrom;
  for (const gap of gaps) {
    const alike = similarity(tokens, gap.tokens);
    if (alike >= at) [best, at] = [gap, alike];
  }
  return best;
}
