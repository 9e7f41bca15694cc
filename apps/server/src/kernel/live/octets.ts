declare const octets: unique symbol;

/**
 * UTF-8 bytes in a string, one character a byte. Strings of single bytes are put together and written several times faster than
 * strings with characters beyond Latin, and one Chinese word in a frame makes the whole of it such a string. Never mixed with text.
 */
export type Octets = string & { readonly [octets]: true };

const beyondAscii = /[^\0-\x7f]/;

export const octetsOf = (text: string): Octets =>
  (beyondAscii.test(text) ? Buffer.from(text).toString('latin1') : text) as Octets;

export const textOf = (bytes: Octets): string => Buffer.from(bytes, 'latin1').toString();
