import type { StaffActor } from '../../kernel/actor.ts';
import { claimKey, keepReply, principalOf } from '../../kernel/idempotency.ts';
import { isRefusal, type Refusal, refuse } from '../../kernel/refusal.ts';
import type { Bare } from '../../kernel/route.ts';
import type { Tx } from '../../kernel/tx.ts';
import { keyed } from './secrets.ts';

interface Keyed<R> {
  readonly endpoint: string;
  /** What makes two requests the same; never a password. */
  readonly input: unknown;
  /** The part of the reply that may be kept beside the idempotency key: everything but the secret. */
  readonly kept: (reply: R) => unknown;
  /** The whole reply again, out of what was kept. */
  readonly again: (kept: never, token: string) => R;
}

/**
 * Carries out a keyed request whose input or reply holds a secret. The secret `token` is derived from the server's secret
 * and the key, so that a retry answers the same while the database keeps only its hash.
 */
export async function once<R, C extends string>(
  actor: StaffActor,
  { db, key }: Bare,
  secret: string,
  how: Keyed<R>,
  work: (tx: Tx, token: string) => Promise<R | Refusal<C>>,
): Promise<R | Refusal<C | 'idempotency.key_reused'>> {
  const owner = `${actor.team}\n${principalOf(actor)}\n${key}`;
  const token = keyed(secret, how.endpoint, owner).toString('base64url');
  return db.write(actor, async (tx) => {
    const earlier = await claimKey(actor, tx, {
      key,
      endpoint: how.endpoint,
      input: how.input,
    });
    if (isRefusal(earlier)) return earlier as Refusal<'idempotency.key_reused'>;
    if (earlier) return how.again(JSON.parse(earlier.reply?.text ?? 'null') as never, token);
    const reply = await work(tx, token);
    if (!isRefusal(reply)) {
      await keepReply(actor, tx, key, 200, JSON.stringify(how.kept(reply) ?? null));
    }
    return reply;
  });
}

/**
 * Whether this key already carried out the endpoint. Asked before a password is, for by now it may be another one.
 * The claim made on the way is rolled back.
 */
export async function doneBefore(
  actor: StaffActor,
  { db, key }: Bare,
  endpoint: string,
): Promise<boolean> {
  const answered = await db.write(actor, async (tx) => {
    const earlier = await claimKey(actor, tx, { key, endpoint, input: {} });
    return earlier !== null && !isRefusal(earlier) ? true : refuse('idempotency.key_reused');
  });
  return answered === true;
}
