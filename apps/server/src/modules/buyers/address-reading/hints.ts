import { type Place, pathOf } from './divisions.ts';

/** The four places that write Chinese addresses, by their codes. */
export type Territory = 'CN' | 'HK' | 'MO' | 'TW';

const territories: Record<string, Territory> = {
  香港特别行政区: 'HK',
  澳门特别行政区: 'MO',
  台湾省: 'TW',
};

/** Where a place lies. */
export const territoryOf = (place: Place): Territory =>
  territories[pathOf(place)[0]?.name ?? ''] ?? 'CN';

/** The code of a country as a shop or a person writes it; '' is the mainland. */
export function territoryNamed(country: string): Territory | null {
  const word = country.trim().toUpperCase();
  if (/^(?:|CN|CHN|CHINA|中国|中國|中华人民共和国|中国大陆)$/.test(word)) return 'CN';
  if (/^(?:HK|HKG|HONG ?KONG|(?:中国|中國)?香港.*)$/.test(word)) return 'HK';
  if (/^(?:MO|MAC|MACAU|MACAO|(?:中国|中國)?(?:澳门|澳門).*)$/.test(word)) return 'MO';
  if (/^(?:TW|TWN|TAIWAN|(?:中国|中國)?(?:台湾|台灣|臺灣).*)$/.test(word)) return 'TW';
  return null;
}

// First two digits of the mainland's postcodes.
const posts =
  '01内蒙古02内蒙古03山西04山西05河北06河北07河北10北京11辽宁12辽宁13吉林15黑龙江16黑龙江20上海21江苏22江苏23安徽24安徽25山东26山东27山东30天津31浙江32浙江33江西34江西35福建36福建40重庆41湖南42湖南43湖北44湖北45河南46河南47河南51广东52广东53广西54广西55贵州56贵州57海南61四川62四川63四川64四川65云南66云南67云南71陕西72陕西73甘肃74甘肃75宁夏81青海83新疆84新疆85西藏';
const provinceOfPost = new Map(
  [...posts.matchAll(/(\d\d)(\D+)/g)].map((hit) => [hit[1] ?? '', hit[2] ?? '']),
);

const dialled =
  '10北京 21上海 22天津 23重庆 20广州 24沈阳 25南京 27武汉 28成都 29西安 571杭州 574宁波 577温州 512苏州 510无锡 551合肥 591福州 592厦门 755深圳 757佛山 769东莞 760中山 731长沙 371郑州 531济南 532青岛 311石家庄 351太原 471呼和浩特 431长春 451哈尔滨 411大连 791南昌 771南宁 898海口 871昆明 851贵阳 931兰州 951银川 971西宁 991乌鲁木齐 891拉萨';
const cityDialled = new Map(
  dialled.split(' ').map((entry) => [/^\d+/.exec(entry)?.[0] ?? '', entry.replace(/^\d+/, '')]),
);

/** What else speaks for a place: the postcode, the area code of a landline, whose telephone it is. */
export function hintFor(postcode: string, phone: string): (place: Place) => boolean {
  const province = /^\d{6}$/.test(postcode) ? provinceOfPost.get(postcode.slice(0, 2)) : undefined;
  const area = /^\(?0(10|2\d|[3-9]\d\d)/.exec(phone)?.[1];
  const city = area ? cityDialled.get(area) : undefined;
  return (place) => {
    const path = pathOf(place);
    if (province) return path[0]?.name.startsWith(province) ?? false;
    if (city) return path.some(({ name, level }) => level < 3 && name.startsWith(city));
    return false;
  };
}

/** Whose telephone number it is, where it tells. */
export function territoryOfPhone(phone: string): Territory | null {
  if (/^(?:\+|00)?\(?852/.test(phone)) return 'HK';
  if (/^(?:\+|00)?\(?853/.test(phone)) return 'MO';
  if (/^(?:(?:\+|00)886|09\d{2}[- ]?\d{3}[- ]?\d{3}$)/.test(phone)) return 'TW';
  return /^1[3-9]\d{9}(?:-|$)/.test(phone) ? 'CN' : null;
}
