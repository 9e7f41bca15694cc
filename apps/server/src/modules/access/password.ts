import { hash, verify } from '@node-rs/argon2';

/** argon2id with 19 MiB, two passes, one lane: OWASP's first recommendation. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** At most this many at once, so that a crowd signing in leaves the other cores' work alone. */
const atOnce = 2;
let running = 0;
const queue: Array<() => void> = [];

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= atOnce) await new Promise<void>((resolve) => queue.push(resolve));
  else running += 1;
  try {
    return await work();
  } finally {
    const next = queue.shift();
    if (next) next();
    else running -= 1;
  }
}

/** The form in which a password is kept. */
export const hashPassword = (password: string): Promise<string> =>
  inTurn(() => hash(password.normalize('NFKC'), cost));

let decoy: Promise<string> | null = null;

/** Checks a password. Without a kept hash the same work is done against a decoy and the answer is no. */
export async function verifyPassword(kept: string | null, typed: string): Promise<boolean> {
  decoy ??= hashPassword('a password that nobody has');
  const against = kept ?? (await decoy);
  const right = await inTurn(() => verify(against, typed.normalize('NFKC')));
  return right && kept !== null;
}
