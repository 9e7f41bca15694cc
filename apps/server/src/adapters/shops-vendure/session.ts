import { isTrouble, type Line, type Trouble } from '../../modules/connectors/ports.ts';
import { graphql } from '../shops-http/graphql.ts';
import { logIn } from './queries.ts';

/** Sends an operation to the Admin API as somebody who is let in. */
export type Send = <T>(query: string, variables?: object) => Promise<T | Trouble>;

const adminUrl = (line: Line): string => {
  const base = line.url.replace(/\/+$/, '');
  return base.endsWith('/admin-api') ? base : `${base}/admin-api`;
};

interface LoggedIn {
  readonly login: { readonly __typename: string; readonly message?: string };
}

async function signIn(line: Line, channel: Record<string, string>): Promise<string | Trouble> {
  const { username = '', password = '' } = line.secrets;
  const answer = await graphql<LoggedIn>(line, adminUrl(line), channel, {
    query: logIn,
    variables: { username, password },
  });
  if (isTrouble(answer)) return answer;
  const { login } = answer.data;
  if (login.message) return { trouble: 'denied', detail: login.message };
  const token = answer.headers['vendure-auth-token'];
  if (typeof token !== 'string')
    return {
      trouble: 'denied',
      detail: 'the shop gives no tokens: set authOptions.tokenMethod to bearer',
    };
  return token;
}

/** Tokens of this process by connection; lost with it, asked for again. */
export const createSessions = () => {
  const tokens = new Map<string, string>();
  return (line: Line): Send => {
    const { apiKey, channelToken } = line.secrets;
    const channel: Record<string, string> = channelToken ? { 'vendure-token': channelToken } : {};
    const headersOf = (token: string): Record<string, string> =>
      apiKey
        ? { ...channel, 'vendure-api-key': apiKey }
        : { ...channel, authorization: `Bearer ${token}` };
    const held = `${line.id} ${line.url} ${line.secrets.username}`;
    const tokenOf = async (): Promise<string | Trouble> => {
      const known = apiKey ?? tokens.get(held);
      if (known !== undefined) return known;
      const token = await signIn(line, channel);
      if (typeof token === 'string') tokens.set(held, token);
      return token;
    };
    return async <T>(query: string, variables: object = {}): Promise<T | Trouble> => {
      for (let attempt = 0; ; attempt += 1) {
        const token = await tokenOf();
        if (isTrouble(token)) return token;
        const answer = await graphql<T>(line, adminUrl(line), headersOf(token), {
          query,
          variables,
        });
        if (!isTrouble(answer)) return answer.data;
        // The session may have ended on their side: once more with a fresh one.
        const stale = answer.trouble === 'denied' && !apiKey && attempt === 0;
        if (!stale) return answer;
        tokens.delete(held);
      }
    };
  };
};
