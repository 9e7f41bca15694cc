import { speaker } from '../catalog/index.ts';
import { type Content, firstText } from './content.rules.ts';

/** So many characters of the text are found by their initials. */
const spelledText = 60;

/** How title and text are found by typing: the title spelled, and both in initials. */
export async function spell(
  title: string,
  content: Content,
): Promise<{ pinyin: string; initials: string }> {
  const text = firstText(content).slice(0, spelledText);
  if (!/\p{Script=Han}/u.test(title + text))
    return { pinyin: title.toLowerCase(), initials: title.toLowerCase() };
  const speak = await speaker();
  const syllables = (of: string) =>
    [...of.matchAll(/\p{Script=Han}+|[a-z0-9]+/giu)].flatMap(([run]) =>
      /\p{Script=Han}/u.test(run) ? speak(run) : [run.toLowerCase()],
    );
  const first = (syllable: string) => (/^[a-z]/.test(syllable) ? (syllable[0] ?? '') : syllable);
  const named = syllables(title);
  return {
    pinyin: named.join(''),
    initials: `${named.map(first).join('')} ${syllables(text).map(first).join('')}`,
  };
}
