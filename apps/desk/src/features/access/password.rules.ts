/** What can honestly be said of a password while it is typed. The server decides; see `access.password_too_easy`. */
export type PasswordWorth = 'empty' | 'short' | 'guessable' | 'fair' | 'strong';

export const leastLength = 10;

const common =
  /^(password|passw0rd|qwertyuiop|qwerty|asdfghjkl|iloveyou|woaini|admin|welcome|guitai|letmein|abcdefghij|abcd|abc)[\d!@#.]*$/i;

/** Length is what helps; a rule about signs and digits would only be in the way. */
export function worthOf(password: string, email = ''): PasswordWorth {
  const letters = [...password];
  if (letters.length === 0) return 'empty';
  if (password.length < leastLength) return 'short';
  if (isGuessable(password.toLowerCase(), email.trim().toLowerCase())) return 'guessable';
  return bits(letters) >= 70 ? 'strong' : 'fair';
}

function isGuessable(plain: string, email: string): boolean {
  const name = email.split('@')[0] ?? '';
  return (
    common.test(plain) ||
    isRun(plain) ||
    /^(.{1,4})\1+.{0,3}$/u.test(plain) ||
    plain === email ||
    (name.length >= 4 && plain.replace(/[\d!@#.]+$/, '') === name)
  );
}

/** 1234567890, abcdefghij, 0000000000 and backwards. */
function isRun(text: string): boolean {
  if ('01234567890123456789'.includes(text) || '98765432109876543210'.includes(text)) return true;
  const codes = [...text].map((letter) => letter.codePointAt(0) ?? 0);
  return new Set(codes.slice(1).map((code, at) => code - (codes[at] ?? 0))).size <= 1;
}

/** A careful guess: distinct characters count, a character of a big script counts more. */
function bits(letters: readonly string[]): number {
  const distinct = new Set(letters).size;
  const each = letters.some((letter) => /\p{Script=Han}/u.test(letter)) ? 8 : alphabetBits(letters);
  return each * Math.min(letters.length, distinct * 1.5);
}

function alphabetBits(letters: readonly string[]): number {
  const text = letters.join('');
  const kinds = [/[a-z]/, /[A-Z]/, /\d/, /[^a-zA-Z\d]/].filter((kind) => kind.test(text)).length;
  return [0, 3.7, 4.6, 5.2, 5.7][kinds] ?? 5.7;
}
