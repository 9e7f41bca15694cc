import type { Place, Strength } from './divisions.ts';
import { formerNames } from './former-names.ts';

const peoples =
  /(?:维吾尔|哈萨克|柯尔克孜|蒙古|达斡尔|鄂温克|鄂伦春|塔吉克|锡伯|仡佬|毛南|仫佬|布依|土家|纳西|傈僳|拉祜|景颇|布朗|普米|朝鲜|保安|东乡|撒拉|裕固|哈尼|高山|壮|回|苗|侗|瑶|彝|藏|羌|白|傣|黎|畲|水|佤|怒|满|土|独龙)族|各族/g;

/** A name without the kind of place it is: 恩施土家族苗族自治州 → 恩施. */
export function bareName({ level, name }: Pick<Place, 'level' | 'name'>): string {
  if (level === 1)
    return (
      /^(内蒙古|广西|西藏|宁夏|新疆)/.exec(name)?.[0] ?? name.replace(/特别行政区|[省市]$/, '')
    );
  const people = name.replace(/自治[州县旗]$/, '').replace(peoples, '');
  const bare = people.replace(/(?:地区|新区|林区|矿区|街道|[市盟州区县旗镇乡])$/, '');
  if (people !== name && /自治/.test(name)) return people.length >= 2 ? people : name;
  return bare.length >= 2 ? bare : name;
}

const kinds: Record<number, readonly string[]> = {
  1: ['省'],
  2: ['市', '州', '地区'],
  3: ['区', '县', '市', '新区'],
};

const others: Record<string, readonly string[]> = {
  内蒙古自治区: ['内蒙'],
  呼和浩特市: ['呼市'],
  齐齐哈尔市: ['齐市'],
  昆都仑区: ['昆区'],
  锡林郭勒盟: ['锡盟'],
  黔东南苗族侗族自治州: ['黔东南'],
};

/** Every way a place's name is written, the whole name first. A bare name never stands for a city within its own name. */
export function nameForms(at: Place): [string, Strength][] {
  const bare = bareName(at);
  const forms = new Map<string, Strength>([[at.name, 'whole']]);
  const offer = (text: string, strength: Strength) => {
    if (text.length >= 2 && !forms.has(text)) forms.set(text, strength);
  };
  if (bare !== at.name) {
    for (const kind of kinds[at.level] ?? []) offer(bare + kind, 'loose');
    if (/自治县$/.test(at.name)) forms.set(`${bare}县`, 'whole');
    if (/新区$/.test(at.name)) offer(`${bare}新区`, 'whole');
    if (!/(?:开发|园|管理|示范|产业)区$/.test(at.name)) offer(bare, 'short');
  }
  if (/特别行政区$/.test(at.name)) forms.set(bare, 'whole');
  for (const name of others[at.name] ?? []) offer(name, 'short');
  for (const former of formerNames.get(at.name) ?? []) {
    const [city, name = city] = former.split(':');
    if (name && (name === city || at.parent?.name === city)) offer(name, 'loose');
  }
  return [...forms];
}
