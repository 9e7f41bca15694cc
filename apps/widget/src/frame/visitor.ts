/** Who writes here: a secret made by this browser at the first word, and what the shop's page signs. */
import { type Keep, randomText } from './storage.ts';

const PATIENCE_MS = 4_000;

/** The person a token speaks of; only compared with itself, the server alone believes tokens. */
const subjectOf = (token: string): string => {
  try {
    const part = token.split('.')[1] ?? '';
    return `${JSON.parse(atob(part.replace(/-/g, '+').replace(/_/g, '/'))).sub}`;
  } catch {
    return '?';
  }
};

/** The visitor of one site. `askHost` asks the page for a fresh identity. */
export const visitor = (kept: Keep, askHost: () => void) => {
  let token: string | null = null;
  let heard = () => {};

  const secret = () => kept.get('secret');
  const bind = () => token && secret() && kept.set('sub', subjectOf(token));
  return {
    secret,
    identity: () => token,
    /** Makes the secret when there is none: only a first word calls this. */
    ensureSecret: () => {
      if (!secret()) kept.set('secret', randomText(32));
      bind();
    },
    /** The server rotates secrets; the newest wins. One that comes after the end of the chat opens nothing. */
    replaceSecret: (given: string | undefined) => given && secret() && kept.set('secret', given),
    /** Whether the page now vouches for somebody else than the person who wrote here, or for nobody any more. */
    isAnother: (given: string | null): boolean => {
      const before = kept.get('sub');
      return !!before && before !== (given && subjectOf(given));
    },
    /** Takes what the page says about who is signed in. */
    identify: (given: string | null) => {
      token = given;
      bind();
      heard();
    },
    /** The identity has run out: asks the page for a fresh one and waits a little; without an answer there is none. */
    renew: async () => {
      token = null;
      askHost();
      await new Promise<void>((done) => {
        heard = done;
        setTimeout(done, PATIENCE_MS);
      });
    },
    forget: () => {
      for (const name of kept.names('')) kept.set(name, null);
    },
  };
};

export type Visitor = ReturnType<typeof visitor>;
