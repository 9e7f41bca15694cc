/** What a person types as a domain, as the exact origin the chat may stand on; undefined where it is none. */
export function originOf(text: string): string | undefined {
  const typed = text.trim();
  if (typed === '' || /\s/.test(typed)) return undefined;
  const whole = /^https?:\/\//i.test(typed)
    ? typed
    : `${isLocal(typed) ? 'http' : 'https'}://${typed}`;
  if (!URL.canParse(whole)) return undefined;
  const { origin, hostname, protocol } = new URL(whole);
  if (protocol !== 'https:' && protocol !== 'http:') return undefined;
  return hostname.includes('.') || hostname === 'localhost' || hostname.startsWith('[')
    ? origin
    : undefined;
}

const isLocal = (text: string): boolean => /^(?:localhost|127\.|\[::1\])/i.test(text);

/** The tag a shop puts into its pages. */
export const scriptTag = (origin: string, site: string, colour: string): string =>
  `<script src="${origin}/widget/loader.js" data-site="${site}" data-colour="${colour}" async></script>`;

/** Black or white, whichever is easier to read on a colour. */
export function inkOn(colour: string): '#000000' | '#ffffff' {
  const [red, green, blue] = [1, 3, 5].map((at) => channel(colour.slice(at, at + 2)));
  const light = 0.2126 * (red ?? 0) + 0.7152 * (green ?? 0) + 0.0722 * (blue ?? 0);
  return 1.05 / (light + 0.05) >= (light + 0.05) / 0.05 ? '#ffffff' : '#000000';
}

function channel(hex: string): number {
  const part = Number.parseInt(hex, 16) / 255;
  return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
}
