import { acceptedTypes } from './name.rules.ts';

const activeMarkup =
  /<\s*(!doctype\s+html|html|head|body|script|svg|iframe|object|embed|img|link|meta|style|form|base|math|\?xml|!entity|x:|[a-z]+[^>]*\son\w+\s*=)/i;

/** Bytes 0–8, 11, 14–31 do not stand in text. */
function isText(head: Buffer): boolean {
  return !head.some((byte) => byte < 9 || byte === 11 || (byte > 13 && byte < 32 && byte !== 27));
}

/** The beginning as text, whatever encoding its mark names. */
function decoded(head: Buffer): { text: string; wide: boolean } {
  if (head[0] === 0xff && head[1] === 0xfe)
    return { text: head.subarray(2).toString('utf16le'), wide: true };
  if (head[0] === 0xfe && head[1] === 0xff) {
    const even = head.subarray(2, 2 + ((head.length - 2) & ~1));
    return { text: Buffer.from(even).swap16().toString('utf16le'), wide: true };
  }
  return { text: head.toString('utf8').replace(/^\uFEFF/, ''), wide: false };
}

/** Programs and documents that act: by their first bytes, whatever the name says. */
const programs: readonly (readonly number[])[] = [
  [0x4d, 0x5a], // MZ: Windows
  [0x7f, 0x45, 0x4c, 0x46], // ELF
  [0x00, 0x61, 0x73, 0x6d], // WebAssembly
  [0x23, 0x21], // #!
  [0xcf, 0xfa, 0xed, 0xfe], // Mach-O
  [0xca, 0xfe, 0xba, 0xbe], // Java, Mach-O
  [0x46, 0x57, 0x53], // FWS, CWS, ZWS: Flash
  [0x43, 0x57, 0x53],
  [0x5a, 0x57, 0x53],
  [0x1f, 0x8b], // gzip: hides its content (svgz)
];

const starts = (head: Buffer, bytes: readonly number[]): boolean =>
  bytes.every((byte, at) => head[at] === byte);

/** Endings that a program somewhere opens as code; text under such a name is not taken. */
const codeEnding =
  /\.(x?html?|shtml|xht|svgz?|xml|xsl|js|mjs|cjs|jsx?|tsx?|vbs?|wsf|hta|bat|cmd|ps1|sh|php\d?|phtml|phar|asp|aspx|jsp|cgi|pl|py|rb|exe|dll|scr|com|msi|jar|swf|wasm|eml|mht|mhtml|url|lnk|htaccess)[\s.]*$/i;
const codeInside = /\.(php\d?|phtml|asp|aspx|jsp|htaccess)\b/i;

/** What a file is, by its beginning: a type that is accepted, or null. `sniffed` is what a table of magic numbers says. */
export function typeOf(
  head: Buffer,
  claimedName: string,
  sniffed: string | undefined,
): string | null {
  if (programs.some((bytes) => starts(head, bytes))) return null;
  const { text, wide } = decoded(head);
  // The mark of UTF-16 looks like the beginning of an MP3 to tables of magic numbers.
  if (sniffed !== undefined && !wide) return acceptedTypes.includes(sniffed) ? sniffed : null;
  if (!wide && !isText(head)) return null;
  if (activeMarkup.test(text)) return null;
  const name = claimedName.normalize('NFKC').replace(/[\p{Cf}\p{Cc}]/gu, '');
  if (codeEnding.test(name) || codeInside.test(name)) return null;
  return 'text/plain';
}

/** How much of a file is looked at. */
export const headBytes = 65_536;
