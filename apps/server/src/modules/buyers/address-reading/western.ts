import { countryCode } from './countries.ts';
import type { Folded } from './fold.ts';
import { territoryNamed } from './hints.ts';
import { findPhones } from './phone.ts';
import { quarterDistrict } from './quarters.ts';
import type { AddressReading, ReadingProblem } from './shape.ts';
import { cityForms, stateForms } from './western.regions.ts';

const label =
  /^(?:full name|name|recipient|receiver|attn|to|address(?: line)? ?[12]?|street|city|town|state|province|zip(?: code)?|post(?:al )?code|country|phone(?: number)?|tel|mobile|ship(?:ping)? (?:to|address))[.:]+ */i;
const mail = /[\w.+-]{1,64}@[\w.-]{1,100}/g;

interface Region {
  country: string;
  province: string;
  city: string;
  district: string;
  postcode: string;
}

/** Whether a text is not in Chinese (a word or two do not make it so). */
export function isWestern({ plain }: Folded): boolean {
  const han = plain.match(/\p{sc=Han}/gu)?.length ?? 0;
  const latin = plain.match(/\p{sc=Latin}/gu)?.length ?? 0;
  return latin >= 8 && han * 4 < latin;
}

/** Reads an address as it is written in the west: receiver, street, city with state and postcode, country. */
export function readWestern(folded: Folded, homeCountry: string): AddressReading {
  const phones = findPhones(folded, [], true);
  let text = folded.plain;
  for (const { start, end } of phones) {
    text = `${text.slice(0, start)}${'\n'.repeat(end - start)}${text.slice(end)}`;
  }
  const parts = partsOf(text.replace(mail, '\n'));
  const region = takeRegion(parts, folded.key);
  const name = takeName(parts);
  const street = parts.join(', ').slice(0, 300);
  const home = countryCode(homeCountry) ?? territoryNamed(homeCountry);
  const code = countryCode(region.country);
  const problems: ReadingProblem[] = [];
  const isKnown = region.city !== '' && (region.province !== '' || region.district !== '');
  if (!isKnown) problems.push('region_unknown');
  if (code !== null && code !== home) problems.push('foreign');
  if (!name) problems.push('name_missing');
  if (!phones.length) problems.push('phone_missing');
  if (!street) problems.push('street_missing');
  const { postcode, ...places } = region;
  const country = code === home ? '' : region.country;
  const address = { name, phone: phones[0]?.value ?? '', ...places, country, street, postcode };
  const sure = {
    name: name.includes(' '),
    phone: phones[0]?.sure ?? false,
    region: isKnown,
    street: /\d/.test(street),
  };
  return { address, sure, problems, choices: [], rest: '' };
}

const partsOf = (text: string) =>
  text
    .split(/[\n,;|]/)
    .map((part) => part.replaceAll(/\s+/g, ' ').trim().replace(label, '').trim())
    .filter((part) => /[\p{L}\p{N}]/u.test(part));

/** Takes country, postcode, state and city from the end. */
function takeRegion(parts: string[], key: string): Region {
  const region: Region = { country: '', province: '', city: '', district: '', postcode: '' };
  const at = parts.findLastIndex(
    (part) => countryCode(part) !== null && part.length > 1 && !isState(part),
  );
  if (at > 0) region.country = parts.splice(at, 1)[0] ?? '';
  if (countryCode(region.country) === 'HK') {
    region.district = quarterDistrict(key) ?? '';
    region.city = region.district ? region.country : '';
    return region;
  }
  if (!takeState(parts, region)) takeCity(parts, region);
  return region;
}

// CA is California before it is Canada, when a postcode follows.
const isState = (part: string) => /^[A-Z]{2}$/.test(part) && !/^(?:US|UK|GB|HK)$/.test(part);

function takeState(parts: string[], region: Region): boolean {
  for (const { country, form } of stateForms) {
    for (let at = parts.length - 1; at >= 0; at -= 1) {
      // Denver | CO | 80279 and Denver | CO 80279 and Denver CO 80279
      const split = at > 0 && /^[\d-]+$/.test(parts[at] ?? '') ? 1 : 0;
      const line = split ? `${parts[at - 1]} ${parts[at]}` : (parts[at] ?? '');
      const hit = form.exec(line);
      if (!hit) continue;
      const head = line.slice(0, hit.index).replace(/[ ,]+$/, '');
      const from = at - split;
      const taken = head || from === 0 ? 0 : 1;
      region.city = head || (taken ? (parts[from - 1] ?? '') : '');
      region.province = hit[1] ?? '';
      region.postcode = hit[2] ?? '';
      if (!region.country) region.country = country;
      parts.splice(from - taken, 1 + split + taken);
      return true;
    }
  }
  return false;
}

function takeCity(parts: string[], region: Region): void {
  for (let at = parts.length - 1; at > 0; at -= 1) {
    for (const { form, city, post } of cityForms) {
      const hit = form.exec(parts[at] ?? '');
      if (!hit) continue;
      region.postcode = hit[post] ?? '';
      region.city = hit[city] ?? '';
      const before = region.city === '' && at > 1 ? 1 : 0;
      if (before) region.city = parts[at - 1] ?? '';
      parts.splice(at - before, 1 + before);
      return;
    }
  }
}

const streetWord =
  /\d|\b(?:street|st|road|rd|avenue|ave|lane|ln|drive|dr|boulevard|blvd|court|ct|suite|apt|flat|unit|floor|block|box|way|place|square|building|house|tower|strasse|straße|rue|via|calle)\b/i;

/** The receiver: the first words without a number or a street in them, or the last. */
function takeName(parts: string[]): string {
  if (parts.length < 2) return '';
  const isName = (part: string | undefined) =>
    part !== undefined && !streetWord.test(part) && part.length <= 60 && /^\p{Lu}/u.test(part);
  const at = isName(parts[0]) ? 0 : isName(parts.at(-1)) ? parts.length - 1 : -1;
  return at < 0 ? '' : (parts.splice(at, 1)[0] ?? '');
}
