import { isRefusal } from '../../kernel/refusal.ts';
import { isTrouble, type ProviderLine, type Trouble } from '../../modules/parcels/ports.ts';
import { unreached } from '../unreached.ts';

const noJson = (why: string): Trouble => ({
  trouble: 'down',
  detail: `answered, but not in JSON (${why})`,
});

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    return noJson(error instanceof Error ? error.name : 'error');
  }
}

/** Sends a form as Chinese aggregators take it and reads the JSON they answer with; whatever is no answer is a Trouble. */
export async function sendForm<T extends object>(
  line: ProviderLine,
  url: string,
  fields: Readonly<Record<string, string>>,
): Promise<T | Trouble> {
  const reply = await line.reach({
    url,
    method: 'POST',
    headers: {
      'content-type': 'application/x-www-form-urlencoded;charset=UTF-8',
      accept: 'application/json',
    },
    body: new URLSearchParams(fields).toString(),
  });
  if (isRefusal(reply)) return unreached(reply);
  if (reply.status === 429) return { trouble: 'busy', detail: 'too many requests (429)' };
  if (reply.status < 200 || reply.status > 299)
    return { trouble: 'down', detail: `HTTP ${reply.status}` };
  const told = parsed(new TextDecoder().decode(reply.body));
  if (isTrouble(told)) return told;
  return typeof told === 'object' && told !== null ? (told as T) : noJson(typeof told);
}

/** Fields of a form that came in. */
export const formOf = (body: Uint8Array): URLSearchParams =>
  new URLSearchParams(new TextDecoder().decode(body));

/** JSON of a field; null where it is none. */
export function jsonField<T>(form: URLSearchParams, name: string): T | null {
  const told = parsed(form.get(name) ?? '');
  return isTrouble(told) || typeof told !== 'object' ? null : (told as T);
}

/** Wall-clock time of China (`2026-03-01 08:00:00`, also with slashes) as an instant; null where it is none. */
export function chinaTime(text: string | undefined): string | null {
  const hit = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})[ T](\d{1,2}):(\d{2})(?::(\d{2}))?/.exec(
    (text ?? '').trim(),
  );
  if (!hit) return null;
  const [, year, month = '', day = '', hour = '', minute, second = '00'] = hit;
  const two = (part: string) => part.padStart(2, '0');
  const read = new Date(`${year}-${two(month)}-${two(day)}T${two(hour)}:${minute}:${second}+08:00`);
  return Number.isNaN(read.getTime()) ? null : read.toISOString();
}

/** An instant as China's wall clock shows it. */
export const toChinaTime = (at: Date): string =>
  new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(0, 19).replace('T', ' ');

/** Equal without telling by the time it takes how far. */
export { sameBytes } from '../../kernel/same-bytes.ts';
