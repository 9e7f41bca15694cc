import { carrierList } from './carriers.data.ts';

export interface Carrier {
  /** As 快递100 calls it. */
  readonly code: string;
  readonly name: string;
}

const carriers: readonly Carrier[] = carrierList
  .split(/[|\n]+/)
  .filter((entry) => entry !== '')
  .map((entry) => ({
    code: entry.slice(0, entry.indexOf('=')),
    name: entry.slice(entry.indexOf('=') + 1),
  }));

const byCode = new Map([...carriers].reverse().map((carrier) => [carrier.code, carrier]));

/** What people, files and other systems call the carriers most goods go with. */
const spoken: readonly (readonly [RegExp, string])[] = [
  [/^(sf|shunfeng|sf ?express|顺丰.*|順豐.*)$/, 'shunfeng'],
  [/^(yto|yuantong|圆通.*|圓通.*)$/, 'yuantong'],
  [/^(zto|zhongtong|中通(快递|速递)?)$/, 'zhongtong'],
  [/^(sto|shentong|申通.*)$/, 'shentong'],
  [/^(yd|yunda|韵达(快递|速递)?|韻達.*)$/, 'yunda'],
  [/^(jt|jtsd|j&t|jtexpress|极兔.*|極兔.*)$/, 'jtexpress'],
  [/^(jd|jdl|京东(快递|物流)?|京東.*)$/, 'jd'],
  [/^(ems|邮政特快.*|特快专递)$/, 'ems'],
  [/^(yzpy|邮政|邮政(快递)?(包裹|小包)|中国邮政)$/, 'youzhengguonei'],
  [/^(dbl|deppon|德邦.*)$/, 'debangkuaidi'],
  [/^(htky|百世(快递)?|汇通)$/, 'huitongkuaidi'],
  [/^(黑猫.*|黑貓.*|t-?cat)$/, 'tcat'],
  [/^(中华邮政|中華郵政|chunghwa post)$/, 'postserv'],
  [/^fedex.*$/, 'fedex'],
  [/^ups$/, 'ups'],
  [/^dhl.*$/, 'dhl'],
  [/^usps$/, 'usps'],
];

/** Shapes of numbers that only one carrier gives out. */
const shapes: readonly (readonly [RegExp, string])[] = [
  [/^SF\d{12,15}$/, 'shunfeng'],
  [/^YT\d{13,18}$/, 'yuantong'],
  [/^JT\d{13}$/, 'jtexpress'],
  [/^JD[A-Z]{0,3}\d{9,15}(-\d+-\d+-?)?$/, 'jd'],
  [/^DPK\d{9,14}$/, 'debangkuaidi'],
  [/^KYE?\d{9,13}$/, 'kuayue'],
  [/^(7[3-9]|68|66|55)\d{10,13}$/, 'zhongtong'],
  [/^(77[0-9]|268|368|468|568|668|868|888)\d{9,12}$/, 'shentong'],
  [/^(43|46|31|10|12|13)\d{11}$/, 'yunda'],
  [/^[EC][A-Z]\d{9}CN$/, 'ems'],
  [/^(98|99|97)\d{11}$/, 'youzhengguonei'],
  [/^1Z[0-9A-Z]{16}$/, 'ups'],
];

const named = (code: string): Carrier => byCode.get(code) ?? { code, name: code };

/** The carriers a number could be of, by its shape alone. */
export const carriersOfNumber = (number: string): Carrier[] => {
  const plain = number.trim().toUpperCase();
  const codes = shapes.flatMap(([shape, code]) => (shape.test(plain) ? [code] : []));
  return [...new Set(codes)].map(named);
};

/** The carrier of that name or code, in whatever words. */
export function carrierNamed(text: string): Carrier | null {
  const plain = text.trim().toLowerCase();
  if (plain === '') return null;
  const known = spoken.find(([words]) => words.test(plain));
  if (known) return named(known[1]);
  return (
    byCode.get(plain) ??
    carriers.find(({ name }) => name.toLowerCase() === plain) ??
    carriers.find(({ name }) => plain.length > 1 && name.toLowerCase().startsWith(plain)) ??
    null
  );
}

/** Code of the carrier of a parcel: as it is called, else by the shape of its number; null where neither tells. */
export const carrierOf = (parcel: {
  readonly carrier: string;
  readonly carrierName: string;
  readonly number: string;
}): string | null =>
  (
    carrierNamed(parcel.carrier) ??
    carrierNamed(parcel.carrierName) ??
    carriersOfNumber(parcel.number)[0]
  )?.code ?? null;

/** Carriers whose name or code has these letters, the most used first. */
export function carriersLike(text: string, limit = 10): Carrier[] {
  const plain = text.trim().toLowerCase();
  const first = carrierNamed(plain);
  const like = carriers.filter(
    ({ code, name }) => name.toLowerCase().includes(plain) || code.includes(plain),
  );
  return [
    ...new Map([...(first ? [first] : []), ...like].map((one) => [one.code, one])).values(),
  ].slice(0, limit);
}
