/** Keys whose texts are personal wherever they stand in a state that goes into the record. */
const personalKey =
  /phone|mobile|tel|address|street|line\d?$|e?mail|recipient|idcard|idnumber|openid|birthday|taxnumber|invoicetitle/i;
const secretKey = /password|secret|token|recovery|hash$/i;

const email = /([^\s@<>"]{1,64})@([^\s@<>"]+\.[^\s@<>"]+)/g;
const chineseMobile = /(?<!\d)(1[3-9]\d)\d{4}(\d{4})(?!\d)/g;

/** `138****4614`: enough to recognise, too little to call. */
export const maskPhone = (phone: string): string => {
  const digits = phone.replace(/[^\d]/g, '');
  if (digits.length < 7) return '*'.repeat(Math.max(digits.length, 1));
  return `${digits.slice(0, 3)}****${digits.slice(-Math.min(4, digits.length - 6))}`;
};

/** `l***@example.com` */
export const maskEmail = (text: string): string =>
  text.replace(email, (_, name: string, host: string) => `${[...name][0] ?? ''}***@${host}`);

/** Keeps the first characters, which name the region, and hides the rest. */
export const maskText = (text: string): string => {
  const characters = [...text];
  return characters.length <= 2
    ? '*'
    : `${characters.slice(0, Math.min(6, characters.length >> 1)).join('')}***`;
};

/** Hides the phone numbers and e-mail addresses that stand in a free text. */
export const maskInside = (text: string): string =>
  maskEmail(text).replace(chineseMobile, '$1****$2');

function maskPersonal(text: string): string {
  if (text.includes('@')) return maskEmail(text);
  return /^[+(]?[\d() -]{4,}$/.test(text) ? maskPhone(text) : maskText(text);
}

/** A copy fit for the record: personal data masked, secrets gone. Depth and size are the caller's business. */
export function masked(value: unknown, key = ''): unknown {
  if (value === null || value === undefined) return value ?? null;
  if (secretKey.test(key) && typeof value === 'string') return '***';
  if (typeof value === 'string')
    return personalKey.test(key) ? maskPersonal(value) : maskInside(value);
  if (Array.isArray(value)) return value.map((inner) => masked(inner, key));
  if (typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value).map(([inner, at]) => [
      inner,
      masked(at, personalKey.test(key) ? key : inner),
    ]),
  );
}
