/** The form in which order numbers are compared: capitals and digits only, `#W2611340` → `W2611340`. */
export const numberKey = (number: string): string =>
  number
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]/gu, '');

/** Numbers with this beginning lie at or after it and before this end. */
export const endOfPrefix = (prefix: string): string => `${prefix}\u{10ffff}`;
