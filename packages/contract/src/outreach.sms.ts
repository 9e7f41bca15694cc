/** Text messages as they travel: alphabet, parts, and the words by which somebody says no. Pure, the same for server and desk. */
/** GSM 03.38: characters of one septet, and those of two. */
const basic =
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞ ÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà';
const extended = '^{}\\[~]|€';
const one = new Set(basic);
const two = new Set(extended);

/** Whether a text fits the GSM alphabet; anything else goes as UCS-2. */
export const isGsm = (text: string): boolean =>
  [...text].every((char) => one.has(char) || two.has(char));

export interface Parts {
  readonly alphabet: 'gsm7' | 'ucs2';
  readonly parts: number;
  /** Units used: septets or UTF-16 units. */
  readonly units: number;
  /** Units that still fit into the last part. */
  readonly left: number;
}

const limits = { gsm7: [160, 153], ucs2: [70, 67] } as const;

const unitsOf = (char: string, alphabet: Parts['alphabet']): number =>
  alphabet === 'ucs2' ? char.length : two.has(char) ? 2 : 1;

/** A text cut as it travels: no character is torn apart. */
export function splitText(text: string): { alphabet: Parts['alphabet']; parts: string[] } {
  const alphabet = isGsm(text) ? 'gsm7' : 'ucs2';
  const [single, part] = limits[alphabet];
  const units = [...text].reduce((sum, char) => sum + unitsOf(char, alphabet), 0);
  if (units <= single) return { alphabet, parts: [text] };
  const parts: string[] = [];
  let current = '';
  let used = 0;
  for (const char of text) {
    const size = unitsOf(char, alphabet);
    if (used + size > part) {
      parts.push(current);
      current = '';
      used = 0;
    }
    current += char;
    used += size;
  }
  return { alphabet, parts: [...parts, current] };
}

/** How many parts a text message takes: 160 or 153 septets, 70 or 67 UTF-16 units (3GPP TS 23.040). */
export function countParts(text: string): Parts {
  const { alphabet, parts } = splitText(text);
  const [single, part] = limits[alphabet];
  const units = [...text].reduce((sum, char) => sum + unitsOf(char, alphabet), 0);
  const last = [...(parts.at(-1) ?? '')].reduce((sum, char) => sum + unitsOf(char, alphabet), 0);
  return {
    alphabet,
    parts: parts.length,
    units,
    left: (parts.length === 1 ? single : part) - last,
  };
}

/** Who hears no more, in the words that stand at the end of advertising by text message. */
const stopWords = { 'zh-CN': '退订回T', 'zh-TW': '退訂回T', en: 'Reply STOP to opt out' } as const;
const saysHow =
  /退订(?!单)|退訂(?!單)|拒收请?回|拒收請?回|\b(?:reply|text|send)\s+STOP\b|\bSTOP\s+to\s+(?:opt|end|unsubscribe)/i;
const han = /\p{Script=Han}/u;

/** Gateways whose approved templates end with the way out themselves. */
const carriesWayOut: readonly string[] = ['aliyun', 'tencent'];

export interface SmsOccasion {
  readonly topic: 'service' | 'marketing';
  /** Language of the buyer; a text without Chinese is followed by English, which keeps it within its alphabet. */
  readonly locale: string | null;
  /** Kind of the gateway it leaves by. */
  readonly gateway: string | null;
}

/** A text as it leaves: advertising says how to hear no more, unless it does so already or the gateway's template does. */
export function smsText(text: string, { topic, locale, gateway }: SmsOccasion): string {
  if (topic !== 'marketing' || saysHow.test(text)) return text;
  if (gateway !== null && carriesWayOut.includes(gateway)) return text;
  if (!han.test(text)) return `${text} ${stopWords.en}`;
  return `${text} ${stopWords[locale === 'zh-TW' ? 'zh-TW' : 'zh-CN']}`;
}
