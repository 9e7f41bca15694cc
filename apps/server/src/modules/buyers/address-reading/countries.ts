import { type CountryCode, getCountries } from 'libphonenumber-js/max';

let known: ReadonlyMap<string, string> | null = null;

const others: readonly [string, string][] = [
  ['USA', 'US'],
  ['U.S.A.', 'US'],
  ['U.S.', 'US'],
  ['UNITED STATES OF AMERICA', 'US'],
  ['AMERICA', 'US'],
  ['UK', 'GB'],
  ['U.K.', 'GB'],
  ['GREAT BRITAIN', 'GB'],
  ['ENGLAND', 'GB'],
  ['SCOTLAND', 'GB'],
  ['WALES', 'GB'],
  ['KOREA', 'KR'],
  ['HONG KONG', 'HK'],
  ['HONGKONG', 'HK'],
  ['MACAU', 'MO'],
  ['MACAO', 'MO'],
  ['CHINA', 'CN'],
  ['P.R. CHINA', 'CN'],
  ['PR CHINA', 'CN'],
  ['HOLLAND', 'NL'],
  ['CZECH REPUBLIC', 'CZ'],
  ['UAE', 'AE'],
];

/** Names of all countries in English and Chinese, in capitals, with their codes. */
function names(): ReadonlyMap<string, string> {
  if (known) return known;
  const found = new Map<string, string>(others);
  for (const locale of ['en', 'zh-Hans', 'zh-Hant']) {
    const display = new Intl.DisplayNames([locale], { type: 'region', fallback: 'none' });
    for (const code of getCountries() as CountryCode[]) {
      const name = display.of(code)?.toUpperCase();
      if (name) found.set(name, code);
    }
  }
  known = found;
  return found;
}

/** The ISO code of a country by its name in English or Chinese, or by its code; null for other words. */
export function countryCode(word: string): string | null {
  const name = word.trim().toUpperCase().replace(/[.,]$/, '');
  return names().get(name) ?? ([...names().values()].includes(name) ? name : null);
}

/** A country's Chinese name at the start of a text: 美国加利福尼亚州… */
export function countryAtStart(text: string): string {
  const start = text.replace(/^[^\p{sc=Han}]*/u, '').slice(0, 12);
  for (let length = Math.min(start.length, 8); length >= 2; length -= 1) {
    if (names().has(start.slice(0, length))) return start.slice(0, length);
  }
  return '';
}
