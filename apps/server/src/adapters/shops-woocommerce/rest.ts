import { isTrouble, type Line, type Trouble } from '../../modules/connectors/ports.ts';
import { type Answered, ask } from '../shops-http/ask.ts';

export type Rest = <T>(
  method: 'GET' | 'POST' | 'PUT',
  path: string,
  body?: object,
) => Promise<Answered<T> | Trouble>;

/** Asks the REST API v3; keys go in the header, never in the address. */
export function restOf(line: Line): Rest {
  const base = `${line.url.replace(/\/+$/, '')}/wp-json/wc/v3`;
  const { consumerKey = '', consumerSecret = '' } = line.secrets;
  const authorization = `Basic ${Buffer.from(`${consumerKey}:${consumerSecret}`).toString('base64')}`;
  return (method, path, body) =>
    ask(line, { url: `${base}${path}`, method, headers: { authorization }, body });
}

/** What was asked for, without what came with it; `missing` where there is no such thing. */
export async function bodyOf<T>(
  asked: Promise<Answered<T> | Trouble>,
): Promise<T | Trouble | 'missing'> {
  const told = await asked;
  if (!isTrouble(told)) return told.body;
  return told.trouble === 'no' && told.detail.endsWith('(404)') ? 'missing' : told;
}
