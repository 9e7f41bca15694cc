/** One written form of an e-mail address, so that case and width do not make two persons of one. */
export const emailKey = (email: string): string => email.trim().normalize('NFKC').toLowerCase();

const common =
  /^(password|passw0rd|qwertyuiop|qwerty|asdfghjkl|iloveyou|woaini|admin|welcome|guitai|letmein|abcdefghij|abcd|abc)[\d!@#.]*$/i;

const isRun = (text: string): boolean => {
  const codes = [...text].map((character) => character.codePointAt(0) ?? 0);
  const steps = new Set(codes.slice(1).map((code, n) => code - (codes[n] ?? 0)));
  return steps.size <= 1;
};

const isRepeat = (text: string): boolean => /^(.{1,4})\1+.{0,3}$/u.test(text);

const isRolledRun = (text: string): boolean =>
  '01234567890123456789'.includes(text) || '98765432109876543210'.includes(text);

/** Whether a password is among the first that anybody would try. Length is checked by the contract. */
export function tooEasy(password: string, email: string): boolean {
  const plain = password.toLowerCase();
  const name = emailKey(email).split('@')[0] ?? '';
  return (
    common.test(plain) ||
    isRun(plain) ||
    isRepeat(plain) ||
    isRolledRun(plain) ||
    plain === emailKey(email) ||
    (name.length >= 4 && plain.replace(/[\d!@#.]+$/, '') === name)
  );
}
