import { maskEmail } from '../audit/index.ts';
import { maskName } from '../buyers/index.ts';

/** Seven digits and more, however they are set apart. */
const number = /(?<!\d)\+?\d(?:[ -]?\d){6,}(?!\d)/g;
const date = /^\d{4}-\d{1,2}-\d{1,2}$/;

const coverNumber = (found: string): string => {
  const digits = found.replace(/\D/g, '');
  return date.test(found) ? found : `${digits.slice(0, 3)}****${digits.slice(-2)}`;
};

/** Words for everybody to read: telephone numbers, mail addresses and the buyer's name stand covered, whoever wrote them. */
export function covered(text: string, name: string): string {
  const told = maskEmail(text).replace(number, coverNumber);
  return [...name].length < 2 ? told : told.replaceAll(name, maskName(name));
}
