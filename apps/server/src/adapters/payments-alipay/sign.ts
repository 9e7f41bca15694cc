import { createSign, createVerify, type KeyObject } from 'node:crypto';

type Fields = Readonly<Record<string, string>>;

/** `k=v` of everything that is not empty, in the order of the names, joined by `&`. */
export const contentOf = (fields: Fields, without: readonly string[]): string =>
  Object.keys(fields)
    .filter((name) => !without.includes(name) && fields[name] !== '')
    .sort()
    .map((name) => `${name}=${fields[name]}`)
    .join('&');

/** RSA2: RSA with SHA-256 over the sorted parameters. */
export const sign = (fields: Fields, key: KeyObject): string =>
  createSign('RSA-SHA256')
    .update(contentOf(fields, ['sign']), 'utf8')
    .sign(key, 'base64');

/** Whether Alipay signed a notification; its own signature and its kind are not part of what is signed. */
export const isSigned = (fields: Fields, key: KeyObject): boolean =>
  fields.sign_type === 'RSA2' &&
  createVerify('RSA-SHA256')
    .update(contentOf(fields, ['sign', 'sign_type']), 'utf8')
    .verify(key, fields.sign ?? '', 'base64');

/**
 * The node of a reply as it was written, for the signature is over just these characters; null where it is not there or not
 * signed.
 */
export function provedNode(text: string, node: string, key: KeyObject): string | null {
  const from = text.indexOf(`"${node}":`);
  const begin = text.indexOf('{', from);
  const signature = /"sign"\s*:\s*"([^"]+)"/.exec(text)?.[1];
  if (from < 0 || begin < 0 || !signature) return null;
  const written = objectAt(text, begin);
  if (written === null) return null;
  const proved = createVerify('RSA-SHA256')
    .update(written, 'utf8')
    .verify(key, signature, 'base64');
  return proved ? written : null;
}

/** The JSON object that begins at a place, braces inside texts not counted. */
function objectAt(text: string, begin: number): string | null {
  let depth = 0;
  let quoted = false;
  for (let at = begin; at < text.length; at += 1) {
    const sign_ = text[at];
    if (quoted) {
      if (sign_ === '\\') at += 1;
      else if (sign_ === '"') quoted = false;
    } else if (sign_ === '"') quoted = true;
    else if (sign_ === '{') depth += 1;
    else if (sign_ === '}' && --depth === 0) return text.slice(begin, at + 1);
  }
  return null;
}
