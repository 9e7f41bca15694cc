/** Characters that show nothing or turn the reading direction: format characters, controls, separators of lines. */
const unseen = /[\p{Cf}\p{Cc}\p{Zl}\p{Zp}\p{Co}\p{Cn}]/gu;
/** Characters that mean something to a file system or a shell. */
const forbidden = /[\\/:*?"<>|%;`$&'{}[\]!^=]/g;
/** Names Windows keeps for devices, with or without an ending. */
const reserved = /^(con|prn|aux|nul|com\d|lpt\d|conin\$|conout\$)(\.|$)/i;
const longest = 120;

const bytesOf = (text: string): number => Buffer.byteLength(text);

/** Cuts to a number of bytes at a character. */
function cut(text: string, bytes: number): string {
  let kept = '';
  for (const character of text) {
    if (bytesOf(kept) + bytesOf(character) > bytes) break;
    kept += character;
  }
  return kept;
}

/** Endings by the type found in the bytes; the first is given to names that have none of them. */
const endings: Readonly<Record<string, readonly string[]>> = {
  'image/jpeg': ['jpg', 'jpeg'],
  'image/png': ['png'],
  'image/webp': ['webp'],
  'image/gif': ['gif'],
  'application/pdf': ['pdf'],
  'application/zip': ['zip'],
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': ['docx'],
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': ['xlsx'],
  'application/vnd.openxmlformats-officedocument.presentationml.presentation': ['pptx'],
  'application/x-cfb': ['doc', 'xls', 'ppt', 'wps', 'et', 'dps'],
  'text/plain': ['txt', 'csv', 'md', 'log', 'tsv'],
  'audio/mpeg': ['mp3'],
  'audio/ogg': ['ogg', 'opus', 'oga'],
  'audio/x-m4a': ['m4a'],
  'audio/wav': ['wav'],
  'audio/amr': ['amr'],
  'audio/aac': ['aac'],
  'video/mp4': ['mp4', 'm4v'],
  'video/quicktime': ['mov'],
  'video/webm': ['webm'],
};

/** Types that are accepted, besides what is refused by content. */
export const acceptedTypes: readonly string[] = Object.keys(endings);

/**
 * A name that can be shown, stored and downloaded anywhere: NFKC, nothing unseen, no path, no reserved word, no leading
 * or trailing dot, at most 120 bytes before the ending, and an ending that fits what the bytes are.
 */
export function safeName(claimed: string, mime: string): string {
  const allowed = endings[mime] ?? [];
  const folded = claimed.normalize('NFKC').replace(unseen, '').normalize('NFKC');
  const last = folded.split(/[\\/]/).at(-1) ?? '';
  const plain = last
    .replace(forbidden, '_')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^[. ]+|[. ]+$/g, '');
  const dot = plain.lastIndexOf('.');
  const ending = dot > 0 ? plain.slice(dot + 1).toLowerCase() : '';
  const fits = allowed.includes(ending);
  const stem = fits ? plain.slice(0, dot) : plain;
  const named = cut(reserved.test(stem) ? `_${stem}` : stem, longest).trim() || 'file';
  return `${named}.${fits ? ending : (allowed[0] ?? 'bin')}`;
}

/** The value of a `Content-Disposition` header (RFC 6266): ASCII for old programs, UTF-8 (RFC 8187) for the others. */
export function attachment(name: string): string {
  const ascii = name.replace(/[^\x20-\x7e]/g, '_').replace(/["\\]/g, '_');
  const encoded = encodeURIComponent(name).replace(
    /['()*!]/g,
    (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${ascii}"; filename*=UTF-8''${encoded}`;
}
