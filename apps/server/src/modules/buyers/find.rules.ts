import type { Find } from './buyer.store.ts';
import { phoneForms } from './phone.rules.ts';

/** What a typed text means: a phone number, its last four digits, an e-mail address, or words of a name or account. */
export function readFind(typed: string | undefined): Find | null {
  const text = typed?.trim() ?? '';
  if (text === '') return null;
  if (/^\d{4}$/.test(text)) return { by: 'tail', digits: text };
  if (/^[^\s@]+@[^\s@]+$/.test(text)) return { by: 'email', email: text.toLowerCase() };
  const forms = phoneForms(text);
  return forms.length > 0 && text.replace(/\D/g, '').length >= 7
    ? { by: 'phone', forms }
    : { by: 'words', words: text };
}
