/** The places of an address, as far as they are known; empty where not. */
export interface AddressParts {
  readonly country: string;
  readonly province: string;
  readonly city: string;
  readonly district: string;
  readonly street: string;
  readonly postcode: string;
}

/** An address in the order of its country: large to small where it is written in Chinese, small to large elsewhere. */
export function addressText(address: AddressParts | null, locale: string): string {
  if (!address) return '';
  const chinese = isChinese(address, locale);
  const { country, province, city, district, street, postcode } = address;
  const parts = chinese
    ? [country, province, sameTown(province, city) ? '' : city, district, street, postcode]
    : [street, district, sameTown(city, district) ? '' : city, province, postcode, country];
  return parts.filter(Boolean).join(chinese ? ' ' : ', ');
}

/** 北京市 北京市: a municipality is named once. */
const sameTown = (wide: string, narrow: string): boolean => wide !== '' && wide === narrow;

/** An address without any word in it is read as the reader writes. */
function isChinese({ province, city, district, street }: AddressParts, locale: string): boolean {
  const words = province + city + district + street;
  return words === '' ? locale !== 'en' : /\p{Script=Han}/u.test(words);
}
