import { hash, verify } from '@node-rs/argon2';
import { isRefusal, type Refusal } from '../../kernel/refusal.ts';
import { createTurns } from './turns.ts';

/** argon2id with 19 MiB, two passes, one lane: OWASP's first recommendation. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** Two at once, so that a crowd signing in leaves the other cores' work alone; 400 is a big team's morning. */
const inTurn = createTurns({ atOnce: 2, mostWaiting: 400 });

/** The form in which a password is kept. */
export const hashPassword = (password: string): Promise<string> =>
  hash(password.normalize('NFKC'), cost);

let decoy: Promise<string> | null = null;

/** Checks a password. Without a kept hash the same work is done against a decoy and the answer is no. */
export async function verifyPassword(
  kept: string | null,
  typed: string,
): Promise<boolean | Refusal<'server.busy'>> {
  decoy ??= hashPassword('a password that nobody has');
  const against = kept ?? (await decoy);
  const right = await inTurn(() => verify(against, typed.normalize('NFKC')));
  return isRefusal(right) ? right : right && kept !== null;
}
