/** First characters of each initial in pinyin order, as Chinese collation sorts them. */
const bounds = '阿八嚓哒妸发旮哈讥咔垃妈拏噢妑七呥仨他穵夕丫帀';
const letters = 'abcdefghjklmnopqrstwxyz';
const collator = new Intl.Collator('zh-Hans-CN-u-co-pinyin');

/** The pinyin initial of a Chinese character, the letter itself otherwise: 王晓敏 → wxm. */
export function pinyinInitials(text: string): string {
  return [...text].map(initialOf).join('').toLowerCase();
}

function initialOf(letter: string): string {
  if (!/\p{Script=Han}/u.test(letter)) return letter;
  let found = '';
  for (let at = 0; at < letters.length; at += 1) {
    if (collator.compare(letter, bounds[at] as string) < 0) break;
    found = letters[at] as string;
  }
  return found;
}

/** True when every part of the query is in the text, or the query spells its pinyin initials. */
export function matches(text: string, query: string): boolean {
  const plain = text.toLowerCase();
  const wanted = query.trim().toLowerCase();
  if (wanted.split(/\s+/).every((part) => plain.includes(part))) return true;
  return pinyinInitials(text).replaceAll(' ', '').includes(wanted.replaceAll(' ', ''));
}
