import { hasLongSurname, hasSurname } from './names-of-people.ts';
import type { Piece } from './pieces.ts';

const title = /(?:先生|女士|小姐|太太|老师|阿姨|同学|師傅|师傅|经理|老板|總|老師)$/;
const ending = /(?:[(（]?(?:亲收|親收|收件|敬启|收|啟|启)[)）]?)$/;
const code = /[[［(（]\d{3,6}[\]］)）]$/;
const place =
  /[路街道巷弄号號楼樓层層栋棟幢座室单元縣县區区鎮镇鄉乡村厦廈苑院園园城坊寓庄莊店舖铺库]|大学|學校|学校|公司|广场|中心|酒店|酒家|超市|驿站|菜鸟|快递|医院|小区|社区|嘉园|花苑|宿舍|门口|旁边|对面|地址|电话|手机|谢谢|不要|发货|包装|请|麻烦|尽快/;

/** How much a piece looks like somebody's name; 0 when it cannot be one. */
export function nameScore(piece: Piece, nearPhone: boolean): number {
  if (piece.field === 'name') return 100;
  if (piece.field !== null && piece.field !== 'phone' && piece.field !== 'postcode')
    return piece.field === 'other' ? 0 : latent(piece, nearPhone) - 3;
  return latent(piece, nearPhone);
}

function latent({ text }: Piece, nearPhone: boolean): number {
  const bare = text.replace(code, '').replace(ending, '');
  const near = nearPhone ? 3 : 0;
  if (title.test(bare) && bare.length <= 8 && !/\d/.test(bare)) return 12 + near;
  if (/^\p{sc=Han}{1,4}$/u.test(bare)) return hanScore(bare, text !== bare) + near;
  if (/^\p{sc=Han}{1,8}·\p{sc=Han}{1,12}$/u.test(bare)) return 9 + near;
  if (/^[A-Za-z][A-Za-z.'-]{1,20}(?: [A-Za-z][A-Za-z.'-]*){0,3}$/.test(bare)) return 3 + near;
  return !/\d/.test(bare) && bare.length <= 12 && !place.test(bare) ? 1 + near : 0;
}

function hanScore(word: string, marked: boolean): number {
  const mark = marked ? 3 : 0;
  // 林村 and 张楼 may be somebody, but are rarely.
  if (place.test(word.slice(1))) return word.length === 2 && hasSurname(word) ? 3 : 0;
  if (hasLongSurname(word) && word.length >= 3) return 9 + mark;
  if (hasSurname(word) && word.length >= 2 && word.length <= 3) return 8 + mark;
  return word.length === 4 || word.length === 1 ? 1 + mark : 2 + mark;
}

/** The name without 收 and the like. */
export const tidyName = (text: string): string => text.replace(ending, '').trim() || text.trim();

const glued =
  /^(.*(?:[号號楼樓层層栋棟幢座室房店院园苑期]|单元|广场|大厦|小区|[\dA-Za-z)）]))(\p{sc=Han}{2,4}?)(?:先生|女士|小姐)?(?:[(（]?收[)）]?)?$/u;

/** A name that runs on behind the street without a sign: …5单元401室张三. */
export function splitGlued(text: string): { street: string; name: string } | null {
  const hit = glued.exec(text.slice(-80));
  const word = hit?.[2] ?? '';
  if (!hit || !hasSurname(word) || place.test(word) || (word.length === 4 && !hasLongSurname(word)))
    return null;
  const street = text.slice(0, text.length - hit[0].length) + (hit[1] ?? '');
  return { street, name: tidyName(text.slice(street.length)) };
}
