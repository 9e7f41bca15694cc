/** Numbers of orders in what people write (SHOP-11). Pure, the same for server and desk. */
const parts = /\{(YYYY|YY|MM|DD|n+)\}/g;
const literally = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

const digitsOf = (part: string): string => {
  if (part === 'YYYY') return '(?:19|20)\\d{2}';
  if (!part.startsWith('n')) return '\\d{2}';
  return part.length === 1 ? '\\d{1,20}' : `\\d{${Math.min(part.length, 20)},20}`;
};

/** The form of a pattern as a search; what is no known part stands for itself. Bounded everywhere, so that no text makes it slow. */
function searchOf(pattern: string): string {
  let from = 0;
  let search = '';
  for (const hit of pattern.matchAll(parts)) {
    search += literally(pattern.slice(from, hit.index)) + digitsOf(hit[1] ?? '');
    from = hit.index + hit[0].length;
  }
  return search + literally(pattern.slice(from));
}

/** Numbers of marketplaces and of common shop systems, without a pattern of the shop. */
const usual = ['\\d{12,20}', '#[A-Za-z0-9][A-Za-z0-9-]{2,29}', '[A-Z]{1,4}\\d{5,16}'];

const most = 40;
/** Numbers of any length beside each other can be read in ever more ways: a form with more of them is none. */
const mostNumbers = 2;
/** Whether a form can be looked for: it has one or two counters. */
export const isNumberForm = (pattern: string): boolean => {
  const numbers = pattern.match(/\{n+\}/g)?.length ?? 0;
  return numbers > 0 && numbers <= mostNumbers;
};

/** What in a text could be the number of an order, each once, as it stands there. */
export function numbersIn(text: string, patterns: readonly string[]): string[] {
  const forms = [...patterns.filter(isNumberForm).map(searchOf), ...usual];
  const search = new RegExp(
    `(?<![\\p{L}\\p{N}-])(?:${forms.join('|')})(?![\\p{L}\\p{N}-]|\\.\\d)`,
    'gu',
  );
  return [...new Set([...cjkApart(text).matchAll(search)].map((hit) => hit[0]))].slice(0, most);
}

/** Chinese words stand without a space before and after a number: they end it as a space does. */
const cjkApart = (text: string): string =>
  text.replace(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu, ' ');
